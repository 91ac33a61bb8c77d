package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.web.Calls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** A server whose searches for paths walk the graph on a Neo4j server answers as one that walks its own. */
class EngineNeo4jTest {
    private static final ObjectMapper JSON = new ObjectMapper();
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
            assertFalse(here.get("/api/paths?from=compute&to=alliance")
                    .json()
                    .at("/behind")
                    .has("cypher"));
            theQuestionsInCypherAreAnsweredAsTheApiAnswers(there);
            wordsAreFoundOverEither(here, there);
            whatTheServerLacksIsEmbeddedUnlessTheServerIsNamed(here, there);
        }
    }

    private static void wordsAreFoundOverEither(Calls here, Calls there) {
        for (String asked : List.of(
                "/api/search?sort=newest&q=compute+sovereignty+",
                "/api/search?sort=newest&q=%22export+controls%22",
                "/api/search?sort=newest&q=US+chi&type=insight",
                "/api/search?sort=newest&holder=united-states&from=2020-01-01",
                "/api/search?sort=newest&type=entity&limit=100")) {
            JsonNode embedded = here.get(asked).json();
            JsonNode server = there.get(asked).json();
            assertTrue(embedded.get("total").asLong() > 0, asked);
            assertEquals("embedded", embedded.get("engine").asText());
            assertEquals("neo4j", server.get("engine").asText());
            ((ObjectNode) embedded.get("facets")).remove("contested");
            for (String field : List.of("total", "hits", "facets", "change")) {
                assertEquals(embedded.get(field), server.get(field), asked + ": " + field);
            }
        }
    }

    private static void whatTheServerLacksIsEmbeddedUnlessTheServerIsNamed(Calls here, Calls there) {
        for (String asked : List.of(
                "/api/search?q=chips&contested=true",
                "/api/search?q=contested:true",
                "/api/search?q=chips&sort=voices",
                "/api/search?q=chips&engine=embedded",
                "/api/search?q=chips&mode=meaning")) {
            assertEquals("embedded", there.get(asked).json().get("engine").asText(), asked);
        }
        assertEquals(
                "The Neo4j server matches by words only, counts nothing by what is contested and guesses no other"
                        + " spelling; use engine=embedded for these.",
                there.get("/api/search?q=chips&mode=meaning&engine=neo4j")
                        .json()
                        .get("modeNote")
                        .asText());
        assertEquals(
                400, there.get("/api/search?q=chips&minVoices=2&engine=neo4j").status());
        Calls.Told none = here.get("/api/search?q=chips&engine=neo4j");
        assertEquals(400, none.status());
        assertEquals(
                "engine: is not at hand: set neo4j-uri, or use engine=embedded (was: neo4j).",
                none.json().get("detail").asText());
    }

    private static void theQuestionsInCypherAreAnsweredAsTheApiAnswers(Calls calls) {
        for (String asked : List.of(
                "/api/entities/compute/edges?limit=200",
                "/api/entities/united-states/edges?direction=in&minVoices=1&limit=20",
                "/api/entities/china/edges?kind=Nation&kind=Technology")) {
            JsonNode answer = calls.get(asked).json();
            assertFalse(answer.get("edges").isEmpty(), asked);
            assertEquals(edges(answer.get("edges")), rows(inCypher(answer), EDGE), asked);
        }
        for (String asked : List.of(
                "/api/paths?from=compute&to=alliance&k=5",
                "/api/paths?from=united-states&to=china&direction=any&facts=true")) {
            JsonNode answer = calls.get(asked).json();
            assertEquals(hops(answer.get("paths")), rows(inCypher(answer), HOP), asked);
        }
        JsonNode lens = calls.get("/api/entities/compute/edges?holder=united-states&asOf=1")
                .json();
        assertFalse(lens.get("behind").has("cypher"), "earlier states are not kept on the server");
    }

    private static final List<String> EDGE = List.of(
            "subject", "relation", "object", "sign", "voicesFor", "voicesAgainst", "contested", "insights", "deniedBy");
    private static final List<String> HOP = List.of("path", "hop", "subject", "relation", "object", "claims");

    private static List<List<Object>> edges(JsonNode edges) {
        List<List<Object>> rows = new ArrayList<>();
        for (JsonNode each : edges) {
            rows.add(List.of(
                    each.at("/subject/id").asText(),
                    each.at("/relation/id").asText(),
                    each.at("/object/id").asText(),
                    each.get("sign").asText(),
                    each.get("voicesFor").asLong(),
                    each.get("voicesAgainst").asLong(),
                    each.get("contested").asBoolean(),
                    texts(each.get("evidence")),
                    texts(each.get("deniedBy"))));
        }
        return rows;
    }

    private static List<List<Object>> hops(JsonNode paths) {
        List<List<Object>> rows = new ArrayList<>();
        for (int path = 0; path < paths.size(); path++) {
            JsonNode hops = paths.get(path).get("hops");
            for (int hop = 0; hop < hops.size(); hop++) {
                JsonNode each = hops.get(hop);
                rows.add(List.of(
                        path + 1L,
                        hop + 1L,
                        each.at("/subject/id").asText(),
                        each.at("/relation/id").asText(),
                        each.at("/object/id").asText(),
                        claims(each)));
            }
        }
        return rows;
    }

    private static TreeSet<String> claims(JsonNode hop) {
        TreeSet<String> claims = new TreeSet<>();
        for (JsonNode each : hop.get("evidence")) {
            if (each.get("kind").asText().equals("insight")) {
                claims.add(each.get("id").asText());
            }
        }
        return claims;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    /** What the server answers to the question behind an answer. */
    private static List<Record> inCypher(JsonNode answer) {
        JsonNode cypher = answer.at("/behind/cypher");
        assertEquals(0, cypher.get("lag").asLong());
        Map<String, Object> parameters = JSON.convertValue(cypher.get("parameters"), new TypeReference<>() {});
        return Neo4jHarness.ask(cypher.get("query").asText(), parameters);
    }

    private static List<List<Object>> rows(List<Record> records, List<String> columns) {
        return records.stream()
                .map(row -> columns.stream()
                        .map(column -> column.equals("claims")
                                ? claims(row)
                                : row.get(column).asObject())
                        .toList())
                .toList();
    }

    private static Object claims(Record row) {
        return new TreeSet<>(row.get("insights").asList(Value::asString));
    }
}
