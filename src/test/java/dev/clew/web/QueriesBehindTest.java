package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query behind a panel: by REST it gives the same answer, by SPARQL the same rows. On the library that ships. */
class QueriesBehindTest {
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

    private static List<String> rows(String sparql, String... columns) {
        Calls.Told told = calls.get(
                "/sparql?query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
        assertEquals(200, told.status(), told.text());
        List<String> rows = new ArrayList<>();
        for (JsonNode row : told.json().at("/results/bindings")) {
            List<String> values = new ArrayList<>();
            for (String column : columns) {
                values.add(row.get(column).get("value").asText());
            }
            rows.add(String.join(" | ", values));
        }
        return rows;
    }

    private static String address(String type, JsonNode id) {
        return LibraryServer.BASE.address() + type + "/" + id.asText();
    }

    /** What a panel was answered with, once more by the call behind it; and that query as text. */
    private static String behind(String asked, String schema, String list) {
        JsonNode answer = calls.good(asked, schema);
        assertTrue(answer.get(list).size() > 0, asked);
        JsonNode again = calls.good(answer.at("/behind/rest").asText(), schema);
        assertEquals(answer.get(list), again.get(list), asked);
        return answer.at("/behind/sparql").asText();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compute/edges?direction=both&limit=100",
                "compute/edges?direction=out&holder=united-states",
                "sovereignty/edges?claimType=definition,aim&minVoices=1",
                "france/edges?relation=member-of&limit=3",
                "stack-alignment/edges?asOf=1&without=us-tenfold-compute-doubling",
                "training-data/edges?denied=true"
            })
    void theEdgesOfAThing(String asked) {
        String sparql = behind("/api/entities/" + asked, "Edges", "edges");
        List<String> expected = new ArrayList<>();
        for (JsonNode edge : calls.good("/api/entities/" + asked, "Edges").get("edges")) {
            String begin = String.join(
                    " | ",
                    address("entity", edge.at("/subject/id")),
                    "https://w3id.org/clew/relation/" + edge.at("/relation/id").asText(),
                    address("entity", edge.at("/object/id")),
                    edge.get("sign").asText(),
                    edge.get("voicesFor").asText(),
                    edge.get("voicesAgainst").asText());
            edge.get("evidence").forEach(id -> expected.add(begin + " | " + address("insight", id)));
            if (edge.get("facts").asInt() > 0) {
                expected.add(begin + " | " + address("entity", edge.at("/subject/id")));
            }
        }
        assertEquals(
                expected,
                rows(sparql, "subject", "relation", "object", "sign", "voicesFor", "voicesAgainst", "insight"));
    }

    @Test
    void theClaimsThatBelongToAClaim() {
        String asked = "/api/insights/kratsios-owned-hardware/related?limit=6";
        String sparql = behind(asked, "Related", "related");
        List<String> expected = new ArrayList<>();
        for (JsonNode each : calls.good(asked, "Related").get("related")) {
            expected.add(address("insight", each.at("/insight/id")) + " | "
                    + each.get("why").asText());
        }
        assertEquals(expected, rows(sparql, "insight", "why"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=20", "entity=sovereignty", "kind=framing&status=open&limit=5"})
    void whatIsInDispute(String asked) {
        String sparql = behind("/api/conflicts?" + asked, "Conflicts", "conflicts");
        List<String> expected = new ArrayList<>();
        for (JsonNode each : calls.good("/api/conflicts?" + asked, "Conflicts").get("conflicts")) {
            expected.add(String.join(
                    " | ",
                    each.at("/question/text").asText(),
                    each.get("kind").asText(),
                    address("insight", each.at("/sides/0/claim/id")),
                    address("insight", each.at("/sides/1/claim/id"))));
        }
        assertEquals(expected, rows(sparql, "question", "kind", "one", "other"));
    }

    private static void hops(JsonNode path, String begin, List<String> rows) {
        for (int hop = 0; hop < path.get("hops").size(); hop++) {
            JsonNode each = path.get("hops").get(hop);
            for (JsonNode evidence : each.get("evidence")) {
                boolean isInsight = evidence.get("kind").asText().equals("insight");
                rows.add(String.join(
                        " | ",
                        begin,
                        String.valueOf(hop + 1),
                        address("entity", each.at("/subject/id")),
                        "https://w3id.org/clew/relation/"
                                + each.at("/relation/id").asText(),
                        address("entity", each.at("/object/id")),
                        each.get("sign").asText(),
                        address(isInsight ? "insight" : "entity", evidence.get("id"))));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entity=compute&maxHops=5",
                "entity=compute&k=1",
                "entity=compute&maxHops=5&without=kratsios-owned-hardware"
            })
    void theLoopsThroughAThing(String asked) {
        String sparql = behind("/api/loops?" + asked, "Loops", "loops");
        List<String> expected = new ArrayList<>();
        int number = 0;
        for (JsonNode loop : calls.good("/api/loops?" + asked, "Loops").get("loops")) {
            hops(loop.get("path"), ++number + " | " + loop.get("kind").asText(), expected);
        }
        assertEquals(
                expected, rows(sparql, "loop", "kind", "hop", "subject", "relation", "object", "hopSign", "insight"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entity=compute",
                "entity=alliance&direction=upstream&maxHops=2&k=5",
                "entity=compute&claimType=forecast,explanation&facts=true&maxHops=2"
            })
    void whatAThingReaches(String asked) {
        String sparql = behind("/api/reach?" + asked, "Reach", "reached");
        List<String> expected = new ArrayList<>();
        for (JsonNode each : calls.good("/api/reach?" + asked, "Reach").get("reached")) {
            String begin = address("entity", each.at("/entity/id")) + " | "
                    + each.get("sign").asText();
            hops(each.get("path"), begin, expected);
        }
        assertEquals(
                expected,
                rows(sparql, "reached", "sign", "hop", "subject", "relation", "object", "hopSign", "insight"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"entity=sovereignty&other=alliance&direction=upstream", "entity=compute&other=sovereignty&k=3"})
    void whatTwoThingsShare(String asked) {
        String sparql = behind("/api/common?" + asked, "Common", "common");
        JsonNode answer = calls.good("/api/common?" + asked, "Common");
        List<String> expected = new ArrayList<>();
        for (JsonNode each : answer.get("common")) {
            String shared = address("entity", each.at("/entity/id")) + " | ";
            hops(each.get("path"), shared + address("entity", answer.at("/entity/id")), expected);
            hops(each.get("otherPath"), shared + address("entity", answer.at("/other/id")), expected);
        }
        assertEquals(
                expected, rows(sparql, "shared", "end", "hop", "subject", "relation", "object", "hopSign", "insight"));
    }

    @Test
    void theClaimsFiledUnderATopic() {
        JsonNode found = calls.good("/api/search?type=insight&topic=ai-hardware&limit=100", "Search");
        List<String> expected = new ArrayList<>();
        found.get("hits").forEach(hit -> expected.add(address("insight", hit.get("id"))));
        assertEquals(found.get("total").asInt(), expected.size());
        assertFalse(expected.isEmpty());
        // As the page of a topic offers it: topicRows in web/src/state/reading.ts.
        String sparql =
                "PREFIX clew: <https://w3id.org/clew/ontology#>\nSELECT ?insight ?text WHERE {\n  ?insight clew:topic <"
                        + LibraryServer.BASE.address() + "entity/ai-hardware> ; clew:text ?text .\n}";
        assertEquals(
                expected.stream().sorted().toList(),
                rows(sparql, "insight").stream().sorted().toList());
    }

    @Test
    void theRowsJoinWithWhatRecordsSay() {
        String sparql = "PREFIX clew: <https://w3id.org/clew/ontology#> SELECT DISTINCT ?type {"
                + " (?s ?r ?o ?sign ?for ?against ?insight) clew:edges (<"
                + LibraryServer.BASE.address() + "entity/sovereignty> \"\") . ?insight clew:claimType ?type }";
        List<String> types = rows(sparql, "type");
        assertTrue(types.contains("https://w3id.org/clew/ontology#definition"), types.toString());
    }

    @Test
    void whatTheCallRefusesIsRefusedWithTheSameReason() {
        String begin =
                "PREFIX clew: <https://w3id.org/clew/ontology#> SELECT * { (?s ?r ?o ?sign ?for ?against ?i) clew:edges (";
        String thing = "<" + LibraryServer.BASE.address() + "entity/compute>";
        assertEquals("Unknown parameter 'colour'.", refused(begin + thing + " \"colour=red\") }", 27));
        assertTrue(refused(begin + thing + " \"limit=5000\") }", 400).contains("from 1 to 200"));
        assertTrue(refused(begin + "<http://elsewhere.example/entity/compute> \"\") }", 400)
                .contains("needs the address of a record first"));
        assertTrue(refused(begin + "\"\") }", 400).contains("write (?subject ?relation"));
        assertFalse(refused(begin + thing + " \"direction\") }", 400).isEmpty());
    }

    private static String refused(String sparql, int most) {
        Calls.Told told = calls.get("/sparql?query=" + URLEncoder.encode(sparql, StandardCharsets.UTF_8));
        assertEquals(400, told.status(), told.text());
        String detail = told.json().get("detail").asText();
        return detail.substring(0, Math.min(most, detail.length())).stripTrailing();
    }
}
