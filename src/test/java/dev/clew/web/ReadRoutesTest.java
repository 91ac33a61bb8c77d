package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.RecordName;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every read call over real HTTP, on the real stores, over the library that ships. */
class ReadRoutesTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static Calls calls;
    private static List<ClewRecord> shipped;

    @BeforeAll
    static void start() throws IOException {
        shipped = LibraryServer.shipped();
        library = new LibraryServer(directory, shipped);
        library.write(RecordEdit.create(SmallWorld.entity("short-lived", EntityKind.CONCEPT, "seed-brief")));
        library.write(RecordEdit.create(SmallWorld.entity("short-stop", EntityKind.CONCEPT, "seed-brief")));
        library.write(RecordEdit.retract(RecordName.entity("short-lived"), 1L));
        library.awaitShown();
        calls = library.calls;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static JsonNode good(String path, String schema) {
        Calls.Told told = calls.get(path);
        assertEquals(200, told.status(), told.text());
        assertEquals("application/json", told.header("Content-Type"));
        assertEquals(List.of(), SchemaCheck.problems(schema, told.json()), path);
        return told.json();
    }

    @Test
    void searchFindsClaimsWithCountsToNarrowThemBy() {
        JsonNode found = good("/api/search?q=compute&limit=5", "Search");
        assertTrue(found.get("total").asInt() > 3);
        assertEquals(5, found.get("hits").size());
        assertTrue(found.get("facets").has("claimType"));
        assertEquals(library.ledger.head().n(), found.get("change").asLong());
        assertTrue(found.get("hits").get(0).get("iri").asText().startsWith("http://clew.example/"));
        String cursor = found.get("nextCursor").asText();
        JsonNode next = good("/api/search?q=compute&limit=5&cursor=" + cursor, "Search");
        assertFalse(ids(next.get("hits")).stream().anyMatch(ids(found.get("hits"))::contains));
    }

    @Test
    void searchNarrowsByEveryFieldThatItCounts() {
        JsonNode all = good("/api/search?q=&type=insight", "Search");
        for (var facet : all.get("facets").properties()) {
            JsonNode first = facet.getValue().get(0);
            String value = URLEncoder.encode(first.get("value").asText(), StandardCharsets.UTF_8);
            JsonNode narrowed = good("/api/search?q=&type=insight&" + facet.getKey() + "=" + value, "Search");
            assertEquals(first.get("count").asInt(), narrowed.get("total").asInt(), facet.getKey());
        }
    }

    @Test
    void suggestionsSayWhichAliasMatched() {
        JsonNode suggested = good("/api/suggest?q=soverei", "Suggestions");
        assertEquals(
                "sovereignty", suggested.get("suggestions").get(0).get("id").asText());
        JsonNode byAlias = good("/api/suggest?q=GPU%20comp&limit=1", "Suggestions");
        assertEquals(
                "GPU compute",
                byAlias.get("suggestions").get(0).get("matchedAlias").asText());
    }

    @Test
    void everyShippedRecordReadsAsItsSchemaSays() {
        for (ClewRecord record : shipped) {
            switch (record.name().type()) {
                case INSIGHT -> good("/api/insights/" + record.id(), "Insight");
                case ENTITY -> good("/api/entities/" + record.id(), "Entity");
                case SOURCE -> good("/api/sources/" + record.id(), "Source");
            }
        }
    }

    @Test
    void anInsightThatWasReadCanBeSentBack() {
        Calls.Told told = calls.get("/api/insights/kratsios-owned-hardware");
        assertEquals("\"1\"", told.header("ETag"));
        assertEquals(
                "http://clew.example/insight/kratsios-owned-hardware",
                told.json().get("iri").asText());
        assertEquals("Compute", told.json().get("labels").get("compute").asText());
        assertEquals("enables", told.json().get("labels").get("enables").asText());
        RecordJson.Sent sent =
                new RecordJson(LibraryServer.BASE).read(told.text().getBytes(StandardCharsets.UTF_8));
        assertEquals(1L, sent.version());
        assertTrue(shipped.contains(sent.record()));
        assertEquals(
                304,
                calls.get("/api/insights/kratsios-owned-hardware", "If-None-Match", "\"1\"")
                        .status());
    }

    @Test
    void versionsAreReadByNumber() {
        assertEquals(
                200,
                calls.get("/api/insights/kratsios-owned-hardware?version=1").status());
        assertEquals(
                404,
                calls.get("/api/insights/kratsios-owned-hardware?version=2").status());
        assertEquals(200, calls.get("/api/entities/short-lived?version=1").status());
        assertEquals(410, calls.get("/api/entities/short-lived?version=2").status());
    }

    @Test
    void anEntityHasItsFactsCountsAndTopEdges() {
        JsonNode france = good("/api/entities/france", "Entity");
        assertEquals("Nation", france.get("kind").asText());
        assertTrue(StreamSupport.stream(france.get("facts").spliterator(), false)
                .anyMatch(fact -> fact.get("object").get("id").asText().equals("nato")));
        JsonNode compute = good("/api/entities/compute", "Entity");
        assertTrue(compute.get("counts").get("claims").asInt() > 3);
        assertTrue(compute.get("counts").get("edges").asInt()
                >= compute.get("topEdges").size());
        assertFalse(compute.get("topEdges").get(0).get("evidence").isEmpty());
    }

    @Test
    void aSourceCountsItsClaims() {
        assertTrue(good("/api/sources/seed-brief", "Source")
                        .get("counts")
                        .get("insights")
                        .asInt()
                >= 14);
    }

    @Test
    void relatedClaimsSayWhyInASentence() {
        JsonNode related = good("/api/insights/kratsios-owned-hardware/related?limit=5", "Related")
                .get("related");
        assertEquals(5, related.size());
        for (JsonNode each : related) {
            assertTrue(each.get("why").asText().endsWith("."), each.toString());
            assertFalse(each.get("reasons").isEmpty());
            assertEquals(
                    200,
                    calls.get("/api/insights/" + each.get("insight").get("id").asText())
                            .status());
        }
        assertEquals(404, calls.get("/api/insights/no-such/related").status());
        assertEquals(
                400,
                calls.get("/api/insights/kratsios-owned-hardware/related?limit=51")
                        .status());
    }

    @Test
    void edgesArePagedAndFiltered() {
        JsonNode all = good("/api/entities/compute/edges?limit=200", "Edges");
        assertEquals(all.get("total").asInt(), all.get("edges").size());
        JsonNode first = good("/api/entities/compute/edges?limit=2", "Edges");
        JsonNode second = good(
                "/api/entities/compute/edges?limit=2&cursor="
                        + URLEncoder.encode(first.get("nextCursor").asText(), StandardCharsets.UTF_8),
                "Edges");
        assertEquals(all.get("edges").get(2), second.get("edges").get(0));
        for (JsonNode edge : good("/api/entities/compute/edges?direction=out&relation=enables", "Edges")
                .get("edges")) {
            assertEquals("compute", edge.get("subject").get("id").asText());
            assertEquals("enables", edge.get("relation").get("id").asText());
        }
    }

    @Test
    void pathsLeadFromComputeOverSovereigntyToAllianceWithTheClaimsBehindEveryHop() {
        JsonNode found = good("/api/paths?from=compute&to=alliance&via=sovereignty&k=3", "Paths");
        assertEquals(library.ledger.head().n(), found.get("change").asLong());
        assertTrue(found.get("paths").size() >= 1);
        for (JsonNode path : found.get("paths")) {
            List<String> nodes = ids(path.get("nodes"));
            assertEquals("compute", nodes.getFirst());
            assertEquals("alliance", nodes.getLast());
            assertTrue(nodes.contains("sovereignty"));
            for (JsonNode hop : path.get("hops")) {
                assertFalse(hop.get("evidence").isEmpty());
                hop.get("evidence")
                        .forEach(each -> good("/api/insights/" + each.get("id").asText(), "Insight"));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sign=%2B",
                "sign=-",
                "holder=united-states",
                "claimType=forecast,aim",
                "framing=consistent",
                "facts=true",
                "direction=any",
                "minVoices=1",
                "kind=Concept,Resource",
                "relation=increases,enables,encourages",
                "avoid=sovereignty",
                "k=50&maxHops=8&direction=any&facts=true",
                "minVoices=1000"
            })
    void pathsTakeEveryParameterOfTheContract(String parameter) {
        JsonNode found = good("/api/paths?from=compute&to=alliance&" + parameter, "Paths");
        for (JsonNode path : found.get("paths")) {
            switch (parameter) {
                case "sign=%2B" -> assertEquals("+", path.get("sign").asText());
                case "sign=-" -> assertEquals("-", path.get("sign").asText());
                case "avoid=sovereignty" -> assertFalse(ids(path.get("nodes")).contains("sovereignty"));
                case "framing=consistent" ->
                    assertTrue(StreamSupport.stream(path.get("shifts").spliterator(), false)
                            .allMatch(shift -> shift.get("kind").asText().equals("framing-unstated")));
                default -> assertTrue(path.get("hops").size() <= 8);
            }
        }
        assertEquals(parameter.equals("minVoices=1000"), found.get("paths").isEmpty());
    }

    @Test
    void aViaThatCannotBeReachedGivesNoPathAndSaysHowFarItSearched() {
        JsonNode found = good("/api/paths?from=compute&to=alliance&via=short-stop", "Paths");
        assertTrue(found.get("paths").isEmpty());
        assertFalse(found.get("searched").get("truncated").asBoolean());
    }

    @Test
    void sparqlAnswersOnTheSamePort() {
        String query =
                URLEncoder.encode("ASK { ?i a <https://w3id.org/clew/ontology#Insight> }", StandardCharsets.UTF_8);
        Calls.Told told = calls.get("/sparql?query=" + query, "Accept", "application/sparql-results+json");
        assertTrue(told.json().get("boolean").asBoolean());
        assertEquals("nosniff", told.header("X-Content-Type-Options"));
        Calls.Told wrong = calls.get("/sparql?query=SELECT", "Accept", "application/sparql-results+json");
        assertEquals(400, wrong.status());
        assertEquals("nosniff", wrong.header("X-Content-Type-Options"));
        Calls.Told bare = calls.get("/sparql", "Accept", "text/html");
        assertEquals(200, bare.status());
        assertTrue(bare.header("Content-Type").startsWith("text/html"), bare.header("Content-Type"));
    }

    @Test
    void theLibrarySaysWhatItHolds() {
        JsonNode held = good("/api/library", "Library");
        assertTrue(held.get("claims").asInt() >= 31);
        assertTrue(held.get("voices").asInt() > 3);
        assertEquals("http://clew.example/", held.get("base").asText());
        assertEquals("1.2.3", held.get("version").asText());
    }

    @Test
    void theToDoListCountsEachKindAndNamesItsFirstTasks() {
        JsonNode kinds = good("/api/to-do?kind=no-link,orphan&limit=2", "ToDo").get("kinds");
        assertEquals(2, kinds.size());
        assertEquals("orphan", kinds.get(0).get("kind").asText());
        JsonNode unlinked = kinds.get(1);
        assertEquals("no-link", unlinked.get("kind").asText());
        assertEquals(2, unlinked.get("tasks").size());
        assertTrue(unlinked.get("count").asInt() > 2, unlinked.toString());
        String id = unlinked.at("/tasks/0/id").asText();
        assertTrue(good("/api/insights/" + id, "Insight").path("links").isEmpty(), id);
        assertEquals(7, good("/api/to-do", "ToDo").get("kinds").size());
        assertEquals(400, calls.get("/api/to-do?kind=nonsense").status());
    }

    @Test
    void theVocabularyIsExplained() {
        JsonNode relations = good("/api/relations", "Relations").get("relations");
        assertTrue(ids(relations).containsAll(List.of("enables", "depends-on", "member-of", "competes-with")));
        assertTrue(ids(good("/api/terms", "Terms").get("terms")).contains("holder"));
        Calls.Told ontology = calls.get("/ontology");
        assertEquals("text/turtle;charset=utf-8", ontology.header("Content-Type"));
        assertTrue(ontology.text().contains("clew:Insight"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/insights/no-such-thing|404|not-found|There is no insight 'no-such-thing'. Find its id with"
                        + " /api/suggest or /api/search.",
                "/api/entities/short-lived|410|gone|The entity 'short-lived' was published once and was retracted with"
                        + " change 4.",
                "/api/entities/no-such/edges|404|not-found|There is no entity 'no-such'. Find its id with /api/suggest or"
                        + " /api/search.",
                "/api/paths?from=compute&to=no-such|404|not-found|There is no entity 'no-such'. Find its id with"
                        + " /api/suggest or /api/search.",
                "/api/paths?from=compute|400|bad-request|Parameter 'to' is needed here: it must be an id of 1 to 80"
                        + " lower-case letters, digits and dashes, such as compute.",
                "/api/paths?from=compute&to=alliance&k=1000000000|400|bad-request|Parameter 'k' must be a whole number"
                        + " from 1 to 50; it was '1000000000'.",
                "/api/paths?from=compute&to=alliance&maxHops=-1|400|bad-request|Parameter 'maxHops' must be a whole"
                        + " number from 1 to 8; it was '-1'.",
                "/api/search?mode=vibes|400|bad-request|Parameter 'mode' must be one of hybrid, text, meaning; it was"
                        + " 'vibes'.",
                "/change/99|404|not-found|There is no change of this number; the last one is 4.",
                "/entity/No%20Slug|404|not-found|There is no such entity: an id has 1 to 80 lower-case letters, digits"
                        + " and dashes.",
                "/api/library?atLeast=99|503|not-ready|Change 99 is not visible yet; the last change is 4. Ask again in a"
                        + " moment.",
            })
    void badInputIsRefusedInASentence(String path, int status, String code, String sentence) {
        Calls.Told told = calls.get(path);
        assertEquals(status, told.status(), told.text());
        assertEquals("application/problem+json", told.header("Content-Type"));
        assertEquals(List.of(), SchemaCheck.problems("Problem", told.json()));
        assertEquals(code, told.json().get("code").asText());
        assertEquals(sentence, told.json().get("detail").asText());
    }

    @Test
    void anUnknownRelationIsNamedWithTheKnownOnes() {
        for (String path : List.of("/api/paths?from=compute&to=alliance&", "/api/entities/compute/edges?")) {
            Calls.Told told = calls.get(path + "relation=nonsense");
            assertEquals(400, told.status());
            String sentence = told.json().get("detail").asText();
            assertTrue(sentence.startsWith("Unknown relation 'nonsense'. Known relations: "), sentence);
            assertFalse(told.text().contains("java."), told.text());
        }
    }

    @Test
    void aReadCanWaitForAChange() {
        long n = library.ledger.head().n();
        assertEquals(
                n,
                good("/api/search?q=compute&atLeast=" + n, "Search")
                        .get("change")
                        .asLong());
    }

    @Test
    void browsersGetThePageThatSaysWhatBecameOfARecord() {
        assertEquals(404, calls.get("/entity/no-such", "Accept", "text/html").status());
        assertEquals(
                410, calls.get("/entity/short-lived", "Accept", "text/html").status());
        assertTrue(
                calls.get("/entity/short-lived", "Accept", "text/html").text().contains("<html"));
        assertEquals(410, calls.get("/entity/short-lived.ttl").status());
        assertEquals(404, calls.get("/entity/no-such.ttl").status());
    }

    @Test
    void aChangeSaysWhoWroteWhat() {
        JsonNode change = calls.get("/change/4.json").json();
        assertEquals(List.of(), SchemaCheck.problems("Change", change));
        assertEquals("ada", change.get("who").asText());
        assertEquals("retracted", change.get("records").get(0).get("status").asText());
        assertTrue(calls.get("/change/4.ttl").text().contains("prov:invalidated"));
        assertTrue(calls.get("/change/2.nt").text().contains("<http://www.w3.org/ns/prov#generated>"));
    }

    @Test
    void healthSaysHowFarEachProjectionIs() {
        assertEquals("up", good("/health/live", "Health").get("status").asText());
        JsonNode ready = good("/health/ready", "Health");
        assertEquals("up", ready.get("status").asText());
        assertEquals(0, ready.get("projections").get(0).get("lag").asInt());
        Calls.Told metrics = calls.get("/metrics");
        assertTrue(metrics.text().contains("clew_projection_lag{part=\"search\"} 0.0"), metrics.text());
        assertTrue(metrics.text().contains("http_server_requests_seconds_count{"), metrics.text());
        assertFalse(metrics.text().contains("kratsios"), "addresses would make endless series");
    }

    private static List<String> ids(JsonNode named) {
        return StreamSupport.stream(named.spliterator(), false)
                .map(each -> each.get("id").asText())
                .toList();
    }
}
