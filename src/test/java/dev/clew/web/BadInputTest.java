package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.model.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input at every door that writes: a clear refusal, and nothing of it is written. */
class BadInputTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static String curator;

    @BeforeAll
    static void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        curator = library.token("cora", Role.CURATOR);
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static Calls.Told send(String method, String path, String type, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(
                List.of("Authorization", "Bearer " + curator, "Content-Type", type, "Accept", "application/json"));
        all.addAll(List.of(headers));
        return library.calls.send(method, path, BodyPublishers.ofByteArray(body), all.toArray(String[]::new));
    }

    private static Calls.Told send(String method, String path, String type, String body, String... headers) {
        return send(method, path, type, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    private static void refused(String what, Calls.Told told) {
        assertTrue(told.status() >= 400 && told.status() < 500, what + ": " + told.status() + " " + told.text());
        assertFalse(told.json().path("detail").asText().isBlank(), what + ": " + told.text());
        assertFalse(told.text().contains("java."), what + ": " + told.text());
    }

    /** Insights that must not be kept, each under what is wrong with it. */
    private static Map<String, String> badInsights() {
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put("an id that climbs", claim("\"id\":\"../../etc\""));
        bad.put("an id in capitals", claim("\"id\":\"Claim\""));
        bad.put("an id of 81 characters", claim("\"id\":\"" + "a".repeat(81) + "\""));
        bad.put("an unknown field", claim("\"id\":\"bad\",\"mood\":\"sunny\""));
        bad.put("a holder elsewhere", claim("\"id\":\"bad\",\"holder\":\"http://elsewhere.example/entity/x\""));
        bad.put("an address elsewhere", claim("\"id\":\"bad\",\"iri\":\"http://elsewhere.example/insight/bad\""));
        bad.put(
                "a link from elsewhere",
                claim("\"id\":\"bad\",\"links\":[" + link("http://elsewhere.example/x") + "]"));
        bad.put("a holder that is no id", claim("\"id\":\"bad\",\"holder\":\"javascript:alert(1)\""));
        bad.put("half a character", claim("\"id\":\"bad\",\"note\":\"\\ud800\""));
        bad.put("a zero byte", claim("\"id\":\"bad\",\"note\":\"a\\u0000b\""));
        bad.put("a number for a text", claim("\"id\":\"bad\",\"note\":7"));
        bad.put("a moment before the start", claim("\"id\":\"bad\",\"start\":-1"));
        bad.put("a moment beyond all numbers", claim("\"id\":\"bad\",\"start\":1e999"));
        bad.put("a fraction of a second", claim("\"id\":\"bad\",\"start\":1.5"));
        bad.put("a text that is none", claim("\"id\":\"bad\",\"note\":{\"a\":[]}"));
        bad.put("10 000 links", claim("\"id\":\"bad\",\"links\":[" + links(10_000) + "]"));
        bad.put("a claim without words", "{\"id\":\"bad\",\"text\":\" \",\"source\":\"brief\"}");
        bad.put("a claim without a source", "{\"id\":\"bad\",\"text\":\"A.\"}");
        bad.put("a source that is nowhere", "{\"id\":\"bad\",\"text\":\"A.\",\"source\":\"nowhere\"}");
        return bad;
    }

    private static String claim(String fields) {
        return "{\"text\":\"A.\",\"source\":\"brief\"," + fields + "}";
    }

    private static String link(String subject) {
        return "{\"subject\":\"" + subject + "\",\"relation\":\"enables\",\"object\":\"alliance\"}";
    }

    private static String links(int count) {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            links.add("{\"subject\":\"compute\",\"relation\":\"enables\",\"object\":\"a" + i + "\"}");
        }
        return String.join(",", links);
    }

    @Test
    void aBadInsightIsRefusedAtEveryDoorAndNothingIsWritten() {
        long before = library.ledger.head().n();
        badInsights().forEach((what, insight) -> {
            refused(what, send("POST", "/api/insights", "application/json", insight));
            refused(what, send("PUT", "/api/insights/bad", "application/json", insight, "If-Match", "\"1\""));
            String edits = "{\"edits\":[{\"record\":" + insight + "}]}";
            refused(what, send("POST", "/api/edits", "application/json", edits));
            Calls.Told imported = send("POST", "/api/import?name=a.jsonl", "application/x-ndjson", insight + "\n");
            assertEquals(1, imported.json().path("refused").asInt(), what + ": " + imported.text());
            assertEquals(0, imported.json().path("written").asInt(), what + ": " + imported.text());
        });
        assertEquals(before, library.ledger.head().n());
    }

    @Test
    void theSameAsTurtleAndByUpdateIsRefusedToo() {
        long before = library.ledger.head().n();
        String clew = "PREFIX clew: <https://w3id.org/clew/ontology#> ";
        for (String triples : List.of(
                "<http://elsewhere.example/x> a clew:Insight",
                "<http://clew.example/insight/bad> clew:holder <javascript:alert(1)>",
                "<http://clew.example/insight/bad> <http://elsewhere.example/p> 1",
                "<http://clew.example/insight/bad> a clew:Insight ; clew:text \"A.\"")) {
            String update = clew + "INSERT DATA { GRAPH <http://clew.example/insight/bad> { " + triples + " } }";
            refused(triples, send("POST", "/sparql/update", "application/sparql-update", update));
            refused(
                    triples,
                    send(
                            "PUT",
                            "/sparql/data?graph=http://clew.example/insight/bad",
                            "text/turtle",
                            clew + triples + " ."));
        }
        String climbing = clew + "INSERT DATA { GRAPH <http://clew.example/insight/../x> { <http://clew.example/x> a"
                + " clew:Insight } }";
        refused("a graph that climbs", send("POST", "/sparql/update", "application/sparql-update", climbing));
        assertEquals(before, library.ledger.head().n());
    }

    @Test
    void aDateThatDoesNotExistIsRefusedInASourceAndInATable() {
        long before = library.ledger.head().n();
        for (String date : List.of("2026-02-30", "2026-13-01", "0000-00-00", "yesterday", "20260101")) {
            String source = "{\"id\":\"s\",\"kind\":\"Document\",\"title\":\"T\",\"date\":\"" + date + "\"}";
            refused(date, send("POST", "/api/sources", "application/json", source));
            Calls.Told table = send(
                    "POST",
                    "/api/import?name=a.csv",
                    "text/csv",
                    "type,id,kind,title,date\nsource,s,Document,T," + date + "\n");
            assertEquals(1, table.json().path("refused").asInt(), date + ": " + table.text());
        }
        assertEquals(before, library.ledger.head().n());
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedHoweverItIsBroken() {
        for (String body : List.of(
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{\"id\":1,}",
                "[".repeat(100_000),
                "{\"a\":".repeat(50_000),
                "NaN")) {
            String what = body.substring(0, Math.min(10, body.length()));
            for (String path : List.of("/api/insights", "/api/edits", "/api/proposals", "/api/sources")) {
                refused(path + " " + what, send("POST", path, "application/json", body));
            }
        }
    }

    @Test
    void brokenEncodingsAreRefusedAtEveryDoor() {
        List<byte[]> broken = List.of(
                new byte[] {(byte) 0xC3, 0x28},
                new byte[] {(byte) 0xC0, (byte) 0xAF},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                new byte[] {(byte) 0xFF});
        long before = library.ledger.head().n();
        for (byte[] bytes : broken) {
            byte[] body = around("{\"id\":\"bad\",\"text\":\"", bytes, "\",\"source\":\"brief\"}");
            refused("insight", send("POST", "/api/insights", "application/json", body));
            Calls.Told lines = send("POST", "/api/import?name=a.jsonl", "application/x-ndjson", body);
            assertEquals(1, lines.json().path("refused").asInt(), lines.text());
            byte[] update =
                    around("INSERT DATA { GRAPH <http://clew.example/insight/b> { <#a> <#b> \"", bytes, "\" } }");
            refused("update", send("POST", "/sparql/update", "application/sparql-update", update));
        }
        assertEquals(before, library.ledger.head().n());
    }

    private static byte[] around(String before, byte[] middle, String after) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(before.getBytes(StandardCharsets.UTF_8));
        all.writeBytes(middle);
        all.writeBytes(after.getBytes(StandardCharsets.UTF_8));
        return all.toByteArray();
    }

    @Test
    void aFileThatUnpacksToOneLineWithoutEndIsRefusedInBoundedMemory() throws IOException {
        long before = library.ledger.head().n();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        try (OutputStream packing = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 600; i++) {
                packing.write(spaces);
            }
        }
        Calls.Told told = send("POST", "/api/import?name=a.jsonl.gz", "application/gzip", packed.toByteArray());
        long number = told.json().path("number").asLong();
        JsonNode ended = told.json();
        while (ended.path("state").asText().equals("running")
                || ended.path("state").asText().equals("waiting")) {
            ended = library.calls
                    .get("/api/imports/" + number, "Authorization", "Bearer " + curator)
                    .json();
        }
        assertEquals("done 1 0", ended.get("state").asText() + " " + ended.get("refused") + " " + ended.get("written"));
        assertEquals(before, library.ledger.head().n());
        byte[] claim = "{\"id\":\"bad\",\"text\":\"A.\",\"source\":\"brief\"}".getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(small)) {
            packing.write(claim);
        }
        refused(
                "a packed body",
                send("POST", "/api/insights", "application/json", small.toByteArray(), "Content-Encoding", "gzip"));
        assertEquals(before, library.ledger.head().n());
    }

    @Test
    void aTableFromAWindowsSpreadsheetIsReadOverHttp() {
        String table = "\uFEFFid;text;source\r\nwindows-one;A claim; with a semicolon is quoted.;brief\r\n"
                .replace("A claim; with a semicolon is quoted.", "\"A claim; quoted.\"");
        Calls.Told told = send("POST", "/api/import?name=evening.csv", "text/csv", table);
        assertEquals(1, told.json().path("written").asInt(), told.text());
        assertEquals(
                "A claim; quoted.",
                library.calls
                        .get("/api/insights/windows-one")
                        .json()
                        .get("text")
                        .asText());
    }

    @Test
    void addressesThatClimbLeadNowhere() {
        for (String path : List.of(
                "/api/insights/..%2f..%2fetc%2fpasswd",
                "/api/insights/%2e%2e",
                "/insight/..%2f..%2fclew.sqlite",
                "/assets/..%2f..%2f..%2fetc%2fpasswd",
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/assets/%2e%2e/%2e%2e/clew.properties",
                "/%00")) {
            Calls.Told told = library.calls.get(path, "Accept", "application/json");
            assertTrue(told.status() >= 400 && told.status() < 500, path + ": " + told.status() + " " + told.text());
            assertFalse(told.text().contains("root:"), path);
        }
    }
}
