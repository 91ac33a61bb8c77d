package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.web.Calls;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** The question in Cypher behind an answer finds on the Neo4j server what the answer says, over the shipped library. */
class QuestionsInCypherNeo4jTest {
    private static final int MOST = 50;
    /** Reasons that the API tells of things, leaving out those that a link names. */
    private static final Set<String> OF_THINGS = Set.of("shared-entity", "shared-pair");

    @TempDir
    static Path directory;

    private static Explorer explorer;
    private static Calls calls;

    @BeforeAll
    static void start() {
        String server = Neo4jHarness.emptied().uri().toString();
        explorer = ProjectedExplorer.start(directory, Map.of(Setting.NEO4J_URI, server));
        calls = ProjectedExplorer.ready(explorer);
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    @Test
    void edgesAndHopsAreThoseOfTheApi() {
        for (String asked : List.of(
                "/api/entities/compute/edges?limit=200",
                "/api/entities/united-states/edges?direction=in&minVoices=1&limit=20",
                "/api/entities/china/edges?kind=Nation&kind=Technology")) {
            JsonNode answer = calls.get(asked).json();
            assertFalse(answer.get("edges").isEmpty(), asked);
            assertEquals(edges(answer.get("edges")), rows(ProjectedExplorer.inCypher(answer), EDGE), asked);
        }
        for (String asked : List.of(
                "/api/paths?from=compute&to=alliance&k=5",
                "/api/paths?from=united-states&to=china&direction=any&facts=true")) {
            JsonNode answer = calls.get(asked).json();
            assertEquals(hops(answer.get("paths")), rows(ProjectedExplorer.inCypher(answer), HOP), asked);
        }
        JsonNode twin = calls.get("/api/paths/twin?from=compute&to=alliance&via=sovereignty")
                .json();
        assertEquals(
                hops(List.of(twin.get("path"), twin.get("twin"))), rows(ProjectedExplorer.inCypher(twin), HOP), "twin");
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

    private static List<List<Object>> hops(Iterable<JsonNode> paths) {
        List<List<Object>> rows = new ArrayList<>();
        long path = 0;
        for (JsonNode one : paths) {
            path++;
            JsonNode hops = one.get("hops");
            for (int hop = 0; hop < hops.size(); hop++) {
                JsonNode each = hops.get(hop);
                rows.add(List.of(
                        path,
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

    @Test
    void relatedClaimsAreThoseOfTheApiWithTheLinksTheyShareAndWhatTheySayOfEachOther() {
        int found = 0;
        for (String id : insights()) {
            JsonNode answer =
                    calls.get("/api/insights/" + id + "/related?limit=" + MOST).json();
            Map<String, JsonNode> related = new TreeMap<>();
            for (JsonNode each : answer.get("related")) {
                related.put(each.at("/insight/id").asText(), each);
                each.get("alsoSaidBy")
                        .forEach(also -> related.put(also.get("id").asText(), each));
            }
            Map<String, List<List<String>>> inCypher = new TreeMap<>();
            for (Record row : ProjectedExplorer.inCypher(answer)) {
                inCypher.put(
                        row.get("insight").asString(),
                        row.get("reasons").asList(reason -> reason.asList(Value::asString)));
            }
            minus(related.keySet(), inCypher.keySet()).forEach(each -> assertOnlyCounted(each, related));
            boolean isCut = answer.get("related").size() == MOST;
            assertTrue(isCut || related.keySet().containsAll(inCypher.keySet()), id);
            inCypher.keySet().retainAll(related.keySet());
            assertEquals(said(related), said(inCypher, inCypher.keySet()), id);
            found += inCypher.size();
        }
        assertTrue(found > 2000, "only " + found);
    }

    /** Beside hubs both share only something that the other claim gives a number of, which the server does not keep. */
    private static void assertOnlyCounted(String insight, Map<String, JsonNode> related) {
        String quantities =
                calls.get("/api/insights/" + insight).json().path("quantities").toString();
        JsonNode reasons = Objects.requireNonNull(related.get(insight)).get("reasons");
        Set<String> kinds = new TreeSet<>(reasons.findValuesAsText("kind"));
        assertTrue(Set.of("shared-entity", "same-source").containsAll(kinds), () -> insight + " " + reasons);
        assertTrue(
                reasons.findValuesAsText("entity").stream().anyMatch(each -> quantities.contains('"' + each + '"')),
                () -> insight + " " + reasons);
    }

    private static TreeSet<String> said(Map<String, JsonNode> related) {
        TreeSet<String> said = new TreeSet<>();
        related.forEach((id, each) -> {
            if (each.at("/insight/id").asText().equals(id)) {
                each.get("reasons").forEach(reason -> said.addAll(said(id, reason)));
            }
        });
        return said;
    }

    private static List<String> said(String insight, JsonNode reason) {
        String kind = reason.get("kind").asText();
        List<String> parts = switch (kind) {
            case "supports", "contradicts", "refines" -> List.of("from", "to");
            case "shared-link" -> List.of("subject", "relation", "object");
            default -> List.of();
        };
        String what = String.join(
                " ", parts.stream().map(each -> reason.get(each).asText()).toList());
        return parts.isEmpty() ? List.of() : List.of(insight + " " + kind + " " + what);
    }

    private static TreeSet<String> said(Map<String, List<List<String>>> reasons, Set<String> insights) {
        TreeSet<String> said = new TreeSet<>();
        for (String each : insights) {
            reasons.getOrDefault(each, List.of()).stream()
                    .filter(reason -> !OF_THINGS.contains(reason.getFirst()))
                    .forEach(reason -> said.add(each + " " + String.join(" ", reason)));
        }
        return said;
    }

    private static TreeSet<String> minus(Set<String> some, Set<String> others) {
        TreeSet<String> rest = new TreeSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> insights() {
        return ids("MATCH (n:Insight) RETURN n.id AS id ORDER BY id");
    }

    private static List<String> ids(String question) {
        return Neo4jHarness.ask(question, Map.of()).stream()
                .map(each -> each.get("id").asString())
                .toList();
    }

    @Test
    void disputesAreTheSamePairsOnTheSameQuestionsAndOfTheSameKinds() {
        List<String> asked = new ArrayList<>(List.of("", "&kind=outdated", "&kind=denial&kind=sign"));
        ids("MATCH (n:Entity) RETURN n.id AS id ORDER BY id").forEach(each -> asked.add("&entity=" + each));
        TreeSet<String> kinds = new TreeSet<>();
        for (String each : asked) {
            JsonNode answer = calls.get("/api/conflicts?limit=200" + each).json();
            TreeSet<String> expected = new TreeSet<>();
            answer.get("conflicts").forEach(conflict -> expected.addAll(pair(conflict)));
            TreeSet<String> found = new TreeSet<>();
            for (Record row : ProjectedExplorer.inCypher(answer)) {
                found.add(row.values().stream().map(PAIR).collect(Collectors.joining(" ")));
                kinds.add(row.get("kind").asString());
            }
            assertEquals(expected, found, each);
        }
        assertTrue(kinds.containsAll(List.of("sign", "denial", "framing", "rival", "contradiction")), kinds::toString);
        assertFalse(calls.get("/api/conflicts?status=open").json().get("behind").has("cypher"));
        assertFalse(calls.get("/api/conflicts?kind=number").json().get("behind").has("cypher"));
    }

    @Test
    void positionsAreTheClaimsThatAThingHoldsAndThoseOfIt() {
        int found = 0;
        for (String id : ids("MATCH (n:Entity) RETURN n.id AS id ORDER BY id")) {
            JsonNode answer = calls.get("/api/entities/" + id + "/positions").json();
            TreeSet<String> held = new TreeSet<>();
            TreeSet<String> about = new TreeSet<>();
            for (Record row : ProjectedExplorer.inCypher(answer)) {
                (row.get("held").asBoolean() ? held : about)
                        .add(row.get("insight").asString());
            }
            assertEquals(claims(answer, "held"), held, id);
            assertEquals(claims(answer, "about"), about, id);
            found += held.size() + about.size();
        }
        assertTrue(found > 1000, "only " + found);
        assertFalse(calls.get("/api/entities/compute/positions?minVoices=2")
                .json()
                .get("behind")
                .has("cypher"));
    }

    @Test
    void meaningsHaveTheClaimsOfTheirLanes() {
        for (String id : ids("MATCH (n:Entity) WHERE size(coalesce(n.framings, [])) > 0 RETURN n.id AS id")) {
            JsonNode answer = calls.get("/api/framings/" + id).json();
            Map<String, TreeSet<String>> inCypher = new TreeMap<>();
            for (Record row : ProjectedExplorer.inCypher(answer)) {
                inCypher.computeIfAbsent(row.get("meaning").asString(), any -> new TreeSet<>())
                        .add(row.get("insight").asString());
            }
            for (JsonNode lane : answer.get("lanes")) {
                String meaning = lane.at("/framing/id").asText("");
                TreeSet<String> found = inCypher.getOrDefault(meaning, new TreeSet<>());
                assertEquals(lane.get("claimsTotal").asInt(), found.size(), id + " " + meaning);
                lane.get("claims")
                        .forEach(claim ->
                                assertTrue(found.contains(claim.get("id").asText()), claim::toString));
            }
            assertTrue(answer.get("lanes").size() >= inCypher.size(), id);
        }
    }

    @Test
    void whatIsComparedHasTheSameEdges() {
        for (String facts : List.of("true", "false")) {
            JsonNode answer = calls.get("/api/compare?entity=united-states&entity=china&limit=500&facts=" + facts)
                    .json();
            TreeSet<String> expected = new TreeSet<>();
            answer.findValues("edges").forEach(edges -> edges.forEach(edge -> expected.add(line(edge))));
            answer.get("between").forEach(edge -> expected.add(line(edge)));
            TreeSet<String> found = new TreeSet<>();
            for (Record row : ProjectedExplorer.inCypher(answer)) {
                found.add(LINE.stream()
                        .map(each -> row.get(each).asObject().toString())
                        .collect(Collectors.joining(" ")));
            }
            assertEquals(expected, found, facts);
            assertTrue(found.size() > 5, "only " + found.size());
        }
    }

    private static final List<String> LINE =
            List.of("subject", "relation", "object", "sign", "voicesFor", "voicesAgainst", "insights");

    private static String line(JsonNode edge) {
        return String.join(
                " ",
                edge.at("/subject/id").asText(),
                edge.at("/relation/id").asText(),
                edge.at("/object/id").asText(),
                edge.get("sign").asText(),
                edge.get("voicesFor").asText(),
                edge.get("voicesAgainst").asText(),
                texts(edge.get("evidence")).toString());
    }

    private static TreeSet<String> claims(JsonNode answer, String which) {
        TreeSet<String> claims = new TreeSet<>();
        for (JsonNode group : answer.get(which)) {
            group.get("claims").forEach(each -> claims.add(each.get("id").asText()));
        }
        return claims;
    }

    private static final Function<Value, String> PAIR = each -> each.asObject().toString();

    /** A dispute in the columns of the question; numbers are not kept on the server. */
    private static List<String> pair(JsonNode conflict) {
        String kind = conflict.at("/question/kind").asText();
        return kind.equals("amount") || kind.equals("strength")
                ? List.of()
                : List.of(String.join(
                        " ",
                        conflict.at("/question/id").asText(),
                        conflict.get("kind").asText(),
                        conflict.get("possible").asText(),
                        conflict.at("/sides/0/claim/id").asText(),
                        conflict.at("/sides/1/claim/id").asText()));
    }
}
