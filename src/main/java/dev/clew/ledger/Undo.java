package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Takes changes back by new ones, newest first, so that every record is again what it was before them and no reference
 * ever leads to nothing. At most {@value Edit#LIMIT_RECORDS} records are taken back by one change; more become a run.
 */
final class Undo {
    private final Ledger ledger;
    private final Author author;
    private final Run run = new Run();
    private final Map<RecordName, Long> versions = new HashMap<>();
    private Map<RecordName, StepBack> batch = new TreeMap<>();
    private long records;
    private Position position = Position.NONE;

    /**
     * One record of a change to be taken back.
     *
     * @param name the record
     * @param made the version that the change made
     * @param current its version before the undo
     */
    record StepBack(RecordName name, long made, long current) {}

    Undo(Ledger ledger, Author author) {
        this.ledger = ledger;
        this.author = author;
    }

    /** Takes back these changes, given newest first, each with what it did. */
    Undone run(List<List<StepBack>> changes) {
        for (List<StepBack> change : changes) {
            if (batch.size() + change.size() > Edit.LIMIT_RECORDS) {
                commit();
            }
            change.forEach(step -> batch.put(step.name(), step));
        }
        commit();
        return new Undone(position, run.number(), records);
    }

    private void commit() {
        List<RecordEdit> edits = new ArrayList<>();
        for (StepBack step : batch.values()) {
            edit(step).ifPresent(edits::add);
        }
        batch = new TreeMap<>();
        position = edits.isEmpty() ? ledger.head() : commit(edits);
    }

    private Position commit(List<RecordEdit> edits) {
        Committed committed = commit(new Edit(author, edits));
        versions.putAll(committed.versions());
        records += committed.versions().size();
        return committed.position();
    }

    /** What brings the record back; empty when it is already what it was. */
    private Optional<RecordEdit> edit(StepBack step) {
        long version = versions.getOrDefault(step.name(), step.current());
        Optional<ClewRecord> before =
                ledger.readVersion(step.name(), step.made() - 1).flatMap(StoredRecord::record);
        Optional<ClewRecord> now = ledger.readVersion(step.name(), version).flatMap(StoredRecord::record);
        if (before.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(before.map(record -> RecordEdit.put(record, version))
                .orElseGet(() -> RecordEdit.retract(step.name(), version)));
    }

    private Committed commit(Edit edit) {
        try {
            return ledger.commit(edit, run);
        } catch (ClewException refused) {
            throw refused.code() == ErrorCode.INVALID ? Refusals.of(ErrorCode.CONFLICT, refused.problems()) : refused;
        }
    }
}
