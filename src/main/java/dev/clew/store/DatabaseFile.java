package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A database that stands alone in one file and is nobody's at work, such as the copy that a backup is made from. For one
 * thread at a time.
 *
 * @param path of the file
 */
public record DatabaseFile(Path path) {
    /**
     * Runs work on it that only reads.
     *
     * @throws ClewException (unusable-backup) when the file is damaged or no database
     */
    public <T> T read(Function<Handle, T> work) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        return run(config, work);
    }

    /**
     * Runs work on it in one transaction.
     *
     * @throws ClewException (unusable-backup) when the file is damaged or no database
     */
    public <T> T write(Function<Handle, T> work) {
        SQLiteConfig config = new SQLiteConfig();
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        return run(config, work);
    }

    private <T> T run(SQLiteConfig config, Function<Handle, T> work) {
        Jdbi jdbi = Jdbi.create(() -> connect(config));
        try (Handle handle = jdbi.open()) {
            return handle.inTransaction(work::apply);
        } catch (JdbiException failed) {
            throw unusable("it cannot be read as a database of Clew", failed);
        }
    }

    private Connection connect(SQLiteConfig config) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + path);
    }

    /**
     * Checks every page, every index and every reference between tables.
     *
     * @throws ClewException (unusable-backup) saying what the database itself says of the damage
     */
    public void requireSound() {
        List<String> said = read(handle -> handle.createQuery("PRAGMA integrity_check(5)")
                .mapTo(String.class)
                .list());
        if (!said.equals(List.of("ok"))) {
            throw unusable(said.getFirst(), null);
        }
        int dangling = read(handle ->
                handle.createQuery("PRAGMA foreign_key_check").mapToMap().list().size());
        if (dangling > 0) {
            throw unusable(dangling + " rows refer to nothing", null);
        }
    }

    /**
     * Brings it to this release's form.
     *
     * @throws ClewException (unusable-backup) when it is not one of Clew, or of a newer version
     */
    public void bringUpToDate() {
        write(handle -> {
            Set<String> tables = SqliteDatabase.tablesOf(handle);
            if (tables.isEmpty()) {
                throw unusable("it holds nothing", null);
            }
            Migrations.run(
                    handle,
                    new Migrations.Subject(
                            ErrorCode.UNUSABLE_BACKUP, "The backup", "file " + path, "use another backup"),
                    tables);
            return tables.size();
        });
    }

    private static ClewException unusable(String why, @Nullable Exception cause) {
        String sentence = "The copy of the database is damaged: " + why + ". Use another backup.";
        return cause == null
                ? new ClewException(ErrorCode.UNUSABLE_BACKUP, sentence)
                : new ClewException(ErrorCode.UNUSABLE_BACKUP, sentence, cause);
    }
}
