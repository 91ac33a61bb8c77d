package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.web.Calls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose searches for paths walk the graph on a Neo4j server answers as one that walks its own. */
class EngineNeo4jTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir
    Path directory;

    private Explorer start(String name, Map<Setting, String> more) {
        Map<Setting, String> flags = new EnumMap<>(more);
        flags.put(Setting.DATA, directory.resolve(name).toString());
        flags.put(Setting.PORT, "0");
        flags.put(Setting.EMBEDDINGS, "off");
        return Explorer.start(Settings.read(flags, Map.of()), new Explorer.Start("test", true));
    }

    /** Waits until everything is shown, on the Neo4j server too. */
    private static Calls ready(Explorer explorer) {
        assertTrue(explorer.awaitReady(PATIENCE));
        Calls calls = new Calls(explorer.address());
        Instant end = Instant.now().plus(PATIENCE);
        while (lags(calls)) {
            assertTrue(
                    Instant.now().isBefore(end),
                    () -> calls.get("/health/ready").text());
            Thread.onSpinWait();
        }
        return calls;
    }

    private static boolean lags(Calls calls) {
        JsonNode projections = calls.get("/health/ready").json().path("projections");
        return projections.findValues("lag").stream().anyMatch(lag -> lag.asLong() > 0);
    }

    @Test
    void pathsAreTheSameOverEitherAndEarlierStatesAreShownToo() {
        Map<Setting, String> neo4j =
                Map.of(Setting.NEO4J_URI, Neo4jHarness.emptied().uri().toString(), Setting.ENGINE, "neo4j");
        try (Explorer memory = start("memory", Map.of(Setting.ENGINE, "embedded"));
                Explorer server = start("server", neo4j)) {
            Calls here = ready(memory);
            Calls there = ready(server);
            for (String asked : List.of(
                    "/api/paths?from=compute&to=alliance&via=sovereignty&k=5",
                    "/api/paths?from=compute&to=alliance&sign=-",
                    "/api/paths?from=united-states&to=china&direction=any&facts=true",
                    "/api/paths?from=compute&to=alliance&asOf=1")) {
                JsonNode paths = here.get(asked).json().get("paths");
                assertFalse(paths.isEmpty(), asked);
                assertEquals(paths, there.get(asked).json().get("paths"), asked);
            }
        }
    }
}
