package dev.clew.ledger;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The one row that says where history ends; whoever writes locks it first, so changes are numbered in the order of their
 * commits, without a gap.
 *
 * @param position the last change
 * @param atMillis when it was committed, in milliseconds since 1970
 */
record Head(Position position, long atMillis) {
    private static final String COLUMNS = "ledger_id, n, hash, at_millis";

    /** Gives a new database its ledger id. */
    static void createIfMissing(Handle handle) {
        long rows = handle.createQuery("SELECT COUNT(*) FROM head")
                .mapTo(Long.class)
                .one();
        if (rows == 0) {
            handle.execute(
                    "INSERT INTO head (one, ledger_id, n, hash, at_millis) VALUES (1, ?, 0, '', 0)",
                    UUID.randomUUID().toString());
        }
    }

    static Head read(Handle handle) {
        return query(handle, "SELECT " + COLUMNS + " FROM head");
    }

    /** Takes the head lock until the transaction ends. */
    static Head lock(Handle handle) {
        return query(handle, "UPDATE head SET n = n WHERE one = 1 RETURNING " + COLUMNS);
    }

    private static Head query(Handle handle, String sql) {
        return handle.createQuery(sql)
                .map((row, context) ->
                        new Head(new Position(row.getString(1), row.getLong(2), row.getString(3)), row.getLong(4)))
                .one();
    }

    /** Gives the ledger another id, so that nothing derived from the one it was copied from is taken for its own. */
    static Head renew(Handle handle) {
        handle.execute("UPDATE head SET ledger_id = ?", UUID.randomUUID().toString());
        return read(handle);
    }

    /** Moves to the next change; call under the lock. */
    void write(Handle handle) {
        handle.execute("UPDATE head SET n = ?, hash = ?, at_millis = ?", position.n(), position.hash(), atMillis);
    }
}
