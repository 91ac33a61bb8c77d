package dev.clew.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * In which meaning of its ends, where and when a link is read; each part may be silent.
 *
 * @param subjectFraming the local id of the subject's framing
 * @param objectFraming the local id of the object's framing
 * @param where the id of an entity
 * @param period an ISO 8601 date or interval
 */
public record Reading(
        @Nullable String subjectFraming,
        @Nullable String objectFraming,
        @Nullable String where,
        @Nullable String period)
        implements Comparable<Reading> {
    /** Silent about everything. */
    public static final Reading OPEN = new Reading(null, null, null, null);

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsLast(Comparator.naturalOrder());
    private static final Comparator<Reading> ORDER = Comparator.comparing(Reading::subjectFraming, TEXT)
            .thenComparing(Reading::objectFraming, TEXT)
            .thenComparing(Reading::where, TEXT)
            .thenComparing(Reading::period, TEXT);

    /** How a link states itself. */
    public static Reading of(Link link) {
        return new Reading(
                link.subject().framing(),
                link.object().framing(),
                link.scope().where(),
                link.scope().period());
    }

    /** The same seen from the other end: the framings change places. */
    public Reading reversed() {
        return new Reading(objectFraming, subjectFraming, where, period);
    }

    /** Whether both can speak of the same: no part is stated by both and differs. Silence meets everything. */
    public boolean meets(Reading other) {
        return framingsMeet(other) && scopesMeet(other);
    }

    /** Whether no end is stated by both in different meanings. */
    public boolean framingsMeet(Reading other) {
        return partsMeet(subjectFraming, other.subjectFraming) && partsMeet(objectFraming, other.objectFraming);
    }

    /** Whether place and time are not stated by both so that they exclude each other. */
    public boolean scopesMeet(Reading other) {
        return partsMeet(where, other.where) && Periods.meet(period, other.period);
    }

    /** Whether a link of the other reading is evidence for this one: it says the same or leaves it open. */
    public boolean covers(Reading other) {
        return covers(subjectFraming, other.subjectFraming)
                && covers(objectFraming, other.objectFraming)
                && covers(where, other.where)
                && (other.period == null || (period != null && Periods.meet(period, other.period)));
    }

    private static boolean covers(@Nullable String mine, @Nullable String other) {
        return other == null || other.equals(mine);
    }

    private static boolean partsMeet(@Nullable String one, @Nullable String other) {
        return one == null || other == null || one.equals(other);
    }

    /** Stated before silent, then alphabetically. */
    @Override
    public int compareTo(Reading other) {
        return ORDER.compare(this, other);
    }
}
