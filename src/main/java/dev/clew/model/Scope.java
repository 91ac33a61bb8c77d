package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * Where, when and under which condition a link is said to hold; each part may be silent.
 *
 * @param where the id of an entity, such as {@code partner-nations}
 * @param period an ISO 8601 year, month, day or interval of them, such as {@code 2020/2025}
 * @param condition in words
 */
public record Scope(
        @Nullable String where,
        @Nullable String period,
        @Nullable String condition) {
    /** Says nothing: holds everywhere, always, unconditionally. */
    public static final Scope NONE = new Scope(null, null, null);

    private static final String DATE = "\\d{4}(-\\d{2}(-\\d{2})?)?";

    /** Checks each part. */
    public Scope {
        Checks.optionalSlug("scope.where", where);
        Checks.optionalText("scope.condition", condition, Limits.LABEL_CHARACTERS);
        if (period != null && !isPeriod(period)) {
            throw ClewException.invalid("scope.period", "must be a year, date or interval such as 2020/2025", period);
        }
    }

    /** Whether a text has the form of a period. */
    static boolean isPeriod(String text) {
        return text.matches(DATE + "(/" + DATE + ")?");
    }

    /** Whether it says nothing. */
    public boolean isEmpty() {
        return equals(NONE);
    }
}
