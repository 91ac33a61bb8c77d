package dev.clew.ledger;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.DataDirectory;
import dev.clew.store.DatabaseFile;
import dev.clew.store.DatabaseSwap;
import dev.clew.store.Store;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipException;
import org.jdbi.v3.core.Handle;

/**
 * Backups: the whole database in one file. A file that exists under its name is whole: it is written aside, its history is
 * held against its own hashes, it is synced and read back, and renamed then.
 */
public final class Backup {
    /** How the names of files end that are still being written, or were when the process was killed. */
    static final String UNFINISHED = ".unfinished";

    private Backup() {}

    /**
     * Backs a database up while it is at work; what is committed meanwhile is not in it. Needs up to twice the database's
     * size beside the file while it works.
     *
     * @return the last change in the backup
     * @throws ClewException (conflict) when the file exists; (no-space) when it cannot be written; (unusable-backup) when
     *     the database is damaged
     */
    public static Position make(Store store, Path file) {
        Path target = file.toAbsolutePath().normalize();
        requireFree(target);
        return make(store, target.resolveSibling(""), position -> target).position();
    }

    /**
     * A backup that was made.
     *
     * @param file where it is
     * @param position the last change in it
     */
    record Written(Path file, Position position) {}

    /** The same under a name that tells of what is in it. */
    static Written make(Store store, Path directory, Function<Position, Path> name) {
        Path copy = aside(directory);
        Path packed = aside(directory);
        try {
            Files.createDirectories(directory);
            BackupFile.createPrivate(copy);
            store.copyTo(copy);
            Position position = verify(copy);
            Path target = name.apply(position);
            requireFree(target);
            BackupFile.createPrivate(packed);
            BackupFile.pack(copy, packed);
            Files.move(packed, target, StandardCopyOption.ATOMIC_MOVE);
            return new Written(target, position);
        } catch (IOException failed) {
            throw unwritable(directory, failed);
        } finally {
            remove(copy);
            remove(packed);
        }
    }

    private static void requireFree(Path target) {
        if (Files.exists(target)) {
            throw new ClewException(ErrorCode.CONFLICT, "There is already a file " + target + ": name another.");
        }
    }

    private static Path aside(Path directory) {
        return directory.resolve(".clew-" + UUID.randomUUID() + UNFINISHED);
    }

    private static Position verify(Path database) {
        DatabaseFile file = new DatabaseFile(database);
        file.requireSound();
        return file.read(ChainCheck::check);
    }

    /**
     * What became of a restore.
     *
     * @param position the last change of the restored ledger
     * @param aside where the database is that was there before; empty when there was none
     */
    public record Restored(Position position, Optional<Path> aside) {}

    /**
     * Puts a backup in the place of a data directory's database. It is verified before anything there is touched; what was
     * there is kept aside. The restored ledger gets a new id, so that everything derived is built anew. Call with the
     * directory locked for this process.
     *
     * @param alsoInTheCopy what else is done to the restored database, in one transaction
     * @throws ClewException (not-found) when there is no such file; (unusable-backup) when it is damaged or no backup;
     *     (conflict) when another process uses the database; (no-space) when the directory cannot be written
     */
    public static Restored restore(Path file, DataDirectory directory, Consumer<Handle> alsoInTheCopy) {
        if (!Files.isRegularFile(file)) {
            throw new ClewException(ErrorCode.NOT_FOUND, "There is no file " + file + ": name a backup.");
        }
        Path copy = aside(directory.path());
        try {
            BackupFile.createPrivate(copy);
            unpack(file, copy);
            Position restored = prepare(copy, alsoInTheCopy);
            BackupFile.sync(copy);
            return new Restored(restored, DatabaseSwap.putInPlace(copy, directory));
        } catch (IOException failed) {
            throw unwritable(directory.path(), failed);
        } finally {
            remove(copy);
        }
    }

    private static Position prepare(Path copy, Consumer<Handle> alsoInTheCopy) {
        DatabaseFile database = new DatabaseFile(copy);
        database.requireSound();
        database.bringUpToDate();
        database.read(ChainCheck::check);
        return database.write(handle -> {
            alsoInTheCopy.accept(handle);
            return Head.renew(handle).position();
        });
    }

    private static void unpack(Path file, Path copy) throws IOException {
        try {
            BackupFile.unpack(file, copy);
        } catch (ZipException | EOFException damaged) {
            throw new ClewException(
                    ErrorCode.UNUSABLE_BACKUP,
                    "The file " + file + " is damaged, or not a backup of Clew (" + damaged.getMessage()
                            + "): use another one.",
                    damaged);
        }
    }

    private static void remove(Path file) {
        Path journal = file.resolveSibling(file.getFileName() + "-journal");
        try {
            if (Files.exists(file) || Files.exists(journal)) {
                Files.deleteIfExists(journal);
                Files.deleteIfExists(file);
            }
        } catch (IOException stays) {
            throw unwritable(file, stays);
        }
    }

    private static ClewException unwritable(Path directory, IOException cause) {
        return new ClewException(
                ErrorCode.NO_SPACE,
                "Cannot write into " + directory + ": " + reason(cause)
                        + ". Make the directory writable and free some space.",
                cause);
    }

    private static String reason(IOException cause) {
        return switch (cause) {
            case FileAlreadyExistsException inTheWay -> "a file is in its place";
            case AccessDeniedException denied -> "the system does not allow it";
            default -> String.valueOf(cause.getMessage());
        };
    }
}
