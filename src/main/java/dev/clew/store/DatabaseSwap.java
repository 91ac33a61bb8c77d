package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Puts another database in the place of a data directory's. There is a whole database under its name at every moment; the
 * one that was there stays beside it under another name. Call with the directory locked for this process.
 */
public final class DatabaseSwap {
    private static final List<String> PARTS = List.of("", "-wal", "-shm");

    private DatabaseSwap() {}

    /**
     * Does it.
     *
     * @param database in the data directory too; is no longer under its name afterwards
     * @return where the database is that was there; empty when there was none
     * @throws ClewException (conflict) when somebody still uses the one that is there
     * @throws IOException when the directory cannot be written
     */
    public static Optional<Path> putInPlace(Path database, DataDirectory directory) throws IOException {
        Path place = directory.database();
        Optional<Path> aside = Optional.empty();
        if (Files.exists(place)) {
            settle(place);
            aside = Optional.of(keepAside(place));
            Files.deleteIfExists(part(place, "-wal"));
            Files.deleteIfExists(part(place, "-shm"));
        }
        Files.move(database, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return aside;
    }

    /** Brings a database and its log into one file, which succeeds only when nobody else has it open. */
    private static void settle(Path place) {
        SQLiteConfig config = new SQLiteConfig();
        try (Connection connection = config.createConnection("jdbc:sqlite:" + place);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = DELETE");
        } catch (SQLException failed) {
            if (failed instanceof SQLiteException sqlite && isBusy(sqlite)) {
                throw new ClewException(
                        ErrorCode.CONFLICT,
                        "Another process uses the database in " + place.getParent()
                                + ": let it end, then restore again.",
                        failed);
            }
            // A damaged database is what backups are restored over: it is kept aside as it is, with its log.
        }
    }

    private static boolean isBusy(SQLiteException failed) {
        SQLiteErrorCode primary = SQLiteErrorCode.getErrorCode(failed.getResultCode().code & 0xff);
        return primary == SQLiteErrorCode.SQLITE_BUSY || primary == SQLiteErrorCode.SQLITE_LOCKED;
    }

    private static Path keepAside(Path place) throws IOException {
        int number = 1;
        while (Files.exists(aside(place, number))) {
            number++;
        }
        for (String ending : PARTS) {
            if (Files.exists(part(place, ending))) {
                linkOrCopy(part(aside(place, number), ending), part(place, ending));
            }
        }
        return aside(place, number);
    }

    private static Path aside(Path place, int number) {
        return part(place, ".before-restore-" + number);
    }

    private static Path part(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static void linkOrCopy(Path link, Path file) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (IOException | UnsupportedOperationException withoutLinks) {
            Files.copy(file, link);
        }
    }
}
