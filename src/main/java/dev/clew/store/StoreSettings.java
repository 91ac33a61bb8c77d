package dev.clew.store;

import dev.clew.model.ClewException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the database is and how it is used.
 *
 * @param dataDirectory the directory that holds everything; made when it is missing
 * @param busyTimeout how long a write waits for a write of another process
 * @param readers how many reads run at once; further ones wait, 1 to 64
 * @param server the PostgreSQL database that holds the tables; null for SQLite in the data directory
 */
public record StoreSettings(
        Path dataDirectory,
        Duration busyTimeout,
        int readers,
        @Nullable DatabaseAddress server) {
    /** Checks the bounds. */
    public StoreSettings {
        if (readers < 1 || readers > 64) {
            throw ClewException.invalid("readers", "must be from 1 to 64", Integer.toString(readers));
        }
        if (busyTimeout.isNegative() || busyTimeout.compareTo(Duration.ofMinutes(5)) > 0) {
            throw ClewException.invalid("busyTimeout", "must be from 0 to 5 minutes", busyTimeout.toString());
        }
    }

    /** The usual settings: waits up to 20 seconds, four readers. */
    public static StoreSettings in(Path dataDirectory) {
        return new StoreSettings(dataDirectory, Duration.ofSeconds(20), 4, null);
    }

    /** The same with the tables in this database; in the data directory's file when null. */
    public StoreSettings on(@Nullable DatabaseAddress database) {
        return new StoreSettings(dataDirectory, busyTimeout, readers, database);
    }
}
