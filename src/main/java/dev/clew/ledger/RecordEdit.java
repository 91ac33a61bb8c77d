package dev.clew.ledger;

import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an edit does to one record, and on which version it builds. */
public sealed interface RecordEdit {
    /** The record. */
    RecordName name();

    /** The record as it shall be published; empty when it is retracted. */
    Optional<ClewRecord> content();

    /**
     * Publishes a record under an id that was never used.
     *
     * @param record the record; refused with conflict when its id is taken, by a retracted record too
     */
    record Create(ClewRecord record) implements RecordEdit {
        @Override
        public RecordName name() {
            return record.name();
        }

        @Override
        public Optional<ClewRecord> content() {
            return Optional.of(record);
        }
    }

    /**
     * Publishes a record over the version it builds on, or a first version.
     *
     * @param record the record
     * @param baseVersion the version it builds on, a retracted one too; null is refused with version-required when the
     *     id is taken
     */
    record Put(ClewRecord record, @Nullable Long baseVersion) implements RecordEdit {
        @Override
        public RecordName name() {
            return record.name();
        }

        @Override
        public Optional<ClewRecord> content() {
            return Optional.of(record);
        }
    }

    /**
     * Publishes a record over whatever is there, for imports; nothing is written when the same is published already.
     *
     * @param record the record
     */
    record Replace(ClewRecord record) implements RecordEdit {
        @Override
        public RecordName name() {
            return record.name();
        }

        @Override
        public Optional<ClewRecord> content() {
            return Optional.of(record);
        }
    }

    /**
     * Takes a record back; its history stays.
     *
     * @param name the record
     * @param baseVersion the version it builds on; null is refused with version-required
     */
    record Retract(RecordName name, @Nullable Long baseVersion) implements RecordEdit {
        @Override
        public Optional<ClewRecord> content() {
            return Optional.empty();
        }
    }

    /** Publishes a record under an id that was never used. */
    static RecordEdit create(ClewRecord record) {
        return new Create(record);
    }

    /** Publishes a record over the version it builds on. */
    static RecordEdit put(ClewRecord record, @Nullable Long baseVersion) {
        return new Put(record, baseVersion);
    }

    /** Publishes a record over whatever is there. */
    static RecordEdit replace(ClewRecord record) {
        return new Replace(record);
    }

    /** Takes a record back. */
    static RecordEdit retract(RecordName name, @Nullable Long baseVersion) {
        return new Retract(name, baseVersion);
    }
}
