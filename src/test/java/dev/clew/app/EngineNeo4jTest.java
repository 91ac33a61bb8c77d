package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.web.Calls;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose searches for paths walk the graph on a Neo4j server answers as one that walks its own. */
class EngineNeo4jTest {
    @TempDir
    Path directory;

    @Test
    void pathsAreTheSameOverEitherAndEarlierStatesAreShownToo() {
        Map<Setting, String> neo4j =
                Map.of(Setting.NEO4J_URI, Neo4jHarness.emptied().uri().toString(), Setting.ENGINE, "neo4j");
        try (Explorer memory =
                        ProjectedExplorer.start(directory.resolve("memory"), Map.of(Setting.ENGINE, "embedded"));
                Explorer server = ProjectedExplorer.start(directory.resolve("server"), neo4j)) {
            Calls here = ProjectedExplorer.ready(memory);
            Calls there = ProjectedExplorer.ready(server);
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
            wordsAreFoundOverEither(here, there);
            whatTheServerLacksIsEmbeddedUnlessTheServerIsNamed(here, there);
        }
    }

    private static void wordsAreFoundOverEither(Calls here, Calls there) {
        for (String asked : List.of(
                "/api/search?sort=newest&q=compute+sovereignty+",
                "/api/search?sort=newest&q=%22export+controls%22",
                "/api/search?sort=newest&q=US+chi&type=insight",
                "/api/search?sort=newest&relation=enables&type=insight",
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
                "/api/search?q=" + "chips+".repeat(17),
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
        for (String refused : List.of("q=chips&minVoices=2", "q=" + "chips+".repeat(17))) {
            assertEquals(400, there.get("/api/search?engine=neo4j&" + refused).status(), refused);
        }
        Calls.Told none = here.get("/api/search?q=chips&engine=neo4j");
        assertEquals(400, none.status());
        assertEquals(
                "engine: is not at hand: set neo4j-uri, or use engine=embedded (was: neo4j).",
                none.json().get("detail").asText());
    }
}
