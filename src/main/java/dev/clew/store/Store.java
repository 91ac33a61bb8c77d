package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * The SQL database, one writer and a few readers on it: SQLite in the data directory, or PostgreSQL.
 *
 * <p>Safe for any number of threads: writes run one after the other, here and across processes; reads run beside them,
 * each on one consistent state. Failures come out as {@link ClewException}: no-space when the disk is full or
 * read-only, data-directory when the file is damaged or foreign, not-ready when another process writes for too long.
 */
public final class Store implements AutoCloseable {
    private final DataDirectory directory;
    private final Database database;
    private final Jdbi writing;
    private final Jdbi reading;
    private final ReentrantLock writeLock = new ReentrantLock(true);
    private final int readers;
    private final Semaphore readPermits;
    private final ConcurrentLinkedDeque<Handle> idleReaders = new ConcurrentLinkedDeque<>();
    private @Nullable Handle writer;
    private volatile boolean closed;

    private Store(StoreSettings settings) {
        directory = DataDirectory.at(settings.dataDirectory());
        database = settings.server() == null
                ? new SqliteDatabase(directory, settings.busyTimeout())
                : new PostgresDatabase(settings.server(), settings.busyTimeout());
        writing = Jdbi.create(database::writing);
        reading = Jdbi.create(database::reading);
        readers = settings.readers();
        readPermits = new Semaphore(settings.readers(), true);
    }

    /**
     * Opens the database, makes it when it is missing, and brings it to this release's form.
     *
     * @throws ClewException (data-directory) when the data is of a newer version, damaged, or cannot be opened
     */
    public static Store open(StoreSettings settings) {
        Store store = new Store(settings);
        try {
            store.inWriteTransaction(handle -> {
                Migrations.run(handle, store.database.subject(), store.database.tables(handle));
                return true;
            });
            return store;
        } catch (ClewException refused) {
            store.close();
            throw refused;
        }
    }

    /** Where the data is. */
    public DataDirectory directory() {
        return directory;
    }

    /** Bytes of the database, without what is still in a log of its own. */
    public long sizeBytes() {
        return database.sizeBytes();
    }

    /** Bytes that may be written until writing stops; negative while it is stopped, empty where nobody knows. */
    public OptionalLong spaceLeft() {
        return database.spaceLeft();
    }

    /** Why nothing can be written at this moment; empty when it can. */
    public Optional<String> writingStopped() {
        try {
            database.requireSpace();
            return Optional.empty();
        } catch (ClewException full) {
            return Optional.of(String.valueOf(full.getMessage()));
        }
    }

    /** How busy the connections for short reads are. */
    public Readers readers() {
        return new Readers(readers - readPermits.availablePermits(), readPermits.getQueueLength(), readers);
    }

    /**
     * How busy the connections for short reads are.
     *
     * @param running reads under way
     * @param waiting reads that wait for a connection
     * @param limit most at once
     */
    public record Readers(int running, int waiting, int limit) {}

    /**
     * Runs work in one write transaction: all of it is kept, or, when it throws, nothing.
     *
     * @throws ClewException (no-space) before it begins, when the disk is nearly full
     */
    public <T> T write(Function<Handle, T> work) {
        database.requireSpace();
        return inWriteTransaction(work);
    }

    /** The same for the few bytes that opening may write, also when the disk is nearly full, so that what is there can be read. */
    public <T> T prepare(Function<Handle, T> work) {
        return inWriteTransaction(work);
    }

    private <T> T inWriteTransaction(Function<Handle, T> work) {
        writeLock.lock();
        try {
            return writer().inTransaction(handle -> {
                database.beginWrite(handle);
                return work.apply(handle);
            });
        } catch (JdbiException failed) {
            discardWriter(failed);
            throw database.explain(failed);
        } finally {
            writeLock.unlock();
        }
    }

    private Handle writer() {
        requireOpen();
        Handle current = writer;
        if (current != null && !database.isUsable(current)) {
            current.close();
            current = null;
        }
        if (current == null) {
            current = writing.open();
            writer = current;
        }
        return current;
    }

    /** Runs work that only reads, on one consistent state. Keep it short: few run at once. */
    public <T> T read(Function<Handle, T> work) {
        readPermits.acquireUninterruptibly();
        try {
            requireOpen();
            return read(reader(), work);
        } catch (JdbiException failed) {
            throw database.explain(failed);
        } finally {
            readPermits.release();
        }
    }

    private Handle reader() {
        Handle idle = idleReaders.pollFirst();
        while (idle != null && !database.isUsable(idle)) {
            idle.close();
            idle = idleReaders.pollFirst();
        }
        return idle == null ? reading.open() : idle;
    }

    private <T> T read(Handle reader, Function<Handle, T> work) {
        try {
            T result = reader.inTransaction(work::apply);
            giveBack(reader);
            return result;
        } catch (RuntimeException failed) {
            discard(reader, failed);
            throw failed;
        }
    }

    private void giveBack(Handle reader) {
        if (closed) {
            reader.close();
        } else {
            idleReaders.addFirst(reader);
        }
    }

    /**
     * Runs long work that only reads, on one consistent state and a connection of its own, such as walking every record.
     * The log of the database grows with the writes made meanwhile.
     */
    public void readLong(Consumer<Handle> work) {
        requireOpen();
        try (Handle handle = reading.open()) {
            handle.useTransaction(work::accept);
        } catch (JdbiException failed) {
            throw database.explain(failed);
        }
    }

    /**
     * Writes the database as it stands at this moment into a file, beside readers and writers, here and in other processes.
     * Costs reading it once; the log of the database grows with the writes made meanwhile.
     *
     * @param file is missing or empty
     * @throws ClewException (no-space) when the file cannot be written; (bad-request) when the database is a server, which is
     *     backed up by its own means
     */
    public void copyTo(Path file) {
        requireOpen();
        database.copyTo(file);
    }

    private void requireOpen() {
        if (closed) {
            throw new ClewException(ErrorCode.NOT_READY, "The database is closed: Clew is stopping.");
        }
    }

    private void discardWriter(RuntimeException failure) {
        Handle current = writer;
        writer = null;
        if (current != null) {
            discard(current, failure);
        }
    }

    /** Closes the connection below the handle, which after a failure may not know whether a transaction is open. */
    private static void discard(Handle handle, RuntimeException failure) {
        try {
            handle.getConnection().close();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    /** Waits for the write under way and closes every connection. */
    @Override
    public void close() {
        writeLock.lock();
        try {
            closed = true;
            Handle current = writer;
            writer = null;
            if (current != null) {
                current.close();
            }
        } finally {
            writeLock.unlock();
        }
        Handle reader = idleReaders.pollFirst();
        while (reader != null) {
            reader.close();
            reader = idleReaders.pollFirst();
        }
    }
}
