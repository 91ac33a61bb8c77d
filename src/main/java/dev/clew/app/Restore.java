package dev.clew.app;

import dev.clew.desk.Actor;
import dev.clew.desk.Audit;
import dev.clew.desk.SignedIn;
import dev.clew.ledger.Backup;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.store.DataDirectory;
import dev.clew.store.ServerLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a backup into a data directory. */
public final class Restore {
    /** What may stand in a data directory that counts as empty. */
    private static final Set<String> NO_LIBRARY = Set.of(Settings.FILE, "server.lock", "backups");

    private final Settings settings;

    /** Into the data directory of these settings. */
    public Restore(Settings settings) {
        this.settings = settings;
    }

    /**
     * Verifies a backup, then puts it in place. Whoever was signed in must sign in again; what is derived is built anew by
     * the next start.
     *
     * @param replace whether a library that is there is kept aside; else it is refused
     * @throws ClewException (conflict) when the directory is not empty, or in use; (data-directory) while a server has it; (bad-request) when the
     *     library is in PostgreSQL;
     *     else as {@link Backup#restore}
     */
    public Backup.Restored from(Path file, boolean replace) {
        requireFile(settings);
        DataDirectory directory = DataDirectory.at(settings.data());
        ServerLock lock = directory.lockForServer();
        Backup.Restored restored;
        try {
            if (!replace) {
                requireEmpty(directory);
            }
            restored = Backup.restore(file, directory, SignedIn::end);
        } finally {
            lock.close();
        }
        try (Installation installation = Installation.open(settings)) {
            installation
                    .desk()
                    .audit()
                    .note(
                            Audit.Kind.BACKUP_RESTORED,
                            "",
                            Actor.COMMAND_LINE,
                            file + " up to change " + restored.position().n());
        }
        return restored;
    }

    private static void requireFile(Settings settings) {
        if (settings.database() != null) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The library is in " + settings.database()
                            + ", which is restored by its own means: run pg_restore into an empty database.");
        }
    }

    private static void requireEmpty(DataDirectory directory) {
        List<String> there = names(directory);
        if (!there.isEmpty()) {
            throw new ClewException(
                    ErrorCode.CONFLICT,
                    "The data directory " + directory.path() + " is not empty (it holds "
                            + there.stream().limit(5).collect(Collectors.joining(", "))
                            + "): name an empty one with --data, or add --force, which keeps the library that is there"
                            + " aside.");
        }
    }

    private static List<String> names(DataDirectory directory) {
        try (Stream<Path> files = Files.list(directory.path())) {
            return files.map(each -> each.getFileName().toString())
                    .filter(name -> !NO_LIBRARY.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.DATA_DIRECTORY,
                    "Cannot read the data directory " + directory.path() + ": choose one that you may read.",
                    failed);
        }
    }
}
