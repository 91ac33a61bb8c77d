package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** The numbered steps that bring a database to the form this release knows; a step is never changed once released. */
final class Migrations {
    /** The steps in order; the first has number 1. Each is a resource {@code migrations/NAME.sql}. */
    private static final List<String> STEPS = List.of(
            "0001-ledger",
            "0002-runs-and-redirects",
            "0003-accounts",
            "0004-repeats",
            "0005-proposals-and-imports",
            "0006-conflicts",
            "0007-packed-texts");

    private Migrations() {}

    /** Runs the steps that are missing; call inside a write transaction. */
    static void run(Handle handle, DataDirectory directory) {
        int known = STEPS.size();
        int found = version(handle, directory);
        if (found > known) {
            throw new ClewException(
                    ErrorCode.DATA_DIRECTORY,
                    "The data directory " + directory.path() + " is of a newer version of Clew (format " + found
                            + "; this one knows up to " + known
                            + "): start that version, or name another directory with --data.");
        }
        for (int step = found; step < known; step++) {
            handle.createScript(text(STEPS.get(step))).execute();
            handle.execute("INSERT INTO migration (step) VALUES (?)", step + 1);
        }
    }

    private static int version(Handle handle, DataDirectory directory) {
        List<String> tables = handle.createQuery("SELECT name FROM sqlite_master WHERE type = 'table'")
                .mapTo(String.class)
                .list();
        if (tables.isEmpty()) {
            handle.execute("CREATE TABLE migration (step INTEGER PRIMARY KEY)");
            return 0;
        }
        if (!tables.contains("migration")) {
            throw new ClewException(
                    ErrorCode.DATA_DIRECTORY,
                    "The file " + directory.database()
                            + " is a database, but not one of Clew: name another directory with --data.");
        }
        return handle.createQuery("SELECT COALESCE(MAX(step), 0) FROM migration")
                .mapTo(Integer.class)
                .one();
    }

    private static String text(String step) {
        try (InputStream in = Objects.requireNonNull(
                Migrations.class.getResourceAsStream("/migrations/" + step + ".sql"), "no migration " + step)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new ClewException(ErrorCode.INTERNAL, "Cannot read the migration " + step + ".", unreadable);
        }
    }
}
