package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A PostgreSQL database, shared by several servers.
 *
 * <p>Writers queue at one advisory lock from the start of their transactions, as SQLite's do, so that nothing that was
 * read before the lock decides what is written. Texts must be ordered by their bytes, as SQLite orders them.
 */
final class PostgresDatabase implements Database {
    /** The first release that is known to do. */
    private static final int OLDEST = 17;

    private static final Set<String> BY_BYTES = Set.of("C", "POSIX", "C.UTF-8", "C.utf8", "ucs_basic");
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int SECONDS_TO_PROBE = 3;
    /** Names the queue of writers in its database; nothing depends on the number but that it stays. */
    private static final long QUEUE = 0x0c1e_3001L;

    private final DatabaseAddress address;
    private final Duration busyTimeout;
    private final PostgresFailures failures;

    PostgresDatabase(DatabaseAddress address, Duration busyTimeout) {
        this.address = address;
        this.busyTimeout = busyTimeout;
        this.failures = new PostgresFailures(address);
    }

    @Override
    public Connection writing() throws SQLException {
        return connect(Connection.TRANSACTION_READ_COMMITTED, false);
    }

    @Override
    public Connection reading() throws SQLException {
        return connect(Connection.TRANSACTION_REPEATABLE_READ, true);
    }

    private Connection connect(int isolation, boolean readOnly) throws SQLException {
        Connection connection = DriverManager.getConnection(url(), properties());
        try {
            connection.setTransactionIsolation(isolation);
            connection.setReadOnly(readOnly);
            limitWaiting(connection);
            return connection;
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private void limitWaiting(Connection connection) throws SQLException {
        try (PreparedStatement limit = connection.prepareStatement("SELECT set_config('lock_timeout', ?, false)")) {
            // 0 would wait for ever.
            limit.setString(1, Math.max(1, busyTimeout.toMillis()) + "ms");
            try (ResultSet set = limit.executeQuery()) {
                set.next();
            }
        }
    }

    private String url() {
        String name = URLEncoder.encode(address.name(), StandardCharsets.UTF_8).replace("+", "%20");
        String place = "jdbc:postgresql://" + address.server() + "/" + name;
        return address.options().isEmpty() ? place : place + "?" + address.options();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("ApplicationName", "clew");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("defaultRowFetchSize", Integer.toString(ROWS_AT_ONCE));
        properties.setProperty("reWriteBatchedInserts", "true");
        return properties;
    }

    @Override
    public boolean isUsable(Handle handle) {
        try {
            return handle.getConnection().isValid(SECONDS_TO_PROBE);
        } catch (SQLException lost) {
            return false;
        }
    }

    /** Nothing: the server knows its own disk. */
    @Override
    public void requireSpace() {}

    @Override
    public OptionalLong spaceLeft() {
        return OptionalLong.empty();
    }

    @Override
    public void beginWrite(Handle handle) {
        handle.createQuery("SELECT 1 FROM pg_advisory_xact_lock(:queue)")
                .bind("queue", QUEUE)
                .mapTo(Integer.class)
                .one();
    }

    /** {@inheritDoc} Looks beforehand whether the server and the database will do. */
    @Override
    public Set<String> tables(Handle handle) {
        requireFitting(handle);
        return handle.createQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()")
                .mapTo(String.class)
                .set();
    }

    private void requireFitting(Handle handle) {
        int major = handle.createQuery("SELECT current_setting('server_version_num')")
                        .mapTo(Integer.class)
                        .one()
                / 10_000;
        if (major < OLDEST) {
            throw unfit("is served by PostgreSQL " + major + ": use release " + OLDEST + " or newer");
        }
        String collation = handle.createQuery(
                        "SELECT CASE WHEN pg_encoding_to_char(encoding) <> 'UTF8' THEN pg_encoding_to_char(encoding)"
                                + " WHEN datlocprovider = 'c' THEN datcollate ELSE datlocale END FROM pg_database WHERE datname = current_database()")
                .mapTo(String.class)
                .one();
        if (!BY_BYTES.contains(collation)) {
            throw unfit("orders texts by '" + collation + "', where Clew needs UTF8 ordered by bytes: make one with"
                    + " CREATE DATABASE " + address.name() + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
        }
    }

    private ClewException unfit(String why) {
        return new ClewException(ErrorCode.DATABASE, "The PostgreSQL database " + address.place() + " " + why + ".");
    }

    @Override
    public Migrations.Subject subject() {
        return new Migrations.Subject(
                ErrorCode.DATABASE,
                "The PostgreSQL database " + address.place(),
                "PostgreSQL database " + address.place(),
                "name another one by the setting database");
    }

    @Override
    public ClewException explain(Exception failure) {
        return failures.explain(failure);
    }

    @Override
    public void copyTo(Path file) {
        throw new ClewException(
                ErrorCode.BAD_REQUEST,
                "The library is in the PostgreSQL database " + address.place()
                        + ", which is backed up by its own means: run pg_dump --format=custom, and pg_restore into an"
                        + " empty database.");
    }

    @Override
    public long sizeBytes() {
        try (Handle handle = Jdbi.open(this::reading)) {
            return handle.createQuery("SELECT pg_database_size(current_database())")
                    .mapTo(Long.class)
                    .one();
        } catch (JdbiException failed) {
            throw explain(failed);
        }
    }
}
