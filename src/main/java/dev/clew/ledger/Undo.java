package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Takes changes back by new ones, newest first, so that every record is again what it was before them and no reference
 * ever leads to nothing. At most {@value Edit#LIMIT_RECORDS} records are taken back by one change; more become a run. All
 * of it happens in one write transaction, so that it is done whole or not at all.
 */
final class Undo {
    private final Handle handle;
    private final With with;
    private final Author author;
    private final Run run = new Run();
    private final Map<RecordName, Long> versions = new HashMap<>();
    private Map<RecordName, StepBack> batch = new TreeMap<>();
    private long records;
    private Position position;
    private @Nullable Change last;

    /**
     * What it works with.
     *
     * @param preparation takes edits through the door
     * @param texts reads and writes records
     * @param clock dates changes
     */
    record With(EditPreparation preparation, RecordTexts texts, Clock clock) {}

    /**
     * One record of a change to be taken back.
     *
     * @param name the record
     * @param made the version that the change made
     * @param current its version before the undo
     */
    record StepBack(RecordName name, long made, long current) {}

    /** Under the head lock of this transaction. */
    Undo(Handle handle, With with, Author author) {
        this.handle = handle;
        this.with = with;
        this.author = author;
        this.position = Head.lock(handle).position();
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

    /** The last change that it made; null when it made none. */
    @Nullable Change last() {
        return last;
    }

    private void commit() {
        List<RecordEdit> edits = new ArrayList<>();
        for (StepBack step : batch.values()) {
            edit(step).ifPresent(edits::add);
        }
        batch = new TreeMap<>();
        if (!edits.isEmpty()) {
            Committed committed = commit(new Edit(author, edits));
            versions.putAll(committed.versions());
            records += committed.versions().size();
            position = committed.position();
        }
    }

    /** What brings the record back; empty when it is already what it was. */
    private Optional<RecordEdit> edit(StepBack step) {
        long version = versions.getOrDefault(step.name(), step.current());
        Optional<ClewRecord> before = record(step.name(), step.made() - 1);
        Optional<ClewRecord> now = record(step.name(), version);
        if (before.equals(now)) {
            return Optional.empty();
        }
        return Optional.of(before.map(record -> RecordEdit.put(record, version))
                .orElseGet(() -> RecordEdit.retract(step.name(), version)));
    }

    private Optional<ClewRecord> record(RecordName name, long version) {
        return RecordReader.version(handle, name, version, with.texts()).flatMap(StoredRecord::record);
    }

    private Committed commit(Edit edit) {
        try {
            Map<RecordName, Standing> standings = Ledger.standings(handle, EditPreparation.namesIn(edit));
            PreparedEdit prepared = with.preparation()
                    .prepare(edit, name -> Optional.ofNullable(standings.get(name)), EditPreparation.Passed.NONE);
            EditCommit commit = new EditCommit(handle, prepared, run, Head.read(handle));
            Committed committed = commit.run(with.preparation(), with.texts(), with.clock());
            run.committed(committed.n());
            last = commit.change();
            return committed;
        } catch (ClewException refused) {
            throw refused.code() == ErrorCode.INVALID ? Refusals.of(ErrorCode.CONFLICT, refused.problems()) : refused;
        }
    }
}
