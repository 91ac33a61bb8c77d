package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The file in the data directory: SQLite in WAL mode with full sync. */
final class SqliteDatabase implements Database {
    /** Most bytes of the disk that are left free. */
    private static final long RESERVE_BYTES = 64L << 20;
    /** The part of a small disk that is left free. */
    private static final long RESERVE_PART = 50;

    private final DataDirectory directory;
    private final SqliteConnections connections;
    private final StoreFailures failures;
    private final SpareFile spare;

    SqliteDatabase(DataDirectory directory, Duration busyTimeout) {
        this.directory = directory;
        connections = new SqliteConnections(directory.database(), busyTimeout);
        failures = new StoreFailures(directory);
        spare = new SpareFile(directory.spare());
        if (spaceLeft().orElse(0) < 0) {
            spare.give();
        }
    }

    @Override
    public Connection writing() throws SQLException {
        return connections.writing();
    }

    @Override
    public Connection reading() throws SQLException {
        return connections.reading();
    }

    @Override
    public boolean isUsable(Handle handle) {
        return true;
    }

    /** Nothing: its connections begin {@code IMMEDIATE}. */
    @Override
    public void beginWrite(Handle handle) {}

    /** {@inheritDoc} It stops early enough for what is derived to end what it writes. */
    @Override
    public void requireSpace() {
        if (spaceLeft().orElse(0) < 0) {
            throw new ClewException(
                    ErrorCode.NO_SPACE, "The disk of " + directory.path() + " is full: free some space.");
        }
        spare.take();
    }

    @Override
    public OptionalLong spaceLeft() {
        try {
            FileStore disk = Files.getFileStore(directory.path());
            long reserve = Math.min(RESERVE_BYTES, disk.getTotalSpace() / RESERVE_PART);
            return OptionalLong.of(disk.getUsableSpace() - reserve);
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    @Override
    public Set<String> tables(Handle handle) {
        return tablesOf(handle);
    }

    /** The tables of any SQLite database. */
    static Set<String> tablesOf(Handle handle) {
        return handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                .mapTo(String.class)
                .set();
    }

    @Override
    public Migrations.Subject subject() {
        return Migrations.Subject.of(directory);
    }

    @Override
    public ClewException explain(Exception failure) {
        return failures.explain(failure);
    }

    @Override
    public void copyTo(Path file) {
        try (Handle handle = Jdbi.open(connections::copying)) {
            handle.execute("VACUUM INTO ?", file.toString());
        } catch (JdbiException failed) {
            throw failures.explainCopy(file, failed);
        }
    }

    /** {@inheritDoc} Without what is still in its log. */
    @Override
    public long sizeBytes() {
        try {
            return Files.size(directory.database());
        } catch (IOException unreadable) {
            throw new ClewException(ErrorCode.DATA_DIRECTORY, "Cannot read " + directory.database() + ".", unreadable);
        }
    }
}
