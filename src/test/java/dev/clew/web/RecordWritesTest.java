package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.SmallWorld;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records are written over HTTP as the contract has it, and shown at once. */
class RecordWritesTest {
    private static final String CLAIM = """
            {"id":"%s","text":"%s","source":"brief","holder":"ada",
             "links":[{"subject":"compute","relation":"enables","object":"alliance","sign":"+"}]}""";

    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static String curator;
    private static String contributor;

    @BeforeAll
    static void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        curator = library.token("cora", Role.CURATOR);
        contributor = library.token("conrad", Role.CONTRIBUTOR);
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static Calls.Told send(String method, String path, String body, String... headers) {
        return library.calls.sendAs(curator, method, path, body, headers);
    }

    private static String claim(String id, String text) {
        return String.format(CLAIM, id, text);
    }

    private static JsonNode good(Calls.Told told, int status, String schema) {
        assertEquals(status, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems(schema, told.json()));
        assertTrue(told.json().path("visible").asBoolean(true), told.text());
        return told.json();
    }

    private static String problemPath(Calls.Told told, int status) {
        assertEquals(status, told.status(), told.text());
        assertEquals("application/problem+json", told.header("Content-Type"));
        assertEquals(List.of(), SchemaCheck.problems("Problem", told.json()));
        return told.json().path("problems").path(0).path("path").asText();
    }

    @Test
    void whatWasAddedIsShownEverywhereAtOnce() {
        Calls.Told told = send("POST", "/api/insights", claim("at-once", "Machines bind partners quickly."));
        JsonNode written = good(told, 201, "Written");
        assertEquals("/insight/at-once", told.header("Location"));
        assertEquals("\"1\"", told.header("ETag"));
        assertEquals(library.ledger.head().n(), written.get("change").asLong());
        assertEquals(
                1,
                library.calls
                        .get("/api/search?q=machines%20bind")
                        .json()
                        .get("total")
                        .asInt());
        assertTrue(
                library.calls.get("/api/paths?from=compute&to=alliance").text().contains("at-once"));
        assertTrue(library.calls
                .get(
                        "/sparql?query=ASK%7B%3Chttp%3A%2F%2Fclew.example%2Finsight%2Fat-once%3E%20%3Fp%20%3Fo%7D",
                        "Accept", "application/sparql-results+json")
                .json()
                .get("boolean")
                .asBoolean());
        assertEquals(
                "cora",
                library.ledger
                        .changesBefore(Long.MAX_VALUE, "", 1)
                        .getFirst()
                        .author()
                        .who());
    }

    @Test
    void anEditNamesTheVersionThatItIsBasedOn() {
        send("POST", "/api/insights", claim("edited", "One."));
        String path = "/api/insights/edited";
        assertEquals("", problemPath(send("PUT", path, claim("edited", "Two."), "If-Match", "3 or so"), 400));
        assertEquals("insight/edited", problemPath(send("PUT", path, claim("edited", "Two.")), 428));
        Calls.Told two = send("PUT", path + "?why=better", claim("edited", "Two."), "If-Match", "\"1\"");
        assertEquals(2, good(two, 200, "Written").get("version").asInt());
        assertEquals("\"2\"", library.calls.get(path).header("ETag"));
        Calls.Told stale = send("PUT", path, claim("edited", "Three."), "If-Match", "\"1\"");
        problemPath(stale, 412);
        assertEquals("Two.", stale.json().get("current").get("text").asText());
        assertEquals(2, stale.json().get("current").get("version").asInt());
        assertEquals("One.", stale.json().get("base").get("text").asText());
        assertEquals(
                "better",
                library.ledger
                        .history(dev.clew.model.RecordName.insight("edited"), 1)
                        .getFirst()
                        .author()
                        .why());
    }

    @Test
    void whatIsRetractedIsGoneAndCanBeBroughtBack() {
        send("POST", "/api/insights", claim("short-lived", "Soon gone."));
        String path = "/api/insights/short-lived";
        problemPath(send("DELETE", path, ""), 428);
        problemPath(send("DELETE", path, "", "If-Match", "\"7\""), 412);
        JsonNode gone = good(send("DELETE", path, "", "If-Match", "\"1\""), 200, "Written");
        assertEquals("retracted", gone.get("status").asText());
        assertEquals(410, library.calls.get(path).status());
        problemPath(send("DELETE", path, "", "If-Match", "\"2\""), 410);
        problemPath(send("POST", "/api/insights", claim("short-lived", "Again.")), 409);
        problemPath(send("PUT", path, claim("short-lived", "Again.")), 428);
        good(send("PUT", path, claim("short-lived", "Again."), "If-Match", "\"2\""), 200, "Written");
        assertEquals(
                404,
                send("DELETE", "/api/insights/never-there", "", "If-Match", "\"1\"")
                        .status());
    }

    @Test
    void whatIsStillReferredToIsNotRetractedAndTheListSaysByWhom() {
        Calls.Told told = send("DELETE", "/api/entities/sovereignty", "", "If-Match", "\"1\"");
        assertEquals("entity/sovereignty", problemPath(told, 409));
        assertTrue(told.text().contains("insight/compute-enables, insight/sovereignty-strengthens"), told.text());
    }

    @Test
    void onlyCuratorsWrite() {
        String body = claim("refused", "Refused.");
        assertEquals(
                401,
                library.calls
                        .send(
                                "POST",
                                "/api/insights",
                                BodyPublishers.ofString(body),
                                "Content-Type",
                                "application/json")
                        .status());
        assertEquals(
                403,
                library.calls.sendAs(contributor, "POST", "/api/insights", body).status());
        assertEquals(404, library.calls.get("/api/insights/refused").status());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id | {\"id\":\"../x\",\"text\":\"A.\",\"source\":\"brief\"}",
                "text | {\"id\":\"b1\",\"text\":\"\",\"source\":\"brief\"}",
                "source | {\"id\":\"b2\",\"text\":\"A.\"}",
                "mood | {\"id\":\"b3\",\"text\":\"A.\",\"source\":\"brief\",\"mood\":\"sunny\"}",
                "links[0].subject | {\"id\":\"b4\",\"text\":\"A.\",\"source\":\"brief\",\"links\":[{\"subject\":\"no-such\",\"relation\":\"enables\",\"object\":\"alliance\"}]}",
                "links[0].sign | {\"id\":\"b5\",\"text\":\"A.\",\"source\":\"brief\",\"links\":[{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"alliance\",\"sign\":\"z\"}]}",
                "links[0].sign | {\"id\":\"b6\",\"text\":\"A.\",\"source\":\"brief\",\"links\":[{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"alliance\",\"sign\":\"-\"}]}",
                "holder | {\"id\":\"b7\",\"text\":\"A.\",\"source\":\"brief\",\"holder\":\"http://elsewhere.example/x\"}",
                "iri | {\"id\":\"b8\",\"text\":\"A.\",\"source\":\"brief\",\"iri\":\"http://elsewhere.example/insight/b8\"}",
                "type | {\"id\":\"b9\",\"type\":\"entity\",\"text\":\"A.\"}",
                "status | {\"id\":\"b10\",\"text\":\"A.\",\"source\":\"brief\",\"status\":\"retracted\"}",
                "'' | [1]",
                "'' | {\"id\":\"b11\",",
                "'' | {\"id\":\"b12\",\"id\":\"b13\"}",
            })
    void whatIsWrongIsNamedAndNothingIsWritten(String path, String body) {
        long before = library.ledger.head().n();
        assertEquals(path, problemPath(send("POST", "/api/insights", body), 422));
        assertEquals(before, library.ledger.head().n());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sources | url | {\"id\":\"s1\",\"kind\":\"Document\",\"title\":\"T\",\"url\":\"javascript:alert(1)\"}",
                "sources | date | {\"id\":\"s2\",\"kind\":\"Document\",\"title\":\"T\",\"date\":\"2026-02-30\"}",
                "entities | sameAs | {\"id\":\"e1\",\"kind\":\"Concept\",\"label\":\"L\",\"source\":\"brief\",\"sameAs\":[\"javascript:alert(1)\"]}",
                "entities | kind | {\"id\":\"e2\",\"kind\":\"Idea\",\"label\":\"L\",\"source\":\"brief\"}",
            })
    void entitiesAndSourcesAreHeldToTheirRulesToo(String place, String path, String body) {
        assertEquals(path, problemPath(send("POST", "/api/" + place, body), 422));
    }

    @Test
    void tooMuchOfAnythingIsRefused() {
        String link =
                "{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"alliance\",\"scope\":{\"condition\":\"c%d\"}}";
        StringBuilder links = new StringBuilder(String.format(link, 0));
        for (int i = 1; i < 5000; i++) {
            links.append(',').append(String.format(link, i));
        }
        String many = "{\"id\":\"many\",\"text\":\"A.\",\"source\":\"brief\",\"links\":[" + links + "]}";
        assertEquals("links", problemPath(send("POST", "/api/insights", many), 422));
        String long1 = "{\"id\":\"long\",\"text\":\"" + "a".repeat(1_100_000) + "\"}";
        assertEquals(413, send("POST", "/api/insights", long1).status());
        assertEquals("text", problemPath(send("POST", "/api/insights", claim("longer", "a".repeat(2001))), 422));
    }

    @Test
    void otherFormatsAndBrokenEncodingsAreRefused() {
        assertEquals(
                415,
                library.calls
                        .send(
                                "POST",
                                "/api/insights",
                                BodyPublishers.ofString(claim("xml", "A.")),
                                "Authorization",
                                "Bearer " + curator,
                                "Content-Type",
                                "text/xml")
                        .status());
        byte[] latin = claim("latin", "Café.").getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                400,
                library.calls
                        .send(
                                "POST",
                                "/api/insights",
                                BodyPublishers.ofByteArray(latin),
                                "Authorization",
                                "Bearer " + curator,
                                "Content-Type",
                                "application/json")
                        .status());
    }

    @Test
    void markupInATextStaysText() {
        String text = "<script>alert(1)</script> & <b>bold</b>";
        good(send("POST", "/api/insights", claim("markup", text)), 201, "Written");
        assertEquals(
                text,
                library.calls.get("/api/insights/markup").json().get("text").asText());
    }

    @Test
    void whatWasReadCanBeSentBack() {
        for (String path :
                List.of("/api/insights/compute-enables", "/api/entities/sovereignty", "/api/sources/brief")) {
            Calls.Told read = library.calls.get(path);
            Calls.Told back = send("PUT", path, read.text(), "If-Match", read.header("ETag"));
            good(back, 200, "Written");
            ObjectNode first = (ObjectNode) read.json();
            ObjectNode second = (ObjectNode) library.calls.get(path).json();
            assertEquals(first.without(List.of("version", "change")), second.without(List.of("version", "change")));
        }
    }

    @Test
    void anIdIsMadeOfTheTextWhenItIsLeftOut() {
        String body = "{\"text\":\"Chips are the new oil, they say.\",\"source\":\"brief\"}";
        String id = good(send("POST", "/api/insights", body), 201, "Written")
                .get("id")
                .asText();
        assertTrue(id.startsWith("chips-are-the-new-oil"), id);
        problemPath(send("POST", "/api/insights", body), 409);
        String entity = "{\"label\":\"Model weights\",\"kind\":\"Resource\",\"source\":\"brief\"}";
        assertEquals(
                "model-weights",
                good(send("POST", "/api/entities", entity), 201, "Written")
                        .get("id")
                        .asText());
        String again = good(send("POST", "/api/entities", entity), 201, "Written")
                .get("id")
                .asText();
        assertTrue(again.matches("model-weights-[0-9a-f]+"), again);
    }

    @Test
    void aRequestWithAKeyIsDoneOnceHoweverOftenItIsSent() {
        String body = claim("keyed", "Once.");
        Calls.Told first = send("POST", "/api/insights", body, "Idempotency-Key", "k1");
        Calls.Told second = send("POST", "/api/insights", body, "Idempotency-Key", "k1");
        assertEquals(first.json(), second.json());
        assertEquals(201, second.status());
        assertEquals(
                "Idempotency-Key",
                problemPath(send("POST", "/api/insights", claim("keyed2", "Other."), "Idempotency-Key", "k1"), 422));
        assertEquals(404, library.calls.get("/api/insights/keyed2").status());
    }

    @Test
    void aCheckSaysWhatPublishingWouldAndPublishesNothing() {
        long before = library.ledger.head().n();
        JsonNode fine =
                good(library.calls.sendAs(contributor, "POST", "/api/check", claim("checked", "A.")), 200, "Checked");
        assertEquals(0, fine.get("problems").size());
        JsonNode taken = good(send("POST", "/api/check", claim("compute-enables", "A.")), 200, "Checked");
        assertEquals("conflict", taken.get("code").asText());
        JsonNode wrong = good(
                send("POST", "/api/check", "{\"text\":\"A.\",\"source\":\"nowhere\",\"id\":\"x\"}"), 200, "Checked");
        assertEquals("source", wrong.get("problems").get(0).get("path").asText());
        assertEquals(before, library.ledger.head().n());
    }

    @Test
    void severalRecordsAreOneChangeOrNone() {
        long before = library.ledger.head().n();
        String split = """
                {"edits":[
                 {"record":{"type":"entity","id":"gpu-hours","label":"GPU hours","kind":"Resource","source":"brief"}},
                 {"record":%s,"version":1}]}""";
        send("POST", "/api/insights", claim("to-split", "A."));
        String moved = claim("to-split", "A.").replace("\"compute\"", "\"gpu-hours\"");
        JsonNode written = good(send("POST", "/api/edits", String.format(split, moved)), 200, "WrittenSeveral");
        assertEquals(before + 2, written.get("change").asLong());
        assertEquals(2, written.get("records").size());
        String broken = String.format(split, claim("to-split", "")).replace("gpu-hours", "gpu-days");
        assertEquals("edits[1].text", problemPath(send("POST", "/api/edits", broken), 422));
        assertEquals(404, library.calls.get("/api/entities/gpu-days").status());
    }

    @Test
    void aMergedEntityLeadsOnEverywhereUntilItIsUndone() {
        for (String id : List.of("hardware", "machines")) {
            send(
                    "POST",
                    "/api/entities",
                    "{\"id\":\"" + id + "\",\"label\":\"The " + id + "\",\"kind\":\"Resource\",\"source\":\"brief\"}");
        }
        send("POST", "/api/insights", claim("of-machines", "A.").replace("\"compute\"", "\"machines\""));
        Calls.Told merged =
                send("POST", "/api/entities/machines/merge", "{\"into\":\"hardware\"}", "If-Match", "\"1\"");
        long change = good(merged, 200, "Written").get("change").asLong();
        Calls.Told moved = library.calls.get("/entity/machines.ttl");
        assertEquals(301, moved.status());
        assertEquals("/entity/hardware.ttl", moved.header("Location"));
        assertEquals(
                "/api/entities/hardware",
                library.calls.get("/api/entities/machines").header("Location"));
        assertTrue(
                library.calls.get("/api/paths?from=machines&to=alliance").text().contains("of-machines"));
        JsonNode claim = library.calls.get("/api/insights/of-machines").json();
        assertEquals("The hardware", claim.get("labels").get("machines").asText());
        assertEquals(
                "hardware",
                library.calls
                        .get("/api/suggest?q=the%20machines")
                        .json()
                        .get("suggestions")
                        .get(0)
                        .get("id")
                        .asText());
        problemPath(send("POST", "/api/entities/hardware/merge", "{\"into\":\"machines\"}", "If-Match", "\"1\""), 422);
        assertEquals(
                409,
                send("POST", "/api/entities/machines/merge", "{\"into\":\"compute\"}", "If-Match", "\"2\"")
                        .status());
        good(send("POST", "/api/changes/" + change + "/undo", ""), 200, "Undone");
        assertEquals(200, library.calls.get("/api/entities/machines").status());
        assertFalse(
                library.calls.get("/api/paths?from=hardware&to=alliance").text().contains("of-machines"));
    }

    @Test
    void anUndoThatOthersStandOnIsRefusedAndNamesThem() {
        long change = good(send("POST", "/api/insights", claim("stood-on", "A.")), 201, "Written")
                .get("change")
                .asLong();
        send("PUT", "/api/insights/stood-on", claim("stood-on", "B."), "If-Match", "\"1\"");
        Calls.Told told = send("POST", "/api/changes/" + change + "/undo", "");
        assertEquals("insight/stood-on", problemPath(told, 409));
        assertTrue(told.text().contains("was changed again by change " + (change + 1) + " (cora:"), told.text());
        assertEquals(404, send("POST", "/api/changes/999999/undo", "").status());
    }
}
