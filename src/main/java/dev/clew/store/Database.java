package dev.clew.store;

import dev.clew.model.ClewException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The database that holds the tables: a file in the data directory, or a server. Safe for any number of threads. */
interface Database {
    /** A new connection for writing; whoever opened it closes it. */
    Connection writing() throws SQLException;

    /** A new connection whose transactions read one consistent state each and cannot write. */
    Connection reading() throws SQLException;

    /** Whether a connection that was idle can still be used. */
    boolean isUsable(Handle handle);

    /**
     * Waits, at the start of a write transaction, until no other is under way, here or in another process, and keeps
     * others waiting until it ends.
     */
    void beginWrite(Handle handle);

    /**
     * Refuses to begin a write that there is no room for.
     *
     * @throws ClewException (no-space) when the disk is nearly full
     */
    void requireSpace();

    /** Bytes that may be written until there is no room for more; negative when there is none, empty where nobody knows. */
    OptionalLong spaceLeft();

    /** The names of the tables that are there. */
    Set<String> tables(Handle handle);

    /** What is brought up to date, for the sentences of refusals. */
    Migrations.Subject subject();

    /** The refusal for an exception of JDBI or JDBC. */
    ClewException explain(Exception failure);

    /**
     * Writes the database as it stands into a file that is missing or empty.
     *
     * @throws ClewException (no-space) when the file cannot be written; (bad-request) when this is done by other means
     */
    void copyTo(Path file);

    /** How many bytes it takes. */
    long sizeBytes();
}
