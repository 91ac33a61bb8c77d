package dev.clew.model;

import org.jspecify.annotations.Nullable;

/** Spans of time as claims state them: a year, month, day, or an interval of two of these, both ends included. */
final class Periods {
    private Periods() {}

    /** Whether two periods share a day; silence shares every day. */
    static boolean meet(@Nullable String one, @Nullable String other) {
        if (one == null || other == null || one.equals(other)) {
            return true;
        }
        return first(one).compareTo(last(other)) <= 0 && first(other).compareTo(last(one)) <= 0;
    }

    private static String first(String period) {
        int slash = period.indexOf('/');
        String date = slash < 0 ? period : period.substring(0, slash);
        return date + "0000-01-01".substring(date.length());
    }

    private static String last(String period) {
        String date = period.substring(period.indexOf('/') + 1);
        return date + "0000-12-31".substring(date.length());
    }
}
