package dev.clew.ledger;

import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one change did to one record: a new version, or its retraction.
 *
 * @param name the record
 * @param version its version after the change, counted from 1, retractions included
 * @param content the published record with its canonical text; null when it was retracted
 */
public record RecordChange(
        RecordName name, long version, @Nullable Content content) {
    /**
     * A published record in both its forms.
     *
     * @param record the record as a value
     * @param canonicalText the same as sorted N-Triples relative to the base
     */
    public record Content(ClewRecord record, String canonicalText) {}

    /** The record as published by the change; empty when it was retracted. */
    public Optional<ClewRecord> record() {
        return Optional.ofNullable(content).map(Content::record);
    }
}
