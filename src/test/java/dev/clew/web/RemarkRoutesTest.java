package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers say of a claim stands beside it, reaches the curators, and never changes it. */
class RemarkRoutesTest {
    private static final String REMARKS = "/api/insights/compute-enables/remarks";

    @TempDir
    Path directory;

    private LibraryServer library;
    private String rhea;
    private String rolf;
    private String cora;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        rhea = library.token("rhea", Role.READER);
        rolf = library.token("rolf", Role.READER);
        cora = library.token("cora", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Calls.Told post(String path, String token, String body) {
        return library.calls.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private JsonNode said(String token, String body) {
        Calls.Told told = post(REMARKS, token, body);
        assertEquals(201, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Remark", told.json()));
        return told.json();
    }

    private JsonNode get(String path, String schema, String token) {
        Calls.Told told =
                token.isEmpty() ? library.calls.get(path) : library.calls.get(path, "Authorization", "Bearer " + token);
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems(schema, told.json()));
        return told.json();
    }

    private static String counts(JsonNode remarks) {
        return remarks.get("endorsements") + " " + remarks.get("disputes") + " " + remarks.get("comments");
    }

    @Test
    void whatReadersSayIsCountedAndStandsBesideTheClaimWhichStaysAsItIs() {
        String before = library.calls.get("/api/insights/compute-enables").text();
        said(rhea, "{\"kind\":\"endorsement\"}");
        said(rolf, "{\"kind\":\"dispute\",\"text\":\"It says <b>may</b>.\",\"source\":\"brief\"}");
        said(rolf, "{\"kind\":\"comment\",\"text\":\"See also.\",\"source\":\"https://example.org/a\"}");
        JsonNode remarks = get(REMARKS, "Remarks", "");
        assertEquals("1 1 1", counts(remarks));
        assertEquals("comment", remarks.at("/remarks/0/kind").asText());
        assertEquals("It says <b>may</b>.", remarks.at("/remarks/1/text").asText());
        assertEquals("brief", remarks.at("/remarks/1/source").asText());
        assertEquals("rolf", remarks.at("/remarks/1/by").asText());
        assertEquals(1, remarks.at("/remarks/1/version").asInt());
        assertFalse(remarks.at("/remarks/1/own").asBoolean());
        assertFalse(remarks.has("endorsedBy"));
        assertTrue(get(REMARKS, "Remarks", rolf).at("/remarks/1/own").asBoolean());
        assertEquals(1, get(REMARKS, "Remarks", rhea).get("endorsedBy").asInt());
        assertEquals(before, library.calls.get("/api/insights/compute-enables").text());
        assertEquals(1, library.ledger.head().n());
    }

    @Test
    void aClaimIsEndorsedOnceAndOnlyOnesOwnRemarksAreWithdrawn() {
        long number = said(rhea, "{\"kind\":\"endorsement\"}").get("number").asLong();
        assertEquals(409, post(REMARKS, rhea, "{\"kind\":\"endorsement\"}").status());
        assertEquals(403, withdraw(number, rolf));
        assertEquals(204, withdraw(number, rhea));
        assertEquals(404, withdraw(number, rhea));
        assertEquals("0 0 0", counts(get(REMARKS, "Remarks", rhea)));
        long again = said(rhea, "{\"kind\":\"endorsement\"}").get("number").asLong();
        assertEquals(204, withdraw(again, library.token("adam", Role.ADMIN)));
    }

    private int withdraw(long number, String token) {
        return library.calls
                .send("DELETE", "/api/remarks/" + number, "Authorization", "Bearer " + token)
                .status();
    }

    @Test
    void disputesWaitForACuratorAndStayWithTheirAnswer() {
        long first = said(rhea, "{\"kind\":\"dispute\",\"text\":\"Not so.\"}")
                .get("number")
                .asLong();
        said(rolf, "{\"kind\":\"dispute\",\"text\":\"Nor so.\"}");
        JsonNode open = get("/api/disputes", "Disputes", cora).get("disputes");
        assertEquals(List.of("Not so.", "Nor so."), texts(open));
        assertEquals("The claim compute-enables.", open.at("/0/claim").asText());
        assertEquals(1, open.at("/0/currentVersion").asInt());
        Calls.Told answered = post("/api/disputes/" + first + "/answer", cora, "{\"answer\":\"The passage says so.\"}");
        assertEquals(200, answered.status(), answered.text());
        assertEquals(List.of(), SchemaCheck.problems("Remark", answered.json()));
        assertEquals(
                409,
                post("/api/disputes/" + first + "/answer", cora, "{\"answer\":\"Again.\"}")
                        .status());
        assertEquals(
                List.of("Nor so."), texts(get("/api/disputes", "Disputes", cora).get("disputes")));
        assertEquals(
                List.of("Not so."),
                texts(get("/api/disputes?state=answered", "Disputes", cora).get("disputes")));
        JsonNode beside = get(REMARKS, "Remarks", "").at("/remarks/1/answer");
        assertEquals("The passage says so.", beside.get("text").asText());
        assertEquals("cora", beside.get("by").asText());
    }

    private static List<String> texts(JsonNode remarks) {
        List<String> texts = new ArrayList<>();
        remarks.forEach(each -> texts.add(each.get("text").asText()));
        return texts;
    }

    @Test
    void pagesFollowOneAnother() {
        for (int i = 1; i <= 5; i++) {
            said(rhea, "{\"kind\":\"dispute\",\"text\":\"Reason " + i + ".\"}");
        }
        JsonNode beside = get(REMARKS + "?limit=3", "Remarks", "");
        assertEquals(List.of("Reason 5.", "Reason 4.", "Reason 3."), texts(beside.get("remarks")));
        JsonNode rest =
                get(REMARKS + "?limit=3&cursor=" + beside.get("nextCursor").asLong(), "Remarks", "");
        assertEquals(List.of("Reason 2.", "Reason 1."), texts(rest.get("remarks")));
        JsonNode queue = get("/api/disputes?limit=3", "Disputes", cora);
        assertEquals(List.of("Reason 1.", "Reason 2.", "Reason 3."), texts(queue.get("disputes")));
        JsonNode later = get("/api/disputes?cursor=" + queue.get("nextCursor").asLong(), "Disputes", cora);
        assertEquals(List.of("Reason 4.", "Reason 5."), texts(later.get("disputes")));
        assertFalse(later.has("nextCursor"));
    }

    @Test
    void whatCannotBeKeptIsRefusedByItsField() {
        assertEquals("text", refusedField("{\"kind\":\"dispute\"}"));
        assertEquals("text", refusedField("{\"kind\":\"comment\",\"text\":\"  \"}"));
        assertEquals("text", refusedField("{\"kind\":\"endorsement\",\"text\":\"Yes.\"}"));
        assertEquals("text", refusedField("{\"kind\":\"comment\",\"text\":\"" + "x".repeat(2001) + "\"}"));
        assertEquals("text", refusedField("{\"kind\":\"comment\",\"text\":\"a\\u0000b\"}"));
        assertEquals("kind", refusedField("{\"kind\":\"applause\"}"));
        assertEquals("mood", refusedField("{\"kind\":\"endorsement\",\"mood\":\"good\"}"));
        assertEquals(
                "source", refusedField("{\"kind\":\"comment\",\"text\":\"a\",\"source\":\"javascript:alert(1)\"}"));
        assertEquals("source", refusedField("{\"kind\":\"comment\",\"text\":\"a\",\"source\":\"no-such-source\"}"));
        assertEquals(400, post(REMARKS, rhea, "{").status());
        assertEquals("0 0 0", counts(get(REMARKS, "Remarks", "")));
    }

    private String refusedField(String body) {
        Calls.Told told = post(REMARKS, rhea, body);
        assertEquals(422, told.status(), told.text());
        return told.json().at("/problems/0/path").asText();
    }

    @Test
    void aClaimThatIsNotThereTakesNone() {
        String endorsement = "{\"kind\":\"endorsement\"}";
        assertEquals(
                404, post("/api/insights/nothing/remarks", rhea, endorsement).status());
        assertEquals(404, library.calls.get("/api/insights/nothing/remarks").status());
        said(rhea, endorsement);
        library.write(RecordEdit.retract(RecordName.insight("compute-enables"), 1L));
        assertEquals(410, post(REMARKS, rolf, endorsement).status());
        assertEquals(410, library.calls.get(REMARKS).status());
    }

    @Test
    void oneReaderCannotFloodAClaim() {
        for (int i = 0; i < 20; i++) {
            said(rhea, "{\"kind\":\"comment\",\"text\":\"Comment " + i + ".\"}");
        }
        assertEquals(
                409,
                post(REMARKS, rhea, "{\"kind\":\"comment\",\"text\":\"More.\"}").status());
        said(rolf, "{\"kind\":\"comment\",\"text\":\"Mine.\"}");
    }
}
