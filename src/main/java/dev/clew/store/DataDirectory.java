package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The directory that holds a ledger and everything derived from it.
 *
 * @param path its place
 */
public record DataDirectory(Path path) {
    /**
     * The directory at this place, made when it is missing.
     *
     * @throws ClewException (data-directory) when it cannot be made or is a file
     */
    public static DataDirectory at(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return new DataDirectory(absolute);
        } catch (FileAlreadyExistsException taken) {
            throw unusable(absolute, "is a file: name a directory with --data", taken);
        } catch (IOException failed) {
            throw unusable(absolute, "cannot be made: choose a directory that you may write to with --data", failed);
        }
    }

    private static ClewException unusable(Path path, String why, IOException cause) {
        return new ClewException(ErrorCode.DATA_DIRECTORY, "The data directory " + path + " " + why + ".", cause);
    }

    /** The database file. */
    public Path database() {
        return path.resolve("clew.sqlite");
    }

    /** What is given away when the disk is full. */
    Path spare() {
        return path.resolve("spare");
    }

    /**
     * Takes the directory for one server; commands that only use the ledger need no lock.
     *
     * @throws ClewException (data-directory) when another server holds it, naming its process
     */
    public ServerLock lockForServer() {
        return ServerLock.take(path.resolve("server.lock"));
    }
}
