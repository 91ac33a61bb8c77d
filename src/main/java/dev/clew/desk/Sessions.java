package dev.clew.desk;

import dev.clew.model.Caller;
import dev.clew.model.Role;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who is signed in. In the database, so that a session outlives a restart and ends everywhere at once. Safe for any number of threads. */
public final class Sessions {
    /** How long a session lasts at most. */
    public static final Duration LIFE = Duration.ofDays(7);
    /** How long it lasts without a request. */
    public static final Duration IDLE = Duration.ofHours(12);
    /** Most sessions of one account; the oldest ends when another is opened. */
    public static final int LIMIT_SESSIONS = 20;

    /** How exactly the last request is noted: a write for every request would cost more than it says. */
    private static final Duration NOTED_WITHIN = Duration.ofMinutes(5);

    private static final int LIMIT_CHARACTERS = 100;

    private final Store store;
    private final Clock clock;

    Sessions(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Session.Opened open(Handle handle, Account account) {
        String secret = Secret.make("");
        String writeWord = Secret.make("");
        long now = clock.millis();
        handle.execute(
                "DELETE FROM session WHERE made_millis < ? OR seen_millis < ?",
                now - LIFE.toMillis(),
                now - IDLE.toMillis());
        handle.execute("""
                DELETE FROM session WHERE account = ? AND hash NOT IN
                    (SELECT hash FROM session WHERE account = ? ORDER BY made_millis DESC, hash LIMIT ?)""", account.name(), account.name(), LIMIT_SESSIONS - 1);
        handle.execute(
                "INSERT INTO session (hash, account, csrf, made_millis, seen_millis) VALUES (?, ?, ?, ?, ?)",
                Secret.hash(secret),
                account.name(),
                writeWord,
                now,
                now);
        return new Session.Opened(new Session(account.asCaller(), writeWord), secret);
    }

    private record Found(Session session, long seenMillis) {}

    /** The session of this secret; empty when there is none, it has ended, or its account is disabled. */
    public Optional<Session> find(String secret) {
        if (secret.isEmpty() || secret.length() > LIMIT_CHARACTERS) {
            return Optional.empty();
        }
        String hash = Secret.hash(secret);
        long now = clock.millis();
        Optional<Found> found = store.read(handle -> handle.createQuery("""
                        SELECT account.name, account.role, session.csrf, session.seen_millis
                        FROM session JOIN account ON account.name = session.account
                        WHERE session.hash = :hash AND account.disabled = 0
                            AND session.made_millis >= :made AND session.seen_millis >= :seen""")
                .bind("hash", hash)
                .bind("made", now - LIFE.toMillis())
                .bind("seen", now - IDLE.toMillis())
                .map((row, context) -> found(row))
                .findOne());
        if (found.isPresent() && found.get().seenMillis() < now - NOTED_WITHIN.toMillis()) {
            store.write(handle -> handle.execute("UPDATE session SET seen_millis = ? WHERE hash = ?", now, hash));
        }
        return found.map(Found::session);
    }

    private static Found found(ResultSet row) throws SQLException {
        Caller caller = new Caller(row.getString(1), Role.ofAccount(row.getString(2)));
        return new Found(new Session(caller, row.getString(3)), row.getLong(4));
    }

    /** Ends a session whose browser has opened another; nothing happens when there is none. */
    public void end(String secret) {
        store.write(handle -> {
            close(handle, secret);
            return true;
        });
    }

    void close(Handle handle, String secret) {
        handle.execute("DELETE FROM session WHERE hash = ?", Secret.hash(secret));
    }
}
