package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.model.Relations;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voices over HTTP on the library that ships: REST and SPARQL tell the same numbers, also of one kind of claim. */
class VoicesTest {
    private static final Relations RELATIONS = RelationCatalogue.load();

    @TempDir
    static Path directory;

    private static LibraryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new LibraryServer(directory, LibraryServer.shipped());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode good(String path) {
        Calls.Told told = server.calls.get(path, "Accept", "application/sparql-results+json, application/json");
        assertEquals(200, told.status(), told.text());
        return told.json();
    }

    /** Who asserts each edge in claims of this type, counted by SPARQL over records and the derived graph. */
    private static Map<String, Set<String>> byQuery(String claimType) {
        String query = """
                PREFIX clew: <https://w3id.org/clew/ontology#>
                SELECT ?subject ?relation ?object ?voice {
                  GRAPH ?insight { ?insight clew:claimType clew:%s ; clew:link ?link .
                    ?link clew:subject ?subject ; clew:relation ?relation ; clew:object ?object ; clew:denied false }
                  GRAPH <%sderived> { ?insight clew:voice ?voice } }
                """.formatted(claimType, LibraryServer.BASE.address());
        Map<String, Set<String>> voices = new TreeMap<>();
        JsonNode rows = good("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        rows.at("/results/bindings")
                .forEach(row -> voices.computeIfAbsent(
                                edge(last(row, "subject"), last(row, "relation"), last(row, "object")),
                                any -> new TreeSet<>())
                        .add(last(row, "voice")));
        return voices;
    }

    private static String last(JsonNode row, String variable) {
        return row.at("/" + variable + "/value").asText().replaceAll(".*/", "");
    }

    private static String edge(String subject, String relation, String object) {
        boolean turned = RELATIONS.require(relation).isSymmetric() && subject.compareTo(object) > 0;
        return turned ? object + " " + relation + " " + subject : subject + " " + relation + " " + object;
    }

    @ParameterizedTest
    @ValueSource(strings = {"aim", "forecast", "opinion", "report"})
    void theVoicesOfOneKindOfClaimAreThoseThatSparqlCounts(String claimType) {
        Map<String, Integer> asked = new TreeMap<>();
        Map<String, Set<String>> expected = byQuery(claimType);
        Set<String> subjects = new HashSet<>();
        expected.keySet().forEach(edge -> subjects.add(edge.split(" ")[0]));
        for (String subject : subjects) {
            good("/api/entities/" + subject + "/edges?direction=out&facts=false&limit=200&claimType=" + claimType)
                    .get("edges")
                    .forEach(edge -> {
                        assertEquals(edge.get("voicesFor"), edge.at("/voicesByClaimType/" + claimType), edge::toString);
                        asked.put(name(edge), edge.get("voicesFor").asInt());
                    });
        }
        Map<String, Integer> counted = new TreeMap<>();
        expected.forEach((edge, voices) -> counted.put(edge, voices.size()));
        asked.keySet().removeIf(edge -> !subjects.contains(edge.split(" ")[0]));
        assertEquals(counted, asked);
        assertTrue(!asked.isEmpty());
    }

    private static String name(JsonNode edge) {
        return edge.at("/subject/id").asText() + " " + edge.at("/relation/id").asText() + " "
                + edge.at("/object/id").asText();
    }

    @Test
    void aHopOfAPathCountsOnlyTheKindAskedFor() {
        String path = "/api/paths?from=compute&to=sovereignty&maxHops=1";
        JsonNode all = good(path).at("/paths/0/hops/0");
        String type = all.at("/evidence/0/claimType").asText();
        JsonNode hop = good(path + "&claimType=" + type).at("/paths/0/hops/0");
        assertEquals(
                List.of(type),
                hop.get("voicesByClaimType").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList());
        hop.get("evidence")
                .forEach(each -> assertEquals(type, each.get("claimType").asText()));
        assertTrue(hop.get("voicesFor").asInt() <= all.get("voicesFor").asInt());
    }

    @Test
    void aClaimTellsOfEachOfItsEdgesWhatTheEntityTells() {
        Set<String> told = new TreeSet<>();
        good("/api/search?type=insight&contested=true&mode=text&limit=30")
                .get("hits")
                .forEach(hit -> {
                    String insight = hit.get("id").asText();
                    JsonNode answer = good("/api/insights/" + insight + "/edges");
                    assertEquals(List.of(), SchemaCheck.problems("ClaimEdges", answer));
                    Set<String> links = new TreeSet<>();
                    good("/api/insights/" + insight)
                            .get("links")
                            .forEach(link -> links.add(edge(
                                    link.get("subject").asText(),
                                    link.get("relation").asText(),
                                    link.get("object").asText())));
                    Set<String> names = new TreeSet<>();
                    answer.get("edges").forEach(edge -> {
                        names.add(name(edge));
                        assertTrue(
                                ids(edge.get("evidence")).contains(insight)
                                        || ids(edge.get("deniedBy")).contains(insight)
                                        || isQuestion(insight),
                                insight + ": " + edge);
                        assertEquals(ofEntity(edge), edge);
                    });
                    assertEquals(links, names, insight);
                    told.addAll(names);
                });
        assertTrue(told.size() > 20, "told of " + told.size());
    }

    private static boolean isQuestion(String insight) {
        String type = good("/api/insights/" + insight).get("claimType").asText();
        return type.equals("question") || type.equals("recommendation");
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new HashSet<>();
        list.forEach(id -> ids.add(id.asText()));
        return ids;
    }

    private static JsonNode ofEntity(JsonNode edge) {
        String path = "/api/entities/" + edge.at("/subject/id").asText() + "/edges?denied=true&limit=200&relation="
                + edge.at("/relation/id").asText();
        for (JsonNode each : good(path).get("edges")) {
            if (name(each).equals(name(edge))) {
                return each;
            }
        }
        throw new AssertionError("no such edge at " + path);
    }

    @Test
    void aClaimThatIsNotThereAndALensOfNobodyAreRefused() {
        assertEquals(
                404, server.calls.get("/api/insights/nobody-said-this/edges").status());
        assertEquals(
                404,
                server.calls
                        .get("/api/insights/kratsios-owned-hardware/edges?holder=nobody-here")
                        .status());
    }
}
