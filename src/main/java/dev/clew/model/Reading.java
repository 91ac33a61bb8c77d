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

    /** Stated before silent, then alphabetically. */
    @Override
    public int compareTo(Reading other) {
        return ORDER.compare(this, other);
    }
}
