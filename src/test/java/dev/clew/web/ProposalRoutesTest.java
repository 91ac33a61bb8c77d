package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.Change.Author;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.Calls.Told;
import dev.clew.web.http.SchemaCheck;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proposals from the first draft to the published record, over HTTP. */
class ProposalRoutesTest {
    private static final String CLAIM =
            "{\"id\":\"%s\",\"text\":\"%s\",\"source\":\"brief\",\"holder\":\"%s\",\"topics\":[\"geopolitics\"]}";

    @TempDir
    Path directory;

    private LibraryServer library;
    private String contributor;
    private String curator;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        contributor = library.token("cora", Role.CONTRIBUTOR);
        curator = library.token("kurt", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Told send(String method, String path, String body, String token, String... more) {
        List<String> headers = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        if (!body.isEmpty()) {
            headers.addAll(List.of("Content-Type", "application/json"));
        }
        headers.addAll(List.of(more));
        return library.calls.send(method, path, BodyPublishers.ofString(body), headers.toArray(String[]::new));
    }

    private JsonNode propose(String id, String holder) {
        String record = CLAIM.formatted(id, "A claim called " + id + ".", holder);
        Told told = send("POST", "/api/proposals", "{\"record\":" + record + "}", contributor);
        assertEquals(201, told.status(), told::text);
        return told.json();
    }

    private boolean published(String id) {
        return library.ledger.read(RecordName.insight(id)).isPresent();
    }

    @Test
    void aProposalIsNotPublishedUntilACuratorAcceptsIt() {
        JsonNode made = propose("fresh", "ada");
        assertEquals(List.of(), SchemaCheck.problems("Proposal", made));
        assertEquals("proposed", made.get("state").asText());
        assertEquals(0, made.get("problems").size());
        assertTrue(!published("fresh"));
        String path = "/api/proposals/" + made.get("number") + "/accept";
        assertEquals(
                403, send("POST", path, "{}", contributor, "If-Match", "\"1\"").status());
        Told accepted = send("POST", path, "{}", curator, "If-Match", "\"1\"");
        assertEquals(200, accepted.status(), accepted::text);
        assertEquals(List.of(), SchemaCheck.problems("Accepted", accepted.json()));
        assertTrue(accepted.json().get("visible").asBoolean());
        assertTrue(published("fresh"));
        JsonNode after = send("GET", "/api/proposals/" + made.get("number"), "", contributor)
                .json();
        assertEquals("accepted", after.get("state").asText());
        assertEquals("kurt", after.get("decision").get("by").asText());
        assertEquals(accepted.json().get("change"), after.get("decision").get("change"));
    }

    @Test
    void twoCuratorsNeverDecideOverEachOther() throws Exception {
        String other = library.token("karla", Role.CURATOR);
        for (int round = 0; round < 10; round++) {
            String id = "raced-" + "abcdefghij".charAt(round);
            String path = "/api/proposals/" + propose(id, "ada").get("number");
            String edited = "{\"record\":" + CLAIM.formatted(id, "Edited.", "ada") + "}";
            List<Callable<Told>> calls = List.of(
                    () -> send("POST", path + "/accept", "{}", curator, "If-Match", "\"1\""),
                    () -> send("POST", path + "/accept", edited, other, "If-Match", "\"1\""),
                    () -> send("POST", path + "/reject", "{\"reason\":\"No.\"}", other, "If-Match", "\"1\""),
                    () -> send("PUT", path, edited, curator, "If-Match", "\"1\""));
            try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
                List<Integer> statuses = new ArrayList<>();
                for (Future<Told> told : threads.invokeAll(calls)) {
                    statuses.add(told.get().status());
                }
                assertEquals(
                        1, statuses.stream().filter(status -> status == 200).count(), statuses.toString());
                assertTrue(
                        statuses.stream()
                                .allMatch(status -> List.of(200, 409, 412).contains(status)),
                        statuses.toString());
            }
            boolean accepted =
                    send("GET", path, "", curator).json().get("state").asText().equals("accepted");
            assertEquals(accepted, published(id));
        }
    }

    @Test
    void aVersionMustBeNamedAndBeTheOneThatIsThere() {
        String path = "/api/proposals/" + propose("seen", "ada").get("number");
        assertEquals(428, send("POST", path + "/accept", "{}", curator).status());
        assertEquals(
                412,
                send("POST", path + "/accept", "{}", curator, "If-Match", "\"7\"")
                        .status());
        assertEquals(
                400,
                send("POST", path + "/accept", "{}", curator, "If-Match", "new").status());
        assertEquals(
                404,
                send("POST", "/api/proposals/999/accept", "{}", curator, "If-Match", "\"1\"")
                        .status());
    }

    @Test
    void aDraftMayBeUnfinishedAndIsItsMakersAlone() {
        Told draft =
                send("POST", "/api/proposals", "{\"state\":\"draft\",\"record\":{\"text\":\"Half a\"}}", contributor);
        assertEquals(201, draft.status(), draft::text);
        String path = "/api/proposals/" + draft.json().get("number");
        assertEquals(404, send("GET", path, "", curator).status());
        assertEquals(403, send("DELETE", path, "", curator, "If-Match", "\"1\"").status());
        Told unfinished = send(
                "PUT", path, "{\"state\":\"proposed\",\"record\":{\"text\":\"Half a\"}}", contributor, "If-Match", "1");
        assertEquals(422, unfinished.status());
        Told saved = send("PUT", path, "{\"record\":{\"text\":\"Half a claim\"}}", contributor, "If-Match", "\"1\"");
        assertEquals("\"2\"", saved.header("ETag"));
        assertEquals("draft", saved.json().get("state").asText());
        assertEquals(
                204, send("DELETE", path, "", contributor, "If-Match", "\"2\"").status());
        assertEquals(404, send("GET", path, "", contributor).status());
    }

    @Test
    void twelveArePublishedAsOneChangeAndOneUndoTakesThemBack() {
        StringBuilder chosen = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            JsonNode made = propose("evening-" + "abcdefghijkl".charAt(i), "ada");
            chosen.append(i == 0 ? "" : ",").append("{\"number\":" + made.get("number") + ",\"version\":1}");
        }
        long before = library.ledger.head().n();
        Told told = send("POST", "/api/proposals/publish", "{\"proposals\":[" + chosen + "]}", curator);
        assertEquals(200, told.status(), told::text);
        assertEquals(12, told.json().get("records").size());
        assertEquals(before + 1, told.json().get("change").asLong());
        library.ledger.undo(before + 1, new Author("kurt", "undone"));
        assertTrue(library.ledger
                .read(RecordName.insight("evening-a"))
                .orElseThrow()
                .record()
                .isEmpty());
    }

    @Test
    void ofSeveralNothingIsPublishedWhenOneMayNotBe() {
        JsonNode good = propose("good", "ada");
        JsonNode bad = propose("bad", "nobody-known");
        assertEquals("holder", bad.get("problems").get(0).get("path").asText());
        String body = "{\"proposals\":[{\"number\":" + good.get("number") + ",\"version\":1},{\"number\":"
                + bad.get("number") + ",\"version\":1}]}";
        Told told = send("POST", "/api/proposals/publish", body, curator);
        assertEquals(422, told.status());
        assertTrue(told.text().contains("insight/bad holder"), told::text);
        assertTrue(!published("good"));
        assertEquals(
                "proposed",
                send("GET", "/api/proposals/" + good.get("number"), "", curator)
                        .json()
                        .get("state")
                        .asText());
    }

    @Test
    void whatPublishingWouldDoIsToldBeforeAndIsWhatComesAfter() {
        String record =
                "{\"id\":\"opposite\",\"text\":\"It lowers it.\",\"source\":\"brief\",\"topics\":[\"geopolitics\"],"
                        + "\"links\":[{\"subject\":\"compute\",\"relation\":\"weakens\",\"object\":\"sovereignty\"}]}";
        Told made = send("POST", "/api/proposals", "{\"record\":" + record + "}", contributor);
        String path = "/api/proposals/" + made.json().get("number");
        JsonNode foretold = send("GET", path + "/consequences", "", contributor).json();
        assertEquals(List.of(), SchemaCheck.problems("Consequences", foretold));
        assertEquals(2, foretold.get("edges").size(), foretold::toString);
        JsonNode contested = foretold.get("edges").get(0);
        assertEquals("enables", contested.get("relation").asText());
        assertEquals(
                "[\"flipped\",\"contested\",\"counted\"]",
                contested.get("kinds").toString());
        assertEquals(
                "[\"added\",\"contested\"]",
                foretold.get("edges").get(1).get("kinds").toString());
        assertEquals(
                "{\"compute\":\"compute\",\"sovereignty\":\"sovereignty\"}",
                foretold.get("labels").toString());
        Told live = send("POST", "/api/consequences", "{\"records\":[" + record + "]}", contributor);
        assertEquals(foretold, live.json());
        send("POST", path + "/accept", "{}", curator, "If-Match", "\"1\"");
        JsonNode edges = library.calls
                .get("/api/entities/compute/edges?direction=out&relation=enables")
                .json()
                .get("edges");
        assertEquals(contested.get("after").get("sign"), edges.get(0).get("sign"));
        assertEquals(contested.get("after").get("voicesAgainst"), edges.get(0).get("voicesAgainst"));
    }

    @Test
    void whatIsForetoldCallsEveryEntityByItsNameThatOfANewOneToo() {
        String entity =
                "{\"type\":\"entity\",\"id\":\"tide\",\"label\":\"Power of the tide\",\"kind\":\"Resource\",\"source\":\"brief\"}";
        String claim = "{\"id\":\"tides\",\"text\":\"Tides feed it.\",\"source\":\"brief\","
                + "\"links\":[{\"subject\":\"tide\",\"relation\":\"enables\",\"object\":\"compute\"}]}";
        Told told = send("POST", "/api/consequences", "{\"records\":[" + entity + "," + claim + "]}", contributor);
        assertEquals(200, told.status(), told::text);
        assertEquals(List.of(), SchemaCheck.problems("Consequences", told.json()));
        assertEquals("Power of the tide", told.json().at("/labels/tide").asText(), told::text);
    }

    @Test
    void aCorrectionOfOneIsOfferedForTheOthersThatNeedItAndMadeInAllAtOnce() {
        JsonNode first = propose("first", "adda");
        propose("second", "adda");
        propose("third", "adda");
        propose("fourth", "ada");
        String corrected = "{\"record\":" + CLAIM.formatted("first", "A claim called first.", "ada") + "}";
        Told told = send("PUT", "/api/proposals/" + first.get("number"), corrected, curator, "If-Match", "\"1\"");
        JsonNode fix = told.json().get("alsoIn").get(0);
        assertEquals("{\"field\":\"holder\",\"from\":\"adda\",\"to\":\"ada\",\"others\":2}", fix.toString());
        String asked = "{\"field\":\"holder\",\"from\":\"adda\",\"to\":\"ada\"}";
        assertEquals(
                2,
                send("POST", "/api/proposals/fix", asked, curator)
                        .json()
                        .get("fixed")
                        .asInt());
        JsonNode queue =
                send("GET", "/api/proposals?state=proposed", "", curator).json();
        assertEquals(List.of(), SchemaCheck.problems("Proposals", queue));
        queue.get("proposals")
                .forEach(each -> assertEquals(0, each.get("problems").size(), each.toString()));
        assertEquals(4, queue.get("counts").get("proposed").asInt());
    }

    @Test
    void theQueueIsReadInPages() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(propose("paged-" + "abcde".charAt(i), "ada").get("name").asText());
        }
        List<String> read = new ArrayList<>();
        String cursor = "0";
        while (!cursor.isEmpty()) {
            JsonNode page = send("GET", "/api/proposals?limit=2&cursor=" + cursor, "", curator)
                    .json();
            page.get("proposals").forEach(each -> read.add(each.get("name").asText()));
            cursor = page.path("cursor").asText();
        }
        assertEquals(made, read);
    }

    @Test
    void aRejectionNeedsAReasonAndIsFinal() {
        String path = "/api/proposals/" + propose("unwanted", "ada").get("number");
        assertEquals(
                422,
                send("POST", path + "/reject", "{}", curator, "If-Match", "\"1\"")
                        .status());
        Told told = send("POST", path + "/reject", "{\"reason\":\"Said by nobody.\"}", curator, "If-Match", "\"1\"");
        assertEquals(
                "Said by nobody.", told.json().get("decision").get("reason").asText());
        assertEquals(
                409,
                send("POST", path + "/accept", "{}", curator, "If-Match", "\"2\"")
                        .status());
    }

    @Test
    void unknownFieldsAndWrongBodiesAreRefusedByName() {
        Told unknown = send("POST", "/api/proposals", "{\"record\":{},\"colour\":\"red\"}", contributor);
        assertEquals(422, unknown.status());
        assertTrue(unknown.text().contains("colour"), unknown::text);
        assertEquals(
                400, send("POST", "/api/proposals", "{\"record\":", contributor).status());
        assertEquals(
                415,
                library.calls
                        .send(
                                "POST",
                                "/api/proposals",
                                BodyPublishers.ofString("x"),
                                "Authorization",
                                "Bearer " + contributor,
                                "Content-Type",
                                "text/plain")
                        .status());
    }
}
