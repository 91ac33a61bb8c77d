package dev.clew.store;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
            "0007-packed-texts",
            "0008-remarks",
            "0009-explorations",
            "0010-scans",
            "0011-readers",
            "0012-jobs",
            "0013-feeds",
            "0015-briefs-known",
            "0014-scan-rules",
            "0016-bounces");

    private Migrations() {}

    /**
     * What is brought up to date, for the sentences of refusals.
     *
     * @param code of a refusal
     * @param name such as "The data directory /srv/clew"
     * @param database such as "file /srv/clew/clew.sqlite"
     * @param advice what to do with another one instead
     */
    record Subject(ErrorCode code, String name, String database, String advice) {
        static Subject of(DataDirectory directory) {
            return new Subject(
                    ErrorCode.DATA_DIRECTORY,
                    "The data directory " + directory.path(),
                    "file " + directory.database(),
                    "name another directory with --data");
        }
    }

    /**
     * Runs the steps that are missing; call inside a write transaction.
     *
     * @param tables the names of those that are there
     */
    static void run(Handle handle, Subject subject, Set<String> tables) {
        int known = STEPS.size();
        int found = version(handle, subject, tables);
        if (found > known) {
            throw new ClewException(
                    subject.code(),
                    subject.name() + " is of a newer version of Clew (format " + found + "; this one knows up to "
                            + known + "): start that version, or " + subject.advice() + ".");
        }
        for (int step = found; step < known; step++) {
            handle.createScript(text(STEPS.get(step))).execute();
            handle.execute("INSERT INTO migration (step) VALUES (?)", step + 1);
        }
    }

    private static int version(Handle handle, Subject subject, Set<String> tables) {
        if (tables.isEmpty()) {
            handle.execute("CREATE TABLE migration (step INTEGER PRIMARY KEY)");
            return 0;
        }
        if (!tables.contains("migration")) {
            throw new ClewException(
                    subject.code(),
                    "The " + subject.database() + " is a database, but not one of Clew: " + subject.advice() + ".");
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
