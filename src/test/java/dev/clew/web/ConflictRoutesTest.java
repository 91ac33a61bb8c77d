package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in dispute in the library that ships, over real HTTP. */
class ConflictRoutesTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
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
                good("?entity=sovereignty&kind=framing").get("conflicts").get(1);
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
