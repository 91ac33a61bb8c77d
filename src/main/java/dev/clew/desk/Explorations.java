package dev.clew.desk;

import dev.clew.desk.Exploration.Draft;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Views of the pages that readers keep. Safe for any number of threads, and for several processes. */
public final class Explorations {
    /** Most explorations of one account. */
    public static final int LIMIT_AN_ACCOUNT = 500;
    /** Most explorations that one call gives. */
    public static final int LIMIT_ROWS = 200;

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final String SELECT = "SELECT number, id, title, place, by_name, at_millis FROM exploration WHERE ";

    private final Store store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Explorations(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Keeps a view.
     *
     * @param by the account
     * @throws ClewException (conflict) when the account keeps {@value #LIMIT_AN_ACCOUNT} already
     */
    public Exploration keep(Draft draft, String by) {
        return store.write(handle -> {
            requireRoom(handle, by);
            Exploration kept = new Exploration(next(handle), newId(), draft, by, Instant.ofEpochMilli(clock.millis()));
            handle.execute(
                    "INSERT INTO exploration (number, id, title, place, by_name, at_millis) VALUES (?, ?, ?, ?, ?, ?)",
                    kept.number(),
                    kept.id(),
                    draft.title(),
                    draft.place(),
                    by,
                    kept.at().toEpochMilli());
            return kept;
        });
    }

    private static void requireRoom(Handle handle, String by) {
        long own = handle.createQuery("SELECT COUNT(*) FROM exploration WHERE by_name = :by")
                .bind("by", by)
                .mapTo(Long.class)
                .one();
        if (own >= LIMIT_AN_ACCOUNT) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "You keep " + LIMIT_AN_ACCOUNT + " explorations, the most there may be: delete one first.");
        }
    }

    private static long next(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM exploration")
                .mapTo(Long.class)
                .one();
    }

    /** 62 bits of chance: nobody comes upon a view by trying. */
    private String newId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < Exploration.ID_CHARACTERS; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    /**
     * The one of this id.
     *
     * @throws ClewException (not-found) when there is none
     */
    public Exploration read(String id) {
        return store.read(handle -> require(handle, id));
    }

    /** Those of an account below a number, latest first, at most so many. */
    public List<Exploration> of(String by, long before, int limit) {
        return store.read(handle -> handle.createQuery(
                        SELECT + "by_name = :by AND number < :before ORDER BY number DESC LIMIT :limit")
                .bind("by", by)
                .bind("before", before)
                .bind("limit", Math.clamp(limit, 1, LIMIT_ROWS))
                .map((row, context) -> exploration(row))
                .list());
    }

    /**
     * Takes one away for good; its short address leads nowhere from then on.
     *
     * @throws ClewException (not-found) when there is none of this id; (forbidden) when it is somebody else's
     */
    public void delete(String id, Caller caller) {
        store.write(handle -> {
            if (!require(handle, id).by().equals(caller.name())) {
                throw new ClewException(
                        ErrorCode.FORBIDDEN, "The exploration " + id + " is somebody else's: keep a copy of your own.");
            }
            return handle.execute("DELETE FROM exploration WHERE id = ?", id);
        });
    }

    private static Exploration require(Handle handle, String id) {
        return handle.createQuery(SELECT + "id = :id")
                .bind("id", id)
                .map((row, context) -> exploration(row))
                .findOne()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND, "There is no exploration '" + id + "': it may have been deleted."));
    }

    private static Exploration exploration(ResultSet row) throws SQLException {
        return new Exploration(
                row.getLong(1),
                row.getString(2),
                new Draft(row.getString(3), row.getString(4)),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)));
    }
}
