package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers, each with its own projections, on one ledger in PostgreSQL. */
class TwoServersPostgresTest {
    @TempDir
    Path directory;

    @Test
    void eightWritersOverTwoServersLoseNothingAndReadAtEitherWhatTheyWroteAtTheOther() {
        String database =
                "postgresql://postgres@" + TestDatabases.postgres(directory).server() + "/"
                        + TestDatabases.postgres(directory).name();
        List<Settings> servers = List.of(settings("one", database), settings("two", database));
        ConcurrentEditors.Outcome outcome = ConcurrentEditors.run(servers, 8, 4, Duration.ofSeconds(3));
        assertEquals(List.of(), outcome.faults());
        assertTrue(outcome.acknowledged() > 20, "only " + outcome.acknowledged() + " edits were acknowledged");
        assertTrue(outcome.stale() > 0, "no two editors met");
    }

    private Settings settings(String name, String database) {
        String data = directory.resolve(name).toString();
        return Settings.read(
                Map.of(Setting.DATA, data, Setting.PORT, "0", Setting.EMBEDDINGS, "off", Setting.DATABASE, database),
                Map.of());
    }
}
