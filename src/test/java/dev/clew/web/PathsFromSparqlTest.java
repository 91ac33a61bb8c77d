package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths asked for from within a query are those of the call, on the library that ships. */
class PathsFromSparqlTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static Calls calls;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        calls = library.calls;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @Test
    void theSparqlBehindAnAnswerGivesTheSamePaths() {
        for (String question : List.of(
                "from=compute&to=alliance",
                "from=compute&to=alliance&via=sovereignty&sign=-&k=3",
                "from=china&to=alliance&maxHops=5&k=10&framing=consistent",
                "from=compute&to=alliance&holder=united-states&claimType=forecast,aim",
                "from=france&to=germany&facts=true&direction=any&maxHops=3&k=2",
                "from=compute&to=alliance&nodes=compute,sovereignty,stack-alignment,alliance")) {
            JsonNode rest = calls.good("/api/paths?" + question, "Paths");
            String behind = rest.get("behind").get("rest").asText();
            assertEquals(rest.get("paths"), calls.good(behind, "Paths").get("paths"), question);
            String sparql = rest.get("behind").get("sparql").asText();
            List<String> rows = rows(sparql);
            List<String> expected = expectedRows(rest.get("paths"));
            assertTrue(!expected.isEmpty(), question);
            assertEquals(
                    expected.stream().sorted().toList(), rows.stream().sorted().toList(), question);
        }
    }

    @Test
    void theSparqlBehindATwinGivesTheTwin() {
        for (String question : List.of(
                "from=compute&to=alliance&via=sovereignty",
                "from=compute&to=alliance&nodes=compute,sovereignty,stack-alignment,alliance",
                "from=compute&to=alliance&via=sovereignty&sign=-&maxHops=6&without=us-hardware-bet-on-open-models&k=3")) {
            JsonNode twin = calls.good("/api/paths/twin?" + question, "Twin");
            assertEquals(twin, calls.good(twin.at("/behind/rest").asText(), "Twin"), question);
            List<String> rows = rows(twin.at("/behind/sparql").asText());
            List<String> expected =
                    expectedRows(JsonNodeFactory.instance.arrayNode().add(twin.get("twin")));
            assertEquals(
                    expected.stream().sorted().toList(), rows.stream().sorted().toList(), question);
        }
    }

    private static List<String> rows(String query) {
        Calls.Told told = sparql(query);
        assertEquals(200, told.status(), told.text());
        List<String> rows = new ArrayList<>();
        told.json().get("results").get("bindings").forEach(row -> {
            StringBuilder line = new StringBuilder();
            for (String variable : List.of("path", "hop", "subject", "relation", "object", "sign", "insight")) {
                line.append(row.get(variable).get("value").asText()).append(' ');
            }
            rows.add(line.toString());
        });
        return rows;
    }

    private static List<String> expectedRows(JsonNode paths) {
        List<String> rows = new ArrayList<>();
        String base = LibraryServer.BASE.address();
        for (int path = 0; path < paths.size(); path++) {
            JsonNode hops = paths.get(path).get("hops");
            for (int hop = 0; hop < hops.size(); hop++) {
                JsonNode one = hops.get(hop);
                for (JsonNode evidence : one.get("evidence")) {
                    String record = evidence.get("kind").asText().equals("insight") ? "insight/" : "entity/";
                    rows.add((path + 1) + " " + (hop + 1) + " " + base + "entity/"
                            + one.get("subject").get("id").asText() + " https://w3id.org/clew/relation/"
                            + one.get("relation").get("id").asText() + " " + base + "entity/"
                            + one.get("object").get("id").asText() + " "
                            + one.get("sign").asText() + " " + base + record
                            + evidence.get("id").asText() + " ");
                }
            }
        }
        return rows;
    }

    @Test
    void pathsJoinWithTheRestOfAQueryAndAreBoundedAsTheCallIs() {
        String prefix = "PREFIX clew: <https://w3id.org/clew/ontology#> ";
        String ends = "(<" + LibraryServer.BASE.address() + "entity/compute> <" + LibraryServer.BASE.address()
                + "entity/alliance> ";
        String joined = prefix + "SELECT DISTINCT ?type { (?p ?h ?s ?r ?o ?sign ?i) clew:path " + ends
                + "\"k=2\") . ?i clew:claimType ?type }";
        Calls.Told told = sparql(joined);
        assertEquals(200, told.status(), told.text());
        assertTrue(told.json().get("results").get("bindings").size() > 0, told.text());
        Calls.Told tooMany =
                sparql(prefix + "SELECT * { (?p ?h ?s ?r ?o ?sign ?i) clew:path " + ends + "\"k=5000\") }");
        assertEquals(400, tooMany.status(), tooMany.text());
        assertTrue(tooMany.text().contains("from 1 to 50"), tooMany.text());
        assertEquals(
                400,
                sparql(prefix + "SELECT * { (?p ?h ?s ?r ?o ?sign) clew:path " + ends + "\"k=5\") }")
                        .status());
    }

    private static Calls.Told sparql(String query) {
        return calls.get(
                "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
    }
}
