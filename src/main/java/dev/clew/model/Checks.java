package dev.clew.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks that values make of themselves when they are built; each throws a {@link ClewException} that names the field. */
final class Checks {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-zA-Z0-9]{2,8}){0,3}");

    private Checks() {}

    static String text(String path, String value, int limitCharacters) {
        if (value.isBlank()) {
            throw ClewException.invalid(path, "must not be empty: give 1 to " + limitCharacters + " characters", value);
        }
        return bounded(path, value, limitCharacters);
    }

    static @Nullable String optionalText(String path, @Nullable String value, int limitCharacters) {
        return value == null ? null : text(path, value, limitCharacters);
    }

    private static String bounded(String path, String value, int limitCharacters) {
        if (value.length() > limitCharacters) {
            throw ClewException.invalid(
                    path, "has " + value.length() + " characters: shorten it to " + limitCharacters, value);
        }
        for (int i = 0; i < value.length(); i++) {
            if (isForbidden(value.charAt(i)) || unpaired(value, i)) {
                throw ClewException.invalid(path, "holds a control character or half a character: remove it", value);
            }
        }
        return value;
    }

    private static boolean isForbidden(char c) {
        return (c < ' ' && c != '\n' && c != '\t') || c == '\u007f' || c == '\ufffe' || c == '\uffff';
    }

    private static boolean unpaired(String value, int i) {
        char c = value.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == value.length() || !Character.isLowSurrogate(value.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(value.charAt(i - 1)));
    }

    static @Nullable String optionalSlug(String path, @Nullable String value) {
        return value == null ? null : Slug.check(path, value);
    }

    static <T> List<T> list(String path, Collection<T> values, int limit) {
        if (values.size() > limit) {
            throw ClewException.invalid(
                    path, "has " + values.size() + " entries: keep at most " + limit, Integer.toString(values.size()));
        }
        if (new HashSet<>(values).size() < values.size()) {
            throw ClewException.invalid(path, "names the same thing twice: remove the repetition", values.toString());
        }
        return List.copyOf(values);
    }

    /** A set of ids: checked, without repetition, in alphabetical order, so that equal records are equal values. */
    static List<String> ids(String path, Collection<String> values, int limit) {
        values.forEach(value -> Slug.check(path, value));
        return list(path, values, limit).stream().sorted().toList();
    }

    static @Nullable Integer notNegative(String path, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw ClewException.invalid(path, "must not be negative: give whole seconds from 0", value.toString());
        }
        return value;
    }

    static @Nullable Integer countedFromZero(String path, @Nullable Integer value) {
        if (value != null && value < 0) {
            throw ClewException.invalid(path, "must not be negative: give a whole number from 0", value.toString());
        }
        return value;
    }

    static @Nullable String optionalWebAddress(String path, @Nullable String value) {
        return value == null ? null : webAddress(path, value);
    }

    static String webAddress(String path, String value) {
        text(path, value, Limits.ADDRESS_CHARACTERS);
        if (!WebAddress.isSafe(value)) {
            throw ClewException.invalid(path, "must be an absolute http or https address", value);
        }
        return value;
    }

    static String language(String path, String value) {
        if (!LANGUAGE.matcher(value).matches()) {
            throw ClewException.invalid(path, "must be a language tag such as en or pt-BR", value);
        }
        return value;
    }
}
