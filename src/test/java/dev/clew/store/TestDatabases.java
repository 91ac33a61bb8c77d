package dev.clew.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which database a test runs on: SQLite, or, with the system property {@code clew.test.database=postgresql}, a database
 * of its own for each directory on one PostgreSQL server, which is started when first needed and ends with the process.
 */
public final class TestDatabases {
    private static final Map<Path, DatabaseAddress> MADE = new ConcurrentHashMap<>();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** Whether tests run on PostgreSQL. */
    public static boolean onPostgres() {
        return "postgresql".equals(System.getProperty("clew.test.database"));
    }

    /** The usual settings with the tables where the tests have them; the same directory gives the same database. */
    public static StoreSettings in(Path directory) {
        StoreSettings settings = StoreSettings.in(directory);
        return onPostgres() ? settings.on(postgres(directory)) : settings;
    }

    /** A database on PostgreSQL for this directory. */
    public static DatabaseAddress postgres(Path directory) {
        return MADE.computeIfAbsent(
                directory.toAbsolutePath(), any -> make("clew" + COUNT.incrementAndGet(), "LOCALE 'C'"));
    }

    /** Makes a database with this name and locale. */
    static DatabaseAddress make(String name, String locale) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' " + locale);
            return DatabaseAddress.parse("postgresql://postgres@localhost:" + Server.RUNNING.getPort() + "/" + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "400")
                        // What survives a power cut is PostgreSQL's own to prove; these tests make a hundred databases.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
