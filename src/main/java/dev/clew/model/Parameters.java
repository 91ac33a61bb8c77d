package dev.clew.model;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checks of what a caller asks for; each throws a bad-request that names parameter, value and what is allowed. */
final class Parameters {
    private Parameters() {}

    static int range(String parameter, int value, int from, int to) {
        if (value < from || value > to) {
            throw refused(parameter, Integer.toString(value), "give a whole number from " + from + " to " + to);
        }
        return value;
    }

    static String id(String parameter, String value) {
        if (!Slug.isSlug(value)) {
            throw refused(
                    parameter, value, "give an id of 1 to 80 lower-case letters, digits and dashes, such as compute");
        }
        return value;
    }

    static @Nullable String optionalId(String parameter, @Nullable String value) {
        return value == null ? null : id(parameter, value);
    }

    static List<String> ids(String parameter, Collection<String> values, int limit) {
        if (values.size() > limit) {
            throw refused(parameter, values.size() + " ids", "give at most " + limit);
        }
        values.forEach(value -> id(parameter, value));
        return List.copyOf(values);
    }

    static ClewException refused(String parameter, String value, String expected) {
        Problem problem = new Problem(parameter, "is not allowed: " + expected, value);
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "Parameter " + problem.path() + " = " + problem.value() + ": " + expected + ".",
                List.of(problem));
    }
}
