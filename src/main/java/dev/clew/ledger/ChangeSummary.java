package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.RecordName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as it stands in a list.
 *
 * @param n its number
 * @param at when it was committed
 * @param author who made it and why
 * @param run the number of the first change of its run; its own number when it stands alone
 * @param records how many records it touched
 * @param touched the first {@value #LIMIT_TOUCHED} of them, in the order of their names as texts
 */
public record ChangeSummary(long n, Instant at, Author author, long run, int records, List<Touched> touched) {
    /** Most records that a summary names. */
    public static final int LIMIT_TOUCHED = 20;

    /**
     * What a change did to one record.
     *
     * @param name the record
     * @param version its version after the change
     * @param action what was done
     * @param into what it was merged into; null for every other action
     */
    public record Touched(
            RecordName name,
            long version,
            Action action,
            @Nullable RecordName into) {
        /** One that was not merged. */
        public Touched(RecordName name, long version, Action action) {
            this(name, version, action, null);
        }
    }

    /** What a change does to a record. */
    public enum Action {
        /** It is published for the first time, or again. */
        ADDED,
        /** It has other content. */
        EDITED,
        /** It is taken back. */
        RETRACTED,
        /** It leads to another entity from then on. */
        MERGED
    }

    /** Copies the list. */
    public ChangeSummary {
        touched = List.copyOf(touched);
    }
}
