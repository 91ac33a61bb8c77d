package dev.clew.ledger;

import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record as the ledger keeps it.
 *
 * @param name the record
 * @param version counted from 1, retractions included
 * @param n the change that made the version
 * @param content the record in both its forms; null when the version is a retraction
 */
public record StoredRecord(
        RecordName name, long version, long n, @Nullable Content content) {
    /** Whether a version is published or taken back. */
    public enum Status {
        /** To be read by everybody. */
        PUBLISHED,
        /** Taken back; in history only. */
        RETRACTED
    }

    /** Published or retracted. */
    public Status status() {
        return content == null ? Status.RETRACTED : Status.PUBLISHED;
    }

    /** The record; empty when the version is a retraction. */
    public Optional<ClewRecord> record() {
        return Optional.ofNullable(content).map(Content::record);
    }

    /** The same as an entry of a change. */
    public RecordChange asChange() {
        return new RecordChange(name, version, content);
    }
}
