package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * One-time links: to make the first admin, or to set the password of an account. Each is valid once and for a bounded time;
 * a later one of the same account takes its place. Safe for any number of threads.
 */
public final class Invitations {
    /** How long a link is valid. */
    public static final Duration LIFE = Duration.ofHours(24);

    /** What stands for the account that a link to make the first admin does not name. */
    private static final String NOBODY_YET = "";

    private static final int LIMIT_CHARACTERS = 100;

    private final Store store;
    private final Clock clock;
    private final Audit audit;
    private final Accounts accounts;
    private final SignIn signIn;

    Invitations(Store store, Clock clock, Audit audit, Accounts accounts, SignIn signIn) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
        this.accounts = accounts;
        this.signIn = signIn;
    }

    /** The secret of a link by which the first admin is made; empty when there is any account. */
    public Optional<String> forFirstAdmin() {
        return store.write(handle -> Accounts.count(handle) > 0
                ? Optional.empty()
                : Optional.of(make(handle, NOBODY_YET, Actor.COMMAND_LINE)));
    }

    /**
     * The secret of a link by which an account's password is set.
     *
     * @throws ClewException (not-found) when there is no such account; (conflict) when it is disabled
     */
    public String forAccount(String name, Actor by) {
        return store.write(handle -> {
            if (Accounts.require(handle, name).isDisabled()) {
                throw new ClewException(
                        ErrorCode.CONFLICT, "The account '" + name + "' is disabled: enable it before it gets a link.");
            }
            return make(handle, name, by);
        });
    }

    private String make(Handle handle, String account, Actor by) {
        String secret = Secret.make("");
        handle.execute("DELETE FROM invitation WHERE account = ? OR until_millis < ?", account, clock.millis());
        handle.execute(
                "INSERT INTO invitation (hash, account, until_millis) VALUES (?, ?, ?)",
                Secret.hash(secret),
                account,
                clock.millis() + LIFE.toMillis());
        audit.note(handle, Audit.Kind.INVITED, account, by, "");
        return secret;
    }

    /** Whose password a link sets: empty text when it makes the first admin; nothing when it is no longer valid. */
    public Optional<String> find(String secret) {
        return store.read(handle -> find(handle, secret));
    }

    private Optional<String> find(Handle handle, String secret) {
        if (secret.isEmpty() || secret.length() > LIMIT_CHARACTERS) {
            return Optional.empty();
        }
        return handle.createQuery("SELECT account FROM invitation WHERE hash = :hash AND until_millis >= :now")
                .bind("hash", Secret.hash(secret))
                .bind("now", clock.millis())
                .mapTo(String.class)
                .findOne();
    }

    /**
     * Uses a link: sets the password, makes the admin where the link is for that, and opens a session.
     *
     * @param name the account's name; for the first admin the one that they choose
     * @throws ClewException (not-found) when the link is not, or no longer, valid, or is another account's; (invalid) for
     *     the name or the password, after which the link is still good
     */
    public Session.Opened accept(String secret, String name, String password, String from) {
        String account = find(secret).orElseThrow(Invitations::spent);
        if (!account.isEmpty() && !account.equals(name)) {
            throw spent();
        }
        String hash = signIn.hash(Account.checkName(name), password);
        Actor by = new Actor(name, from);
        return store.write(handle -> {
            if (handle.execute("DELETE FROM invitation WHERE hash = ?", Secret.hash(secret)) == 0) {
                throw spent();
            }
            if (account.isEmpty()) {
                makeFirst(handle, name, by);
            }
            return signIn.enter(handle, name, hash, by);
        });
    }

    private void makeFirst(Handle handle, String name, Actor by) {
        if (Accounts.count(handle) > 0) {
            throw spent();
        }
        accounts.add(handle, name, Role.ADMIN, by);
    }

    private static ClewException spent() {
        return new ClewException(
                ErrorCode.NOT_FOUND,
                "This link was used already or is too old: ask an admin for another, or start the server again while"
                        + " there is no account.");
    }
}
