package dev.clew.desk;

import dev.clew.model.Enumerations;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What happened to accounts: sign-ins, failures, roles, tokens, backups. Apart from the history of records, and without a
 * word about what anybody reads. Safe for any number of threads.
 */
public final class Audit {
    /** Most entries that one call gives. */
    public static final int LIMIT_ENTRIES = 500;
    /** Most entries kept; the oldest go first. */
    public static final int LIMIT_KEPT = 1_000_000;

    private static final int LIMIT_CHARACTERS = 200;

    private final Store store;
    private final Clock clock;

    Audit(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What can happen. */
    public enum Kind {
        /** An account was made. */
        ACCOUNT_MADE,
        /** An account was disabled. */
        ACCOUNT_DISABLED,
        /** An account was enabled again. */
        ACCOUNT_ENABLED,
        /** An account got another role. */
        ROLE_CHANGED,
        /** A password was set. */
        PASSWORD_CHANGED,
        /** A one-time link was made. */
        INVITED,
        /** A token was made. */
        TOKEN_MADE,
        /** A token was revoked. */
        TOKEN_REVOKED,
        /** Somebody signed in. */
        SIGNED_IN,
        /** Somebody could not sign in. */
        SIGN_IN_FAILED,
        /** Somebody signed out. */
        SIGNED_OUT,
        /** A backup was made. */
        BACKUP_MADE,
        /** A backup failed. */
        BACKUP_FAILED,
        /** A backup was put in the place of the library. */
        BACKUP_RESTORED,
        /** A job was run by hand. */
        JOB_RUN,
        /** A job was paused. */
        JOB_PAUSED,
        /** A job was resumed. */
        JOB_RESUMED
    }

    /**
     * One thing that happened.
     *
     * @param number counts up
     * @param at when
     * @param kind what
     * @param account to which account
     * @param by who did it
     * @param detail the rest, in words
     */
    public record Entry(long number, Instant at, Kind kind, String account, Actor by, String detail) {}

    /** Notes it in a transaction of its own. */
    public void note(Kind kind, String account, Actor by, String detail) {
        store.write(handle -> {
            note(handle, kind, account, by, detail);
            return true;
        });
    }

    void note(Handle handle, Kind kind, String account, Actor by, String detail) {
        long number = handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM audit")
                .mapTo(Long.class)
                .one();
        handle.execute(
                "INSERT INTO audit (number, at_millis, kind, account, by_name, by_address, detail)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                number,
                clock.millis(),
                Enumerations.code(kind),
                shortened(account),
                by.name(),
                by.from(),
                shortened(detail));
        handle.execute("DELETE FROM audit WHERE number <= ?", number - LIMIT_KEPT);
    }

    private static String shortened(String text) {
        return text.length() <= LIMIT_CHARACTERS ? text : text.substring(0, LIMIT_CHARACTERS - 1) + "…";
    }

    /**
     * What happened before an entry, latest first.
     *
     * @param before entries with smaller numbers only; {@link Long#MAX_VALUE} for the latest
     * @param limitEntries 1 to {@value #LIMIT_ENTRIES}
     */
    public List<Entry> before(long before, int limitEntries) {
        int limit = Math.clamp(limitEntries, 1, LIMIT_ENTRIES);
        return store.read(handle -> handle.createQuery("""
                        SELECT number, at_millis, kind, account, by_name, by_address, detail FROM audit
                        WHERE number < :before ORDER BY number DESC LIMIT :limit""")
                .bind("before", before)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("number"),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                Enumerations.find(Kind.class, row.getString("kind")).orElseThrow(),
                row.getString("account"),
                new Actor(row.getString("by_name"), row.getString("by_address")),
                row.getString("detail"));
    }
}
