package dev.clew.ledger;

import dev.clew.ledger.Undo.StepBack;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Works out what undoing some changes means, and refuses it when others stand on them: a record that was changed again
 * since, or one that would go although records outside the undo refer to it. Costs a few look-ups a record.
 */
final class UndoPlan {
    private static final int LIMIT_LISTED = 20;
    private static final String MADE = """
            SELECT version.n, record.name, version.version, record.version, record.number FROM version
            JOIN record ON record.number = version.record WHERE version.n = :n ORDER BY record.name
            """;
    private static final String LATER = """
            SELECT change.n, change.who, change.why FROM version JOIN change ON change.n = version.n
            WHERE version.record = :record AND version.version > :version ORDER BY version.version
            """;

    private final Handle handle;
    private final List<List<StepBack>> changes = new ArrayList<>();
    /** The record's number, and the versions that the changes made of it, newest first. */
    private final Map<RecordName, Made> made = new LinkedHashMap<>();

    private final List<Problem> problems = new ArrayList<>();

    private record Made(long number, long current, List<Long> versions) {
        long oldest() {
            return versions.getLast();
        }

        /** The newest version below which all were made by the changes; the current one when nothing stands on them. */
        long newestInRow() {
            long newest = oldest();
            for (int i = versions.size() - 2; i >= 0 && versions.get(i) == newest + 1; i--) {
                newest++;
            }
            return newest;
        }
    }

    UndoPlan(Handle handle) {
        this.handle = handle;
    }

    /** The numbers of the changes of a run, newest first; empty when there is none. */
    static List<Long> changesOf(Handle handle, long run) {
        return handle.createQuery("SELECT n FROM change WHERE run = :run OR n = :run ORDER BY n DESC")
                .bind("run", run)
                .mapTo(Long.class)
                .list();
    }

    /** The changes with what is to be taken back of each. */
    List<List<StepBack>> of(Collection<Long> numbersNewestFirst) {
        numbersNewestFirst.forEach(this::add);
        made.forEach(this::requireNothingLater);
        made.forEach(this::requireNoReferrer);
        if (!problems.isEmpty()) {
            throw Refusals.of(ErrorCode.CONFLICT, problems);
        }
        return changes;
    }

    private void add(long n) {
        changes.add(handle.createQuery(MADE)
                .bind("n", n)
                .map((row, context) -> {
                    StepBack step = new StepBack(RecordRows.name(row.getString(2)), row.getLong(3), row.getLong(4));
                    long number = row.getLong(5);
                    made.computeIfAbsent(step.name(), name -> new Made(number, step.current(), new ArrayList<>()))
                            .versions()
                            .add(step.made());
                    return step;
                })
                .list());
    }

    private void requireNothingLater(RecordName name, Made record) {
        if (standsAsMade(record) || problems.size() >= LIMIT_LISTED) {
            return;
        }
        String later = handle
                .createQuery(LATER)
                .bind("record", record.number())
                .bind("version", record.newestInRow())
                .setMaxRows(LIMIT_LISTED)
                .map((row, context) ->
                        "change " + row.getLong(1) + " (" + row.getString(2) + ": " + row.getString(3) + ")")
                .list()
                .stream()
                .collect(Collectors.joining(", "));
        problems.add(new Problem(name.path(), "was changed again by " + later + ": undo that first", null));
    }

    /** Whether it is still, or again, what the changes made of it: later changes that were undone do not count. */
    private boolean standsAsMade(Made record) {
        return record.newestInRow() == record.current()
                || content(record.number(), record.newestInRow()).equals(content(record.number(), record.current()));
    }

    private Optional<String> content(long record, long version) {
        return VersionText.first(
                handle.createQuery("SELECT content, packed FROM version WHERE record = ? AND version = ?")
                        .bind(0, record)
                        .bind(1, version));
    }

    private void requireNoReferrer(RecordName name, Made record) {
        if (record.oldest() > 1 || problems.size() >= LIMIT_LISTED) {
            return;
        }
        List<RecordName> left = RecordRows.referrers(handle, record.number(), Ledger.LIMIT_ROWS).stream()
                .filter(referrer -> !made.containsKey(referrer))
                .toList();
        if (!left.isEmpty()) {
            String listed =
                    left.stream().limit(LIMIT_LISTED).map(RecordName::path).collect(Collectors.joining(", "));
            String more = left.size() > LIMIT_LISTED ? " and " + (left.size() - LIMIT_LISTED) + " more" : "";
            problems.add(new Problem(
                    name.path(), "is referred to since by " + listed + more + ": change these first", null));
        }
    }
}
