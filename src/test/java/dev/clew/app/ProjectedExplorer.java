package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.web.Calls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;

/** Explorers with the shipped library, and the Neo4j server that they project onto. */
final class ProjectedExplorer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private ProjectedExplorer() {}

    static Explorer start(Path data, Map<Setting, String> more) {
        Map<Setting, String> flags = new EnumMap<>(more);
        flags.put(Setting.DATA, data.toString());
        flags.put(Setting.PORT, "0");
        flags.put(Setting.EMBEDDINGS, "off");
        return Explorer.start(Settings.read(flags, Map.of()), new Explorer.Start("test", true));
    }

    /** Waits until everything is shown, on the Neo4j server too. */
    static Calls ready(Explorer explorer) {
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

    /** What the server answers to the question behind an answer. */
    static List<Record> inCypher(JsonNode answer) {
        JsonNode cypher = answer.at("/behind/cypher");
        assertEquals(
                0, cypher.path("lag").asLong(-1), () -> answer.path("behind").toString());
        Map<String, Object> parameters = JSON.convertValue(cypher.get("parameters"), new TypeReference<>() {});
        return Neo4jHarness.ask(cypher.get("query").asText(), parameters);
    }
}
