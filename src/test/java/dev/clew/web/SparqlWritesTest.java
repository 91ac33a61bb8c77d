package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Role;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SPARQL Update and Graph Store writes go through the ledger's door: all of it, or nothing. */
class SparqlWritesTest {
    private static final String PREFIXES = """
            PREFIX clew: <https://w3id.org/clew/ontology#>
            PREFIX rel: <https://w3id.org/clew/relation/>
            """;
    private static final String CLAIM = """
            <insight/new> a clew:Insight ; clew:text "Machines bind partners."@en ; clew:attribution clew:own ;
                clew:claimType clew:report ; clew:certainty clew:plain ; clew:grounding clew:unlocated ;
                clew:source <source/brief> .
            """;

    @TempDir
    Path directory;

    private LibraryServer library;
    private String curator;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        curator = library.token("cora", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Calls.Told update(String update, String... headers) {
        return send("POST", "/sparql/update", "application/sparql-update", PREFIXES + update, headers);
    }

    private Calls.Told send(String method, String path, String type, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + curator, "Content-Type", type));
        all.addAll(List.of(headers));
        return library.calls.send(method, path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    private static String graph(String name) {
        return "/sparql/data?graph=" + URLEncoder.encode("http://clew.example/" + name, StandardCharsets.UTF_8);
    }

    private Insight insight(String id) {
        return (Insight) library.ledger
                .read(RecordName.insight(id))
                .orElseThrow()
                .record()
                .orElseThrow();
    }

    private void refused(Calls.Told told, String part) {
        assertEquals(422, told.status(), told.text());
        assertEquals("application/problem+json", told.header("Content-Type"));
        assertTrue(told.text().contains(part), told.text());
        assertEquals(1, library.ledger.head().n());
    }

    @Test
    void anInsertedGraphIsAPublishedRecordThatEverythingShows() {
        Calls.Told told = update("INSERT DATA { GRAPH <insight/new> { " + CLAIM + " } }");
        assertEquals(200, told.status(), told.text());
        assertEquals("2", told.header("Clew-Change"));
        assertTrue(told.json().get("visible").asBoolean());
        assertEquals("Machines bind partners.", insight("new").claim().text());
        assertEquals(
                1,
                library.calls.get("/api/search?q=machines").json().get("total").asInt());
        assertEquals(
                "cora",
                library.ledger.changesBefore(3, "", 1).getFirst().author().who());
    }

    @Test
    void aPatternEditsManyRecordsAsOneChange() {
        Calls.Told told = update("""
                DELETE { GRAPH ?i { ?i clew:certainty clew:plain } } INSERT { GRAPH ?i { ?i clew:certainty clew:hedged } }
                WHERE { ?i a clew:Insight }""");
        assertEquals(200, told.status(), told.text());
        assertEquals(2, library.ledger.head().n());
        assertEquals("HEDGED", insight("compute-enables").claim().certainty().name());
        assertEquals(
                "HEDGED", insight("sovereignty-weakens").claim().certainty().name());
    }

    @Test
    void droppingARecordsGraphRetractsIt() {
        assertEquals(200, update("DROP GRAPH <insight/compute-enables>").status());
        assertEquals(410, library.calls.get("/api/insights/compute-enables").status());
        assertEquals(200, update("CLEAR GRAPH <insight/sovereignty-weakens>").status());
        assertEquals(410, library.calls.get("/api/insights/sovereignty-weakens").status());
    }

    @Test
    void whatComesToNothingMakesNoChange() {
        Calls.Told told = update("DELETE { GRAPH ?i { ?i clew:note ?n } } WHERE { GRAPH ?i { ?i clew:note ?n } }");
        assertEquals(200, told.status(), told.text());
        assertEquals("1", told.header("Clew-Change"));
        assertEquals(1, library.ledger.head().n());
    }

    @Test
    void whatTouchesTheDefaultGraphIsToldTheFormThatWouldDo() {
        refused(
                update("INSERT DATA { <insight/compute-enables> clew:note \"Hm.\" }"),
                "GRAPH <http://clew.example/insight/compute-enables>");
        refused(update("DELETE DATA { <insight/compute-enables> clew:note \"Hm.\" }"), "DELETE DATA");
        refused(
                update("DELETE WHERE { <insight/compute-enables> ?p ?o }"),
                "GRAPH <http://clew.example/insight/compute-enables>");
        refused(
                update("DELETE { <insight/compute-enables> ?p ?o } WHERE { <insight/compute-enables> ?p ?o }"),
                "WITH <http://clew.example/insight/compute-enables>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CLEAR ALL",
                "CLEAR DEFAULT",
                "DROP NAMED",
                "DROP ALL",
                "LOAD <http://elsewhere.example/x>",
                "COPY <insight/compute-enables> TO <insight/other>",
                "MOVE <insight/compute-enables> TO <insight/other>",
                "ADD <insight/compute-enables> TO <insight/other>",
                "CREATE GRAPH <insight/other>",
                "WITH <http://elsewhere.example/g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }"
            })
    void whatReachesBeyondRecordsIsRefused(String update) {
        refused(update(update), "update");
    }

    @Test
    void aViolationIsToldWithItsReportAndNothingIsWritten() {
        refused(
                update(
                        "INSERT DATA { GRAPH <insight/compute-enables> { <insight/compute-enables> clew:mood \"sunny\" } }"),
                "clew/ontology#mood");
        refused(
                update("DELETE WHERE { GRAPH <insight/compute-enables> { <insight/compute-enables> clew:source ?s } }"),
                "source");
        refused(
                update("INSERT DATA { GRAPH <http://elsewhere.example/x> { <urn:a> <urn:b> <urn:c> } }"),
                "is no graph of this library");
        refused(update("INSERT DATA { GRAPH <insight/x> { _:b clew:text \"A.\"@en } }"), "missing");
        Calls.Told turtle = update(
                "INSERT DATA { GRAPH <insight/compute-enables> { <insight/compute-enables> clew:mood \"sunny\" } }",
                "Accept",
                "text/turtle");
        assertEquals(422, turtle.status());
        assertTrue(turtle.header("Content-Type").startsWith("text/turtle"));
        assertTrue(turtle.text().contains("sh:ValidationReport"), turtle.text());
    }

    @Test
    void oneBadRecordAmongGoodOnesLeavesAllUnwritten() {
        refused(
                update("INSERT DATA { GRAPH <insight/new> { " + CLAIM
                        + " } GRAPH <insight/compute-enables> { <insight/compute-enables> clew:mood \"sunny\" } }"),
                "mood");
        assertEquals(404, library.calls.get("/api/insights/new").status());
    }

    @Test
    void whatIsStillReferredToIsNotDropped() {
        Calls.Told told = update("DROP GRAPH <entity/sovereignty>");
        assertEquals(409, told.status(), told.text());
        assertTrue(told.text().contains("insight/compute-enables"), told.text());
    }

    @Test
    void onlyCuratorsUpdateAndMalformedUpdatesAreNamed() {
        assertEquals(
                401,
                library.calls
                        .send(
                                "POST",
                                "/sparql/update",
                                BodyPublishers.ofString("DROP ALL"),
                                "Content-Type",
                                "application/sparql-update")
                        .status());
        assertEquals(400, update("INSERT NONSENSE").status());
        assertEquals(
                400,
                update("INSERT { GRAPH <insight/x> { ?s ?p ?o } } WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
                        .status());
        assertEquals(
                415, send("POST", "/sparql/update", "text/plain", "DROP ALL").status());
        assertEquals(
                422,
                send("POST", "/sparql/update", "application/x-www-form-urlencoded", "update=DROP+ALL")
                        .status());
    }

    @Test
    void graphsArePutAddedToAndDeletedOneByOne() {
        String turtle = "@prefix clew: <https://w3id.org/clew/ontology#> . @base <http://clew.example/> . " + CLAIM;
        Calls.Told put = send("PUT", graph("insight/new"), "text/turtle", turtle);
        assertEquals(201, put.status(), put.text());
        assertEquals("2", put.header("Clew-Change"));
        assertEquals(
                200,
                send(
                                "POST",
                                graph("insight/new"),
                                "text/turtle",
                                "<> <https://w3id.org/clew/ontology#note> \"A remark.\" .")
                        .status());
        assertEquals("A remark.", insight("new").note());
        assertEquals(
                412,
                send("PUT", graph("insight/new"), "text/turtle", turtle, "If-Match", "\"1\"")
                        .status());
        assertEquals(
                200,
                send("PUT", graph("insight/new"), "text/turtle", turtle, "If-Match", "\"2\"")
                        .status());
        assertEquals(null, insight("new").note());
        assertEquals(
                200, send("DELETE", graph("insight/new"), "text/turtle", "").status());
        assertEquals(410, library.calls.get("/api/insights/new").status());
        assertEquals(
                404, send("DELETE", graph("insight/new"), "text/turtle", "").status());
        assertEquals(
                422,
                send("PUT", graph("insight/new"), "text/turtle", "<> <urn:example:p> <urn:example:o> .")
                        .status());
        assertEquals(415, send("PUT", graph("insight/new"), "text/csv", "a,b").status());
        assertEquals(
                400,
                send("PUT", graph("insight/new"), "text/turtle", "<> <urn:p").status());
    }

    @Test
    void theAddressOfAMergedEntityKeepsWorkingInQueries() {
        library.write(RecordEdit.create(SmallWorld.entity("hardware", EntityKind.RESOURCE)));
        long change = library.write(RecordEdit.put(new Redirect("compute", "hardware", "Compute", "en"), 1L));
        assertTrue(library.projections.awaitVisible(change));
        String ask =
                "ASK { ?i clew:link [ clew:subject <http://clew.example/entity/compute> ; clew:relation rel:enables ] }";
        assertTrue(library.calls
                .get(
                        "/sparql?query=" + URLEncoder.encode(PREFIXES + ask, StandardCharsets.UTF_8),
                        "Accept",
                        "application/sparql-results+json")
                .json()
                .get("boolean")
                .asBoolean());
    }

    @Test
    void updatesThatMeetAreRunAgainAndNoneIsLost() throws Exception {
        List<String> mentions = List.of("compute", "ada", "alliance", "geopolitics", "sovereignty");
        try (ExecutorService threads = Executors.newFixedThreadPool(mentions.size())) {
            Map<String, Future<Integer>> told = new TreeMap<>();
            for (String mention : mentions) {
                String insert =
                        "INSERT DATA { GRAPH <insight/sovereignty-weakens> { <insight/sovereignty-weakens> clew:mentions <entity/"
                                + mention + "> } }";
                told.put(mention, threads.submit(() -> update(insert).status()));
            }
            List<String> done = new ArrayList<>();
            for (Map.Entry<String, Future<Integer>> each : told.entrySet()) {
                int status = each.getValue().get();
                assertTrue(status == 200 || status == 409, "told " + status);
                if (status == 200) {
                    done.add(each.getKey());
                }
            }
            assertFalse(done.isEmpty());
            assertEquals(done, insight("sovereignty-weakens").subjects().mentions());
            assertEquals(1 + done.size(), library.ledger.head().n());
        }
    }
}
