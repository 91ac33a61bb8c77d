package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is new to whoever follows some things, asked over HTTP of the library that ships, all of which is new. */
class BriefTest {
    private static final String FROM_THE_BEGINNING = "/api/brief?since=0&follow=";

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

    private static JsonNode good(String path) {
        Calls.Told told = library.calls.get(path);
        assertEquals(200, told.status(), told.text());
        return told.json();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "compute",
                "compute,sovereignty",
                "holder:white-house",
                "relation:enables,topic:geopolitics",
                "speaker:daniel-whitenack,china,united-states"
            })
    void itHasAtMostFiveNewClaimsEachWithReasonsThatAddUpToItsScore(String follows) {
        JsonNode brief = good(FROM_THE_BEGINNING + follows);
        assertEquals(List.of(), SchemaCheck.problems("Brief", brief));
        List<JsonNode> items = list(brief.get("items"));
        assertFalse(items.isEmpty());
        assertTrue(items.size() <= 5);
        int before = Integer.MAX_VALUE;
        for (JsonNode item : items) {
            int sum = list(item.get("because")).stream()
                    .mapToInt(each -> each.get("points").asInt())
                    .sum();
            assertEquals(sum, item.get("score").asInt());
            assertTrue(list(item.get("because")).stream()
                    .anyMatch(each -> each.get("kind").asText().equals("followed")));
            assertTrue(sum <= before || item.get("counterView").asBoolean(), "best first, but for a counter-view");
            before = sum;
        }
        assertEquals(brief, good(FROM_THE_BEGINNING + follows), "the same for the same question");
    }

    @Test
    void everyReasonThatSpeaksOfAConnectionIsBorneOutByTheCallThatItNames() {
        int checked = 0;
        for (JsonNode item :
                good(FROM_THE_BEGINNING + "compute,sovereignty,china&limit=20").get("items")) {
            for (JsonNode because : item.get("because")) {
                JsonNode shown = good(because.get("check").asText());
                if (because.get("check").asText().startsWith("/api/diff")) {
                    checked++;
                    String insight = item.at("/insight/id").asText();
                    assertTrue(
                            list(shown.get("differences")).stream()
                                    .filter(each -> because.get("text")
                                            .asText()
                                            .contains(each.at("/object/label").asText()))
                                    .anyMatch(each -> each.get("came")
                                            .findValuesAsText("id")
                                            .contains(insight)),
                            () -> because + " in " + shown);
                }
            }
        }
        assertTrue(checked > 10, checked + " checked");
    }

    @Test
    void noPodcastHasMoreThanTwoAndOneClaimSpeaksAgainstSomething() {
        JsonNode brief = good(FROM_THE_BEGINNING + "compute,sovereignty,china,united-states");
        Map<String, Integer> podcasts = new HashMap<>();
        for (JsonNode item : brief.get("items")) {
            JsonNode source =
                    good("/api/sources/" + item.at("/insight/source/id").asText());
            podcasts.merge(source.at("/podcast/id").asText(source.get("id").asText()), 1, Integer::sum);
        }
        assertTrue(podcasts.values().stream().allMatch(count -> count <= 2), podcasts.toString());
        assertTrue(list(brief.get("items")).stream()
                .anyMatch(item -> item.get("counterView").asBoolean()));
    }

    @Test
    void whereNothingIsNewOrNothingIsFollowedItIsEmptyAndSaysSo() {
        long head = good("/api/library").get("change").asLong();
        JsonNode nothingNew = good("/api/brief?follow=compute&since=" + head);
        assertEquals(
                "Nothing is new since change " + head + ".",
                nothingNew.get("says").asText());
        assertEquals(0, nothingNew.get("items").size());
        JsonNode nothingFollowed = good("/api/brief?since=0");
        assertEquals(0, nothingFollowed.get("items").size());
        assertTrue(nothingFollowed.get("says").asText().endsWith("none has anything that is followed."));
    }

    @Test
    void itIsAFeedWithTheReasonsToo() {
        Calls.Told atom = library.calls.get("/feeds/brief.atom?since=0&follow=compute");
        assertEquals("application/atom+xml;charset=utf-8", atom.header("Content-Type"));
        assertTrue(atom.text().contains("Because: You follow Compute."), atom.text());
        JsonNode json =
                library.calls.get("/feeds/brief.json?since=0&follow=compute").json();
        assertEquals(
                list(good(FROM_THE_BEGINNING + "compute").get("items")).stream()
                        .map(item -> item.at("/insight/id").asText())
                        .toList(),
                list(json.get("items")).stream()
                        .map(item -> item.get("id").asText().replaceFirst(".*/", ""))
                        .toList());
        assertFalse(atom.header("ETag").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/brief?follow=nonsense:compute, follow is 'nonsense:compute'",
        "/api/brief?follow=A+B, follow is 'A B'",
        "/api/brief?follow=compute&limit=0, limit",
        "/api/brief?follow=compute&since=yesterday, since",
        "/feeds/brief.atom?follow=.., follow is '..'"
    })
    void whatCannotBeFollowedIsRefusedByName(String path, String said) {
        Calls.Told told = library.calls.get(path);
        assertEquals(400, told.status(), told.text());
        assertTrue(told.json().get("detail").asText().contains(said), told.text());
    }
}
