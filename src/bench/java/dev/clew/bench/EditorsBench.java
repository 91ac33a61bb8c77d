package dev.clew.bench;

import dev.clew.app.ConcurrentEditors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A hundred editors on fifty records for so many seconds, 60 unless told otherwise: {@code EditorsBench [SECONDS]}. Fails
 * when an acknowledged edit is lost or anything derived differs from a rebuild.
 */
final class EditorsBench {
    private EditorsBench() {}

    /** Runs in a temporary data directory. */
    public static void main(String[] arguments) throws IOException {
        int seconds = arguments.length == 0 ? 60 : Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("clew-editors");
        try {
            ConcurrentEditors.Outcome outcome =
                    ConcurrentEditors.run(directory.resolve("data"), 100, 50, Duration.ofSeconds(seconds));
            Timing.note("100 editors, " + seconds + " s: edits acknowledged", outcome.acknowledged());
            Timing.note("100 editors: edits told that they are stale", outcome.stale());
            Timing.note(
                    "100 editors: lost, or derived differently",
                    outcome.faults().size());
            if (!outcome.faults().isEmpty()) {
                throw new IllegalStateException(String.join("\n", outcome.faults()));
            }
        } finally {
            BenchFiles.delete(directory);
        }
    }
}
