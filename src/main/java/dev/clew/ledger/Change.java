package dev.clew.ledger;

import java.time.Instant;
import java.util.List;

/**
 * One committed write.
 *
 * @param position where it stands in the history: its number n, dense from 1, and its hash
 * @param at when it was committed
 * @param author who made it and why
 * @param records what it did to which records; at most one entry per record
 */
public record Change(Position position, Instant at, Author author, List<RecordChange> records) {
    /**
     * Who made a change and why.
     *
     * @param who the name of an account, or of a command such as {@code import}
     * @param why in words
     */
    public record Author(String who, String why) {}

    /** Copies the records. */
    public Change {
        records = List.copyOf(records);
    }

    /** Its number. */
    public long n() {
        return position.n();
    }
}
