package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * A structural link that an entity's own record states from a reference source: evidence without voice or sign.
 *
 * @param relation the id of a structural relation
 * @param object the entity it leads to
 * @param source the id of the source that states it
 * @param period since and until when
 */
public record Fact(String relation, String object, String source, Period period) {
    /**
     * Since and until when a fact holds.
     *
     * @param from an ISO 8601 year or date; null when not stated
     * @param until an ISO 8601 year or date; null when it still holds or is not stated
     */
    public record Period(@Nullable String from, @Nullable String until) {
        /** Says nothing. */
        public static final Period NONE = new Period(null, null);

        /** Checks both dates. */
        public Period {
            date("facts.from", from);
            date("facts.until", until);
        }

        private static void date(String path, @Nullable String value) {
            if (value != null && !value.matches("\\d{4}(-\\d{2}(-\\d{2})?)?")) {
                throw ClewException.invalid(path, "must be a year or date such as 1949 or 1949-04-04", value);
            }
        }
    }

    /** What tells it apart from the entity's other facts, a line a part. */
    public String identity() {
        return Identities.lines(relation, object, source, period.from(), period.until());
    }

    /** Checks the ids. */
    public Fact {
        Slug.check("facts.relation", relation);
        Slug.check("facts.object", object);
        Slug.check("facts.source", source);
    }
}
