package dev.clew.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Enum constants as they stand in files and answers: lower case, words joined by a dash. */
public final class Enumerations {
    /** The constants of each type by their written forms: names of records are read by the hundred thousand. */
    private static final ClassValue<Map<String, Object>> BY_CODE = new ClassValue<>() {
        @Override
        protected Map<String, Object> computeValue(Class<?> type) {
            Map<String, Object> constants = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
                constants.put(code((Enum<?>) constant), constant);
            }
            return constants;
        }
    };

    private Enumerations() {}

    /** The written form of a constant, such as {@code same-source} for {@code SAME_SOURCE}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant whose written form is {@code code}; empty when there is none. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
        return Optional.ofNullable(BY_CODE.get(type).get(code)).map(type::cast);
    }

    /** The written forms of all constants, in order, joined by a comma and a space: for error sentences. */
    public static String choices(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enumerations::code).collect(Collectors.joining(", "));
    }
}
