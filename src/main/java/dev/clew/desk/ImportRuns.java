package dev.clew.desk;

import dev.clew.desk.ImportRun.Changes;
import dev.clew.desk.ImportRun.Counts;
import dev.clew.desk.ImportRun.Given;
import dev.clew.desk.ImportRun.Mode;
import dev.clew.desk.ImportRun.Refused;
import dev.clew.desk.ImportRun.State;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Imports with how they went and what they refused. Safe for any number of threads, and for several processes. */
public final class ImportRuns {
    /** Most imports of one page. */
    public static final int LIMIT_PAGE = 200;

    private static final String COLUMNS = """
            SELECT number, by_name, file_name, format, mode, state, made_millis, ended_millis, run_n, last_n,
                   read_records, written, skipped, refused, message, head FROM import_run
            """;

    private final Store store;
    private final Clock clock;

    ImportRuns(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Notes that an import is asked for; gives its number. */
    public long begin(Given file) {
        return begin(file, Repeats.Keeper.NONE);
    }

    /** The same, keeping its number as the answer to who asked. */
    public long begin(Given file, Repeats.Keeper keeper) {
        return store.write(handle -> {
            long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM import_run")
                    .mapTo(Long.class)
                    .one();
            handle.execute(
                    "INSERT INTO import_run (number, by_name, file_name, format, mode, state, made_millis,"
                            + " read_records, written, skipped, refused, message, head)"
                            + " VALUES (?, ?, ?, ?, ?, 'waiting', ?, 0, 0, 0, 0, '', ?)",
                    number,
                    file.by(),
                    file.name(),
                    file.format(),
                    file.mode().code(),
                    clock.millis(),
                    file.head());
            keeper.keep(handle, Long.toString(number));
            return number;
        });
    }

    /** Notes how far an import is. */
    public void progress(long number, Changes changes, Counts counts) {
        store.write(handle -> update(handle, number, State.RUNNING, changes, counts));
    }

    /** Notes how an import ended, and what it refused. */
    public void end(ImportRun ended, List<Refused> refused) {
        store.write(handle -> {
            update(handle, ended.number(), ended.state(), ended.changes(), ended.counts());
            handle.execute(
                    "UPDATE import_run SET ended_millis = ?, message = ? WHERE number = ?",
                    clock.millis(),
                    ended.message(),
                    ended.number());
            PreparedBatch batch = handle.prepareBatch(
                    "INSERT INTO import_refusal (run, place, line, name, reason, content) VALUES (?, ?, ?, ?, ?, ?)");
            for (int place = 0; place < refused.size(); place++) {
                Refused each = refused.get(place);
                batch.add(ended.number(), place, each.line(), each.name(), each.reason(), each.content());
            }
            batch.execute();
            return ended.number();
        });
    }

    private static int update(Handle handle, long number, State state, Changes changes, Counts counts) {
        return handle.execute(
                "UPDATE import_run SET state = ?, run_n = ?, last_n = ?, read_records = ?, written = ?, skipped = ?,"
                        + " refused = ? WHERE number = ?",
                state.code(),
                changes.run(),
                changes.last(),
                counts.read(),
                counts.written(),
                counts.skipped(),
                counts.refused(),
                number);
    }

    /** Notes another state of an import that came to its end. */
    public void settle(long number, State state) {
        store.write(handle -> handle.execute("UPDATE import_run SET state = ? WHERE number = ?", state.code(), number));
    }

    /** Notes that what was under way when the server stopped is so no more. */
    public int interruptOpen() {
        return store.prepare(handle -> handle.execute(
                "UPDATE import_run SET state = 'interrupted', ended_millis = ?,"
                        + " message = 'The server stopped: import the file again, what is there is skipped.'"
                        + " WHERE state IN ('waiting', 'running')",
                clock.millis()));
    }

    /**
     * One import.
     *
     * @throws ClewException (not-found) when there is none
     */
    public ImportRun require(long number) {
        Optional<ImportRun> found = store.read(handle -> handle.createQuery(COLUMNS + "WHERE number = :number")
                .bind("number", number)
                .map((row, context) -> run(row))
                .findOne());
        return found.orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "There is no import " + number + "."));
    }

    /**
     * A page of imports, newest first.
     *
     * @param before only those with smaller numbers
     */
    public List<ImportRun> list(long before, int limit) {
        return store.read(
                handle -> handle.createQuery(COLUMNS + "WHERE number < :before ORDER BY number DESC LIMIT :limit")
                        .bind("before", before)
                        .bind("limit", limit)
                        .map((row, context) -> run(row))
                        .list());
    }

    /**
     * What an import refused, in the order of the file where it has lines.
     *
     * @param limit most of them
     */
    public List<Refused> refused(long number, int limit) {
        return store.read(
                handle -> handle.createQuery("SELECT line, name, reason, content FROM import_refusal WHERE run = :run"
                                + " ORDER BY line, place LIMIT :limit")
                        .bind("run", number)
                        .bind("limit", limit)
                        .map((row, context) ->
                                new Refused(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
                        .list());
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        Mode mode = Enumerations.find(Mode.class, row.getString("mode")).orElseThrow();
        State state = Enumerations.find(State.class, row.getString("state")).orElseThrow();
        long ended = row.getLong("ended_millis");
        Instant end = row.wasNull() ? null : Instant.ofEpochMilli(ended);
        return new ImportRun(
                row.getLong("number"),
                new Given(
                        row.getString("by_name"),
                        row.getString("file_name"),
                        row.getString("format"),
                        mode,
                        row.getString("head")),
                state,
                Instant.ofEpochMilli(row.getLong("made_millis")),
                end,
                new Changes(row.getLong("run_n"), row.getLong("last_n")),
                new Counts(
                        row.getLong("read_records"),
                        row.getLong("written"),
                        row.getLong("skipped"),
                        row.getLong("refused")),
                row.getString("message"));
    }
}
