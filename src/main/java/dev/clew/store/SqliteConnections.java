package dev.clew.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.Pragma;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/**
 * How the database file is opened.
 *
 * <p>{@code synchronous=FULL} syncs the log at every commit, so that what was acknowledged survives a power cut; writers
 * begin {@code IMMEDIATE}, so that they queue at the start instead of failing at their first write.
 */
final class SqliteConnections {
    private static final int PAGE_CACHE_KIBIBYTES = 64 * 1024;
    private static final int LOG_LIMIT_BYTES = 64 * 1024 * 1024;

    private final String url;
    private final Duration busyTimeout;

    SqliteConnections(Path database, Duration busyTimeout) {
        this.url = "jdbc:sqlite:" + database;
        this.busyTimeout = busyTimeout;
    }

    Connection writing() throws SQLException {
        SQLiteConfig config = common();
        config.setJournalMode(JournalMode.WAL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setCacheSize(-PAGE_CACHE_KIBIBYTES);
        config.setJournalSizeLimit(LOG_LIMIT_BYTES);
        return config.createConnection(url);
    }

    Connection reading() throws SQLException {
        SQLiteConfig config = common();
        config.setTransactionMode(TransactionMode.DEFERRED);
        Connection connection = config.createConnection(url);
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA query_only = true");
        }
        return connection;
    }

    /** For writing the whole database into another file. */
    Connection copying() throws SQLException {
        return common().createConnection(url);
    }

    private SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(Math.toIntExact(busyTimeout.toMillis()));
        config.setGetGeneratedKeys(false);
        config.setPragma(Pragma.FOREIGN_KEYS, "true");
        return config;
    }
}
