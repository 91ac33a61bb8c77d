package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Signing in and out, and setting passwords. Safe for any number of threads. */
public final class SignIn {
    /** In which time failures are counted. */
    public static final Duration WINDOW = Duration.ofMinutes(15);
    /** How often one name may fail from one address. */
    public static final int LIMIT_BY_NAME_AND_ADDRESS = 5;
    /** How often one name may fail from all addresses together: a hundred times an hour (OWASP ASVS 4.0, 2.2.1). */
    public static final int LIMIT_BY_NAME = 25;
    /** How often one address may fail, under all names together. */
    public static final int LIMIT_BY_ADDRESS = 100;

    private static final int LIMIT_NAME_CHARACTERS = 100;

    private final Store store;
    private final Audit audit;
    private final Sessions sessions;
    private final Passwords passwords = new Passwords();
    private final Throttle throttle;

    SignIn(Store store, Clock clock, Audit audit, Sessions sessions) {
        this.store = store;
        this.audit = audit;
        this.sessions = sessions;
        this.throttle = new Throttle(clock, WINDOW);
    }

    private record Known(Account account, @Nullable String password) {}

    /**
     * Opens a session.
     *
     * @param from the network address that asks
     * @throws ClewException (unauthenticated) when name and password do not fit, whichever of them is wrong;
     *     (too-many-requests) when that happened too often
     */
    public Session.Opened signIn(String name, String password, String from) {
        String known = verify(name, password, from);
        return store.write(handle -> {
            audit.note(handle, Audit.Kind.SIGNED_IN, known, new Actor(known, from), "");
            return sessions.open(handle, Accounts.require(handle, known));
        });
    }

    private String verify(String name, String password, String from) {
        String asked = name.length() > LIMIT_NAME_CHARACTERS ? name.substring(0, LIMIT_NAME_CHARACTERS) : name;
        List<Throttle.Rule> rules = rules(asked, from);
        throttle.count(rules);
        Optional<Known> known = store.read(handle -> known(handle, asked));
        boolean fits = passwords.matches(password, known.map(Known::password).orElse(null));
        if (!fits || known.get().account().isDisabled()) {
            throw failed(asked, from);
        }
        throttle.forget(rules.getFirst().key());
        rules.stream().skip(1).forEach(rule -> throttle.forgive(rule.key()));
        return asked;
    }

    private static List<Throttle.Rule> rules(String name, String from) {
        return List.of(
                new Throttle.Rule("both " + name + " " + from, LIMIT_BY_NAME_AND_ADDRESS),
                new Throttle.Rule("name " + name, LIMIT_BY_NAME),
                new Throttle.Rule("address " + from, LIMIT_BY_ADDRESS));
    }

    private ClewException failed(String name, String from) {
        audit.note(Audit.Kind.SIGN_IN_FAILED, name, new Actor("", from), "");
        return new ClewException(ErrorCode.UNAUTHENTICATED, "Name and password do not fit together: try again.");
    }

    private static Optional<Known> known(Handle handle, String name) {
        return Accounts.find(handle, name).map(account -> new Known(account, password(handle, name)));
    }

    private static @Nullable String password(Handle handle, String name) {
        return handle.createQuery("SELECT password FROM account WHERE name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne()
                .orElse(null);
    }

    /** Ends a session; nothing happens when there is none. */
    public void signOut(String secret, Actor by) {
        store.write(handle -> {
            sessions.close(handle, secret);
            audit.note(handle, Audit.Kind.SIGNED_OUT, by.name(), by, "");
            return true;
        });
    }

    /**
     * Sets a password; every session of the account ends, and a link to set another is void.
     *
     * @throws ClewException (invalid) when the password may not be one; (not-found) when there is no such account
     */
    public void setPassword(String name, String password, Actor by) {
        String hash = passwords.hash(passwords.check(name, password));
        store.write(handle -> {
            Accounts.require(handle, name);
            setPassword(handle, name, hash, by);
            return true;
        });
    }

    private void setPassword(Handle handle, String name, String hash, Actor by) {
        handle.execute("UPDATE account SET password = ? WHERE name = ?", hash, name);
        handle.execute("DELETE FROM session WHERE account = ?", name);
        handle.execute("DELETE FROM invitation WHERE account = ?", name);
        audit.note(handle, Audit.Kind.PASSWORD_CHANGED, name, by, "");
    }

    /**
     * The same by the account's owner, who says the present one, and is signed in anew.
     *
     * @throws ClewException (unauthenticated, too-many-requests) when the present one is wrong, as for {@link #signIn}
     */
    public Session.Opened changePassword(String name, String present, String next, String from) {
        verify(name, present, from);
        setPassword(name, next, new Actor(name, from));
        return store.write(handle -> sessions.open(handle, Accounts.require(handle, name)));
    }

    /** A password's kept form, checked for this account: for invitations. */
    String hash(String name, String password) {
        return passwords.hash(passwords.check(name, password));
    }

    /** Sets a kept form and opens a session, in the transaction of an invitation. */
    Session.Opened enter(Handle handle, String name, String hash, Actor by) {
        setPassword(handle, name, hash, by);
        audit.note(handle, Audit.Kind.SIGNED_IN, name, by, "");
        return sessions.open(handle, Accounts.require(handle, name));
    }
}
