package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Turns what the database reports into sentences a person can act on. */
final class StoreFailures {
    private static final Set<SQLiteErrorCode> CANNOT_WRITE = Set.of(
            SQLiteErrorCode.SQLITE_FULL,
            SQLiteErrorCode.SQLITE_IOERR,
            SQLiteErrorCode.SQLITE_CANTOPEN,
            SQLiteErrorCode.SQLITE_READONLY);

    private final DataDirectory directory;

    StoreFailures(DataDirectory directory) {
        this.directory = directory;
    }

    /** The refusal for an exception of JDBI or JDBC. */
    ClewException explain(Exception failure) {
        SQLException sql = sqlCause(failure);
        if (sql instanceof SQLiteException sqlite) {
            return explain(sqlite.getResultCode(), sqlite);
        }
        return new ClewException(
                ErrorCode.INTERNAL,
                "The database in " + directory.path() + " failed: " + (sql == null ? failure : sql).getMessage() + ".",
                failure);
    }

    /** The refusal for an exception met while the database was copied into a file. */
    ClewException explainCopy(Path file, Exception failure) {
        if (sqlCause(failure) instanceof SQLiteException sqlite) {
            SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
            if (CANNOT_WRITE.contains(primary)) {
                return failure(
                        ErrorCode.NO_SPACE,
                        "Cannot write " + file + " (" + sqlite.getResultCode()
                                + "): make its directory writable and free some space.",
                        sqlite);
            }
        }
        return explain(failure);
    }

    /** What the driver said; null when it was not the driver. */
    static @Nullable SQLException sqlCause(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof SQLException)) {
            cause = cause.getCause();
        }
        return (SQLException) cause;
    }

    private ClewException explain(SQLiteErrorCode result, SQLiteException cause) {
        return switch (SQLiteErrorCode.getErrorCode(result.code & 0xff)) {
            case SQLITE_FULL ->
                failure(ErrorCode.NO_SPACE, "The disk of " + directory.path() + " is full: free some space.", cause);
            case SQLITE_READONLY ->
                failure(
                        ErrorCode.NO_SPACE,
                        "The data directory " + directory.path() + " is read-only: make it writable.",
                        cause);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                failure(
                        ErrorCode.DATA_DIRECTORY,
                        "Cannot open " + directory.database()
                                + ": check that it and its directory may be read and written.",
                        cause);
            case SQLITE_NOTADB, SQLITE_CORRUPT ->
                failure(
                        ErrorCode.DATA_DIRECTORY,
                        "The file " + directory.database()
                                + " is damaged or not a database: restore a backup, or name another directory with --data.",
                        cause);
            case SQLITE_IOERR ->
                failure(
                        ErrorCode.NO_SPACE,
                        "The disk of " + directory.path() + " reported an error (" + result
                                + "), so the write may not have been kept: check the disk, then read before writing again.",
                        cause);
            case SQLITE_BUSY, SQLITE_LOCKED ->
                failure(
                        ErrorCode.NOT_READY,
                        "Another process is writing to " + directory.path() + ": try again in a moment.",
                        cause);
            default ->
                failure(
                        ErrorCode.INTERNAL,
                        "The database in " + directory.path() + " failed: " + cause.getMessage() + ".",
                        cause);
        };
    }

    private static ClewException failure(ErrorCode code, String sentence, Exception cause) {
        return new ClewException(code, sentence, cause);
    }
}
