package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.EntityKind;
import dev.clew.model.Link;
import dev.clew.model.Role;
import dev.clew.model.Sign;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request with a key that is sent again, as after a lost answer, is answered as before and writes nothing. */
class RepeatedRequestsTest {
    private static final String DRAFT = "{\"record\":{\"type\":\"insight\",\"text\":\"%s\"},\"state\":\"draft\"}";

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

    /** Of the first version, where one is asked for. */
    private static Calls.Told post(String key, String path, String body) {
        return library.calls.sendAs(curator, "POST", path, body, "Idempotency-Key", key, "If-Match", "\"1\"");
    }

    /** Sends it twice: the second answer is the first, and nothing is written for it. */
    private static ObjectNode twice(String key, String path, String body) {
        Calls.Told first = post(key, path, body);
        assertTrue(first.status() < 300, first.text());
        long head = library.ledger.head().n();
        Calls.Told second = post(key, path, body);
        assertEquals(first.status(), second.status(), second.text());
        assertEquals(first.json(), second.json());
        assertEquals(first.header("ETag"), second.header("ETag"));
        assertEquals(head, library.ledger.head().n());
        return (ObjectNode) second.json();
    }

    private static void refusedForAnother(String key, String path, String body) {
        Calls.Told told = post(key, path, body);
        assertEquals(422, told.status(), told.text());
        assertEquals(
                "Idempotency-Key",
                told.json().get("problems").get(0).get("path").asText());
    }

    @Test
    void mergesAreDoneOnce() {
        library.write(RecordEdit.create(SmallWorld.entity("chips", EntityKind.RESOURCE)));
        library.write(RecordEdit.create(SmallWorld.entity("processors", EntityKind.RESOURCE)));
        long before = library.ledger.head().n();
        ObjectNode told = twice("merge", "/api/entities/chips/merge", "{\"into\":\"processors\"}");
        assertEquals(before + 1, told.get("change").asLong());
        refusedForAnother("merge", "/api/entities/processors/merge", "{\"into\":\"compute\"}");
        assertEquals(
                409,
                post("merge-again", "/api/entities/chips/merge", "{\"into\":\"processors\"}")
                        .status());
    }

    @Test
    void changesAreUndoneOnce() {
        long change = library.write(
                RecordEdit.create(SmallWorld.insight("to-undo", Link.of("compute", "enables", "alliance", Sign.PLUS))));
        ObjectNode told = twice("undo", "/api/changes/" + change + "/undo", "");
        assertEquals(change + 1, told.get("change").asLong());
        assertEquals(410, library.calls.get("/api/insights/to-undo").status());
        refusedForAnother("undo", "/api/changes/" + change + "/undo?run=true", "");
    }

    @Test
    void proposalsAreKeptOnce() {
        long number = twice("propose", "/api/proposals", String.format(DRAFT, "Once."))
                .get("number")
                .asLong();
        refusedForAnother("propose", "/api/proposals", String.format(DRAFT, "Another."));
        Calls.Told withoutKey = library.calls.sendAs(curator, "POST", "/api/proposals", String.format(DRAFT, "Once."));
        assertNotEquals(number, withoutKey.json().get("number").asLong());
    }

    @Test
    void proposalsThatMeetAreKeptOnce() throws Exception {
        List<Future<Calls.Told>> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                told.add(threads.submit(() -> post("met", "/api/proposals", String.format(DRAFT, "Met."))));
            }
            long number = told.getFirst().get().json().get("number").asLong();
            for (Future<Calls.Told> each : told) {
                assertEquals(201, each.get().status(), each.get().text());
                assertEquals(number, each.get().json().get("number").asLong());
            }
        }
    }

    private static Calls.Told upload(String key, String lines) {
        return library.calls.send(
                "POST",
                "/api/import?name=lines.jsonl",
                BodyPublishers.ofString(lines),
                "Authorization",
                "Bearer " + curator,
                "Content-Type",
                "application/x-ndjson",
                "Idempotency-Key",
                key);
    }

    @Test
    void filesAreImportedOnce() {
        String line = "{\"type\":\"insight\",\"id\":\"%s\",\"text\":\"Imported.\",\"source\":\"brief\"}\n";
        Calls.Told first = upload("file", String.format(line, "imported-once"));
        assertEquals(200, first.status(), first.text());
        assertEquals(1, first.json().get("written").asInt());
        long head = library.ledger.head().n();
        Calls.Told second = upload("file", String.format(line, "imported-once"));
        assertEquals(first.json(), second.json());
        assertEquals(head, library.ledger.head().n());
        assertEquals(422, upload("file", String.format(line, "imported-twice")).status());
        assertEquals(404, library.calls.get("/api/insights/imported-twice").status());
        long other = upload("other", String.format(line, "imported-once"))
                .json()
                .get("number")
                .asLong();
        assertNotEquals(first.json().get("number").asLong(), other);
    }
}
