package dev.clew.insight;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of {@link Conflicts}.
 *
 * @param entity only conflicts on questions about this entity, or between claims about it; null for all
 * @param kinds only conflicts of these kinds; never empty
 * @param wanted only conflicts that pass
 * @param claims gives claims as they are published now
 * @param page which part of the list
 */
public record ConflictQuery(
        @Nullable String entity,
        Set<Conflict.Kind> kinds,
        Predicate<Conflict> wanted,
        Function<String, Optional<DatedClaim>> claims,
        Page page) {
    /**
     * A part of the list.
     *
     * @param limit most conflicts, 1 to 200
     * @param cursor where the part before ended; null for the start
     */
    public record Page(int limit, @Nullable String cursor) {}

    /** Copies the kinds. */
    public ConflictQuery {
        kinds = Set.copyOf(kinds);
    }

    /** Whether any of these is among the kinds asked for. */
    boolean asksFor(Conflict.Kind... any) {
        return Stream.of(any).anyMatch(kinds::contains);
    }
}
