package dev.clew.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts that tell the parts of a record apart: parts are kept in their order, and addresses of parts are hashes of them. */
final class Identities {
    private Identities() {}

    /** One line a part, empty where absent. */
    static String lines(@Nullable Object... parts) {
        return Arrays.stream(parts)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("\n"));
    }

    /** The parts in the order of their identities, so that equal records are equal values. */
    static <T> List<T> ordered(List<T> parts, Function<T, String> identity) {
        return parts.stream().sorted(Comparator.comparing(identity)).toList();
    }
}
