package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import dev.clew.ledger.ChangeSummary.Action;
import dev.clew.ledger.ChangeSummary.Touched;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Lists changes with what they touched; reads only entities that were edited, since a merge is one. */
final class ChangeList {
    private static final String HEADERS =
            "SELECT n, at_millis, who, why, COALESCE(run, n), records FROM change WHERE n < :before ";
    private static final String NEWEST_FIRST = "ORDER BY n DESC LIMIT :limit";
    private static final String TOUCHED = """
            SELECT record.name, version.version, version.content IS NULL, earlier.content IS NULL,
                version.content, version.packed
            FROM version
            JOIN record ON record.number = version.record
            LEFT JOIN version AS earlier
                ON earlier.record = version.record AND earlier.version = version.version - 1
            WHERE version.n = :n ORDER BY record.name LIMIT :limit
            """;

    private final Handle handle;
    private final RecordTexts texts;

    ChangeList(Handle handle, RecordTexts texts) {
        this.handle = handle;
        this.texts = texts;
    }

    /** Changes below a number, newest first; by one author only unless that is empty. */
    List<ChangeSummary> before(long n, String who, int limitChanges) {
        Query query = who.isEmpty()
                ? handle.createQuery(HEADERS + NEWEST_FIRST)
                : handle.createQuery(HEADERS + "AND who = :who " + NEWEST_FIRST).bind("who", who);
        return query.bind("before", n)
                .bind("limit", limitChanges)
                .map((row, context) -> summary(row))
                .list();
    }

    private ChangeSummary summary(ResultSet row) throws SQLException {
        long n = row.getLong(1);
        return new ChangeSummary(
                n,
                Instant.ofEpochMilli(row.getLong(2)),
                new Author(row.getString(3), row.getString(4)),
                row.getLong(5),
                row.getInt(6),
                touched(n));
    }

    private List<Touched> touched(long n) {
        return handle.createQuery(TOUCHED)
                .bind("n", n)
                .bind("limit", ChangeSummary.LIMIT_TOUCHED)
                .map((row, context) -> touched(row))
                .list();
    }

    private Touched touched(ResultSet row) throws SQLException {
        RecordName name = RecordRows.name(row.getString(1));
        Action action = action(row.getBoolean(3), row.getBoolean(4));
        String text = action == Action.EDITED && name.type() == RecordType.ENTITY ? VersionText.read(row) : null;
        return text != null && texts.read(name, text).record() instanceof Redirect redirect
                ? new Touched(name, row.getLong(2), Action.MERGED, RecordName.entity(redirect.to()))
                : new Touched(name, row.getLong(2), action);
    }

    private static Action action(boolean retracted, boolean wasAbsent) {
        if (retracted) {
            return Action.RETRACTED;
        }
        return wasAbsent ? Action.ADDED : Action.EDITED;
    }
}
