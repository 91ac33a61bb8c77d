package dev.clew.desk;

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

/** Who may do what. Every change of it stands in the audit, in the same transaction. Safe for any number of threads. */
public final class Accounts {
    /** Most accounts of one library. */
    public static final int LIMIT_ACCOUNTS = 10_000;

    private final Store store;
    private final Clock clock;
    private final Audit audit;

    Accounts(Store store, Clock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Makes an account, which has neither password nor token yet.
     *
     * @throws ClewException (invalid) for the name; (conflict) when it is taken or there are too many accounts
     */
    public Account add(String name, Role role, Actor by) {
        return store.write(handle -> add(handle, name, role, by));
    }

    Account add(Handle handle, String name, Role role, Actor by) {
        Account account = new Account(name, role, false, false, Instant.ofEpochMilli(clock.millis()));
        insert(handle, account);
        audit.note(handle, Audit.Kind.ACCOUNT_MADE, name, by, role.code());
        return account;
    }

    private static void insert(Handle handle, Account account) {
        if (find(handle, account.name()).isPresent()) {
            throw new ClewException(
                    ErrorCode.CONFLICT, "There is already an account '" + account.name() + "': choose another name.");
        }
        if (count(handle) >= LIMIT_ACCOUNTS) {
            throw new ClewException(
                    ErrorCode.CONFLICT, "There are already " + LIMIT_ACCOUNTS + " accounts, the most that are kept.");
        }
        handle.execute(
                "INSERT INTO account (name, role, password, disabled, made_millis) VALUES (?, ?, NULL, 0, ?)",
                account.name(),
                account.role().code(),
                account.made().toEpochMilli());
    }

    /** Every account, by name. */
    public List<Account> list() {
        return store.read(handle -> handle.createQuery(
                        "SELECT name, role, disabled, password, made_millis FROM account ORDER BY name")
                .map((row, context) -> account(row))
                .list());
    }

    /** Whether there is any account. */
    public boolean isEmpty() {
        return store.read(Accounts::count) == 0;
    }

    /** The account of this name; empty when there is none. */
    public Optional<Account> find(String name) {
        return store.read(handle -> find(handle, name));
    }

    /**
     * Gives an account another role, from its next request on.
     *
     * @throws ClewException (not-found) when there is no such account; (conflict) when no admin would be left
     */
    public Account setRole(String name, Role role, Actor by) {
        return store.write(handle -> {
            Account before = require(handle, name);
            requireAnotherAdmin(handle, before, role == Role.ADMIN && !before.isDisabled());
            handle.execute("UPDATE account SET role = ? WHERE name = ?", role.code(), name);
            audit.note(handle, Audit.Kind.ROLE_CHANGED, name, by, before.role().code() + " to " + role.code());
            return require(handle, name);
        });
    }

    /**
     * Disables an account, whose sessions and links end and whose tokens are refused from then on, or enables it again.
     *
     * @throws ClewException (not-found) when there is no such account; (conflict) when no admin would be left
     */
    public Account setDisabled(String name, boolean disabled, Actor by) {
        return store.write(handle -> {
            Account before = require(handle, name);
            requireAnotherAdmin(handle, before, before.role() == Role.ADMIN && !disabled);
            handle.execute("UPDATE account SET disabled = ? WHERE name = ?", disabled ? 1 : 0, name);
            handle.execute("DELETE FROM session WHERE account = ?", name);
            handle.execute("DELETE FROM invitation WHERE account = ?", name);
            audit.note(handle, disabled ? Audit.Kind.ACCOUNT_DISABLED : Audit.Kind.ACCOUNT_ENABLED, name, by, "");
            return require(handle, name);
        });
    }

    private static void requireAnotherAdmin(Handle handle, Account before, boolean staysAdmin) {
        boolean isAdmin = before.role() == Role.ADMIN && !before.isDisabled();
        if (!isAdmin || staysAdmin) {
            return;
        }
        long others = handle.createQuery(
                        "SELECT COUNT(*) FROM account WHERE role = 'admin' AND disabled = 0 AND name <> :name")
                .bind("name", before.name())
                .mapTo(Long.class)
                .one();
        if (others == 0) {
            throw new ClewException(
                    ErrorCode.CONFLICT, "'" + before.name() + "' is the last admin: make somebody else one first.");
        }
    }

    static Account require(Handle handle, String name) {
        return find(handle, name)
                .orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "There is no account '" + name + "'."));
    }

    static Optional<Account> find(Handle handle, String name) {
        return handle.createQuery("SELECT name, role, disabled, password, made_millis FROM account WHERE name = :name")
                .bind("name", name)
                .map((row, context) -> account(row))
                .findOne();
    }

    static long count(Handle handle) {
        return handle.createQuery("SELECT COUNT(*) FROM account")
                .mapTo(Long.class)
                .one();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Role.ofAccount(row.getString("role")),
                row.getInt("disabled") == 1,
                row.getString("password") != null,
                Instant.ofEpochMilli(row.getLong("made_millis")));
    }
}
