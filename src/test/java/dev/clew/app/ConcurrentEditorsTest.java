package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hundred editors on fifty records lose nothing; the bench has the same for a minute. */
class ConcurrentEditorsTest {
    @TempDir
    Path directory;

    @Test
    void noEditOfAHundredEditorsIsLostAndEverythingDerivedEqualsARebuild() {
        ConcurrentEditors.Outcome outcome =
                ConcurrentEditors.run(directory.resolve("data"), 100, 50, Duration.ofSeconds(1));
        assertEquals(List.of(), outcome.faults());
        assertTrue(outcome.acknowledged() > 20, "only " + outcome.acknowledged() + " edits were acknowledged");
        assertTrue(outcome.stale() > 0, "no two editors met");
    }
}
