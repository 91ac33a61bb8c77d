package dev.clew.desk;

import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.store.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What programs show instead of a password: random, shown once, kept as a hash. Safe for any number of threads. */
public final class Tokens {
    /** Most tokens of one account. */
    public static final int LIMIT_TOKENS = 20;
    /** Most characters of a label. */
    public static final int LIMIT_LABEL_CHARACTERS = 80;

    private static final String PREFIX = "clew_";
    /** A longer text is no token, and is not hashed. */
    private static final int LIMIT_CHARACTERS = 100;

    private final Store store;
    private final Clock clock;
    private final Audit audit;

    Tokens(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Makes a token.
     *
     * @param label what it is for, up to {@value #LIMIT_LABEL_CHARACTERS} characters
     * @throws ClewException (not-found) when there is no such account; (conflict) when it has too many tokens; (invalid)
     *     for the label
     */
    public Token.Issued issue(String account, String label, Actor by) {
        if (label.isBlank() || label.length() > LIMIT_LABEL_CHARACTERS) {
            throw ClewException.invalid("label", "must have 1 to " + LIMIT_LABEL_CHARACTERS + " characters", label);
        }
        String secret = Secret.make(PREFIX);
        return store.write(handle -> {
            Accounts.require(handle, account);
            requireRoom(handle, account);
            Token token = new Token(next(handle), account, label, Instant.ofEpochMilli(clock.millis()));
            handle.execute(
                    "INSERT INTO token (number, account, label, hash, made_millis) VALUES (?, ?, ?, ?, ?)",
                    token.number(),
                    account,
                    label,
                    Secret.hash(secret),
                    token.made().toEpochMilli());
            audit.note(handle, Audit.Kind.TOKEN_MADE, account, by, label);
            return new Token.Issued(token, secret);
        });
    }

    private static void requireRoom(Handle handle, String account) {
        long had = handle.createQuery("SELECT COUNT(*) FROM token WHERE account = :account")
                .bind("account", account)
                .mapTo(Long.class)
                .one();
        if (had >= LIMIT_TOKENS) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "'" + account + "' already has " + LIMIT_TOKENS + " tokens: revoke one that is not used.");
        }
    }

    private static long next(Handle handle) {
        return handle.createQuery("SELECT COALESCE(MAX(number), 0) + 1 FROM token")
                .mapTo(Long.class)
                .one();
    }

    /** The tokens of an account, oldest first. */
    public List<Token> of(String account) {
        return store.read(handle -> handle.createQuery(
                        "SELECT number, account, label, made_millis FROM token WHERE account = :account ORDER BY number")
                .bind("account", account)
                .map((row, context) -> token(row))
                .list());
    }

    /**
     * Makes a token useless at once.
     *
     * @throws ClewException (not-found) when the account has no such token
     */
    public void revoke(String account, long number, Actor by) {
        store.write(handle -> {
            int gone = handle.execute("DELETE FROM token WHERE number = ? AND account = ?", number, account);
            if (gone == 0) {
                throw new ClewException(ErrorCode.NOT_FOUND, "'" + account + "' has no token number " + number + ".");
            }
            audit.note(handle, Audit.Kind.TOKEN_REVOKED, account, by, Long.toString(number));
            return true;
        });
    }

    /** Whose token this is; empty when it is none, was revoked, or its account is disabled. Costs one lookup. */
    public Optional<Caller> caller(String secret) {
        if (!secret.startsWith(PREFIX) || secret.length() > LIMIT_CHARACTERS) {
            return Optional.empty();
        }
        return store.read(handle -> handle.createQuery("""
                        SELECT account.name, account.role FROM token JOIN account ON account.name = token.account
                        WHERE token.hash = :hash AND account.disabled = 0""")
                .bind("hash", Secret.hash(secret))
                .map((row, context) -> new Caller(row.getString(1), Role.ofAccount(row.getString(2))))
                .findOne());
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getLong("number"),
                row.getString("account"),
                row.getString("label"),
                Instant.ofEpochMilli(row.getLong("made_millis")));
    }
}
