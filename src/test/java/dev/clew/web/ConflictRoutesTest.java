package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Claim;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in dispute in the library that ships, over real HTTP. */
class ConflictRoutesTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static String curator;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        curator = library.token("cora", Role.CURATOR);
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static JsonNode good(String query) {
        Calls.Told told = library.calls.get("/api/conflicts" + query);
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Conflicts", told.json()), query);
        return told.json();
    }

    /** Each conflict as {@code kind claim × claim}. */
    private static List<String> pairs(JsonNode answer) {
        List<String> pairs = new ArrayList<>();
        answer.get("conflicts")
                .forEach(each -> pairs.add(each.get("kind").asText() + " "
                        + each.at("/sides/0/claim/id").asText() + " × "
                        + each.at("/sides/1/claim/id").asText()));
        return pairs;
    }

    @Test
    void theSeedClaimsDisputeWhatTheyAreExpectedTo() {
        assertEquals(
                Set.of(
                        "rival us-hardware-bet-on-open-models × us-tenfold-compute-doubling",
                        "framing kratsios-owned-hardware × us-platforms-china-self-supply",
                        "framing owned-sovereignty-sells-stack × us-tenfold-compute-doubling"),
                Set.copyOf(pairs(good("?entity=sovereignty"))));
    }

    @Test
    void aQuestionStandsInWordsWithBothAnswersUnderIt() {
        JsonNode found =
                good("?entity=sovereignty&kind=framing").get("conflicts").get(0);
        assertEquals(
                "Does more of “AI sovereignty” mean more or less of “Alignment with the American AI stack”?",
                found.at("/question/text").asText());
        assertEquals(
                "effect.sovereignty.stack-alignment", found.at("/question/id").asText());
        assertEquals("[\"place\"]", found.get("doubts").toString());
        assertTrue(found.get("possible").asBoolean());
        assertEquals(
                "“AI sovereignty” (Owning the hardware) encourages “Alignment with the American AI stack”, "
                        + "in “Partner nations”.",
                found.at("/sides/0/says").asText());
        assertEquals("United States", found.at("/sides/1/claim/holder/label").asText());
    }

    @Test
    void pagesGoOnWhereTheLastOneEndedAndHoldTheWholeListOnce() {
        List<String> whole = pairs(good("?limit=200"));
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = good("?limit=4" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertTrue(page.get("conflicts").size() <= 4);
            paged.addAll(pairs(page));
            cursor = page.path("nextCursor").asText();
        } while (!cursor.isEmpty());
        assertEquals(whole, paged);
        assertEquals(whole.size(), new TreeSet<>(whole).size());
        assertTrue(whole.size() > 25, "the library holds real disputes: " + whole.size());
    }

    @Test
    void theConflictsOfAnEntityAreThoseOfTheListThatAreAboutIt() {
        assertEquals(
                List.of(
                        "denial emergent-consciousness-not-ruled-out × no-machine-will-say-computer-scientists",
                        "denial emergent-consciousness-not-ruled-out × superintelligence-called-lunacy",
                        "denial no-machine-will-say-computer-scientists × some-are-sure-ai-will-seek-control",
                        "denial some-are-sure-ai-will-seek-control × superintelligence-called-lunacy"),
                pairs(good("?entity=existential-risk&kind=denial")));
        assertFalse(pairs(good("?limit=200")).isEmpty());
    }

    private static Calls.Told judge(String id, String body, String... headers) {
        String[] all = Stream.concat(
                        Stream.of("Authorization", "Bearer " + curator, "Content-Type", "application/json"),
                        Stream.of(headers))
                .toArray(String[]::new);
        return library.calls.send("PUT", "/api/conflicts/" + id, BodyPublishers.ofString(body), all);
    }

    private static JsonNode find(String id) {
        for (JsonNode each : good("?limit=200").get("conflicts")) {
            if (each.get("id").asText().equals(id)) {
                return each;
            }
        }
        throw new AssertionError("no conflict " + id);
    }

    @Test
    void aCuratorConcludesWithANoteAndBothClaimsStay() {
        JsonNode found =
                good("?entity=mass-casualty-weapons-risk").get("conflicts").get(0);
        String id = found.get("id").asText();
        assertEquals("open", found.get("status").asText());
        String claims = "\"claims\": [\"" + found.at("/sides/0/claim/id").asText() + "\", \""
                + found.at("/sides/1/claim/id").asText() + "\"]";
        String resolved = "{" + claims + ", \"status\": \"resolved\", \"note\": \"The order names a source.\"}";
        assertEquals(
                401,
                library.calls
                        .send("PUT", "/api/conflicts/" + id, BodyPublishers.ofString(resolved))
                        .status());
        Calls.Told refused = judge(id, "{" + claims + ", \"status\": \"resolved\"}");
        assertEquals(422, refused.status(), refused.text());
        Calls.Told told = judge(id, resolved);
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Conflict", told.json()));
        JsonNode after = find(id);
        assertEquals("resolved", after.get("status").asText());
        assertEquals("The order names a source.", after.at("/judgement/note").asText());
        assertEquals("cora", after.at("/judgement/by").asText());
        assertEquals(2, after.get("sides").size());
        assertEquals(428, judge(id, resolved).status());
        assertEquals(412, judge(id, resolved, "If-Match", "\"7\"").status());
        assertEquals(200, judge(id, resolved, "If-Match", "\"1\"").status());
        assertTrue(ids(good("?status=resolved&limit=200")).contains(id));
        assertFalse(ids(good("?status=open&limit=200")).contains(id));
    }

    @Test
    void aJudgementOfClaimsThatDoNotDisputeThatIsRefused() {
        String body = "{\"claims\": [\"kratsios-owned-hardware\", \"company-divide\"], "
                + "\"status\": \"explained\", \"note\": \"None.\"}";
        assertEquals(404, judge("0123456789abcdef", body).status());
        assertEquals(422, judge("0123456789abcdef", "{\"claims\": 3}").status());
        assertEquals(400, judge("0123456789abcdef", "{").status());
    }

    @Test
    void aConflictIsOpenAgainWhenOneOfItsClaimsIsChanged() {
        JsonNode found = good("?entity=public-data").get("conflicts").get(0);
        String id = found.get("id").asText();
        String one = found.at("/sides/0/claim/id").asText();
        String body = "{\"claims\": [\"" + one + "\", \""
                + found.at("/sides/1/claim/id").asText()
                + "\"], \"status\": \"explained\", \"note\": \"They mean other years.\"}";
        assertEquals(200, judge(id, body).status());
        assertEquals("explained", find(id).get("status").asText());
        RecordName name = RecordName.insight(one);
        Insight insight =
                (Insight) library.ledger.read(name).orElseThrow().record().orElseThrow();
        Claim claim = new Claim(
                "Said otherwise.", "en", insight.claim().type(), insight.claim().certainty());
        Insight changed = new Insight(
                one,
                claim,
                insight.belief(),
                insight.passage(),
                insight.links(),
                insight.quantities(),
                insight.references(),
                insight.subjects(),
                insight.note());
        long change = library.write(RecordEdit.put(changed, 1L));
        assertTrue(library.projections.awaitReached(change, Duration.ofSeconds(20)));
        JsonNode after = find(id);
        assertEquals("open", after.get("status").asText());
        assertTrue(after.at("/judgement/overtaken").asBoolean());
    }

    private static Set<String> ids(JsonNode answer) {
        Set<String> ids = new TreeSet<>();
        answer.get("conflicts").forEach(each -> ids.add(each.get("id").asText()));
        return ids;
    }

    @Test
    void badInputIsRefusedByName() {
        assertEquals(404, library.calls.get("/api/conflicts?entity=nobody").status());
        assertEquals(400, library.calls.get("/api/conflicts?kind=quarrel").status());
        assertEquals(400, library.calls.get("/api/conflicts?limit=0").status());
        Calls.Told refused = library.calls.get("/api/conflicts?cursor=9~x");
        assertEquals(400, refused.status());
        assertTrue(refused.text().contains("cursor"), refused.text());
    }
}
