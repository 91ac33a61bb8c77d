package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one picture of several entities shows, on the library that ships. */
class PictureRoutesTest {
    private static final List<String> SHOWN = List.of("compute", "sovereignty", "alliance", "stack-alignment", "china");

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

    private static Calls.Told ask(String query, List<String> ids) {
        String body = ids.stream().collect(Collectors.joining("\",\"", "{\"entities\":[\"", "\"]}"));
        return library.calls.send(
                "POST", "/api/edges" + query, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static JsonNode good(String query, List<String> ids) {
        Calls.Told told = ask(query, ids);
        assertEquals(200, told.status(), told::text);
        assertEquals(List.of(), SchemaCheck.problems("Picture", told.json()));
        return told.json();
    }

    /** Every edge at an entity, page by page. */
    private static List<JsonNode> edgesAt(String id, String lens) {
        List<JsonNode> edges = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = library.calls
                    .get("/api/entities/" + id + "/edges?limit=200" + lens + cursor)
                    .json();
            page.get("edges").forEach(edges::add);
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return edges;
    }

    private static String end(JsonNode edge, String which) {
        return edge.get(which).get("id").asText();
    }

    private static void holdsWhatItsEntitiesHold(String lens) {
        JsonNode picture = good("?" + lens, SHOWN);
        Set<JsonNode> between = new HashSet<>();
        for (String id : SHOWN) {
            Set<String> outside = new TreeSet<>();
            for (JsonNode edge : edgesAt(id, "&" + lens)) {
                String other = end(edge, "subject").equals(id) ? end(edge, "object") : end(edge, "subject");
                if (SHOWN.contains(other)) {
                    between.add(edge);
                } else {
                    outside.add(other);
                }
            }
            JsonNode named = picture.get("entities").get(SHOWN.indexOf(id));
            assertEquals(id, named.get("id").asText());
            assertEquals(outside.size(), named.get("outside").asInt(), id + " through " + lens);
        }
        Set<JsonNode> told = new HashSet<>();
        picture.get("edges").forEach(told::add);
        assertEquals(between, told);
        assertEquals(between.size(), picture.get("total").asInt());
    }

    @Test
    void aPictureHasTheEdgesThatItsEntitiesHaveAndCountsTheOtherEnds() {
        holdsWhatItsEntitiesHold("facts=true");
        holdsWhatItsEntitiesHold("facts=false");
        holdsWhatItsEntitiesHold("claimType=forecast&facts=false");
    }

    @Test
    void itsPagesTogetherAreTheWhole() {
        List<JsonNode> together = new ArrayList<>();
        JsonNode page = good("?limit=3", SHOWN);
        while (true) {
            page.get("edges").forEach(together::add);
            if (!page.has("nextCursor")) {
                break;
            }
            page = good("?limit=3&cursor=" + page.get("nextCursor").asText(), SHOWN);
            assertTrue(!page.has("entities"), "only the first page names them");
        }
        List<JsonNode> whole = new ArrayList<>();
        good("", SHOWN).get("edges").forEach(whole::add);
        assertEquals(whole, together);
        assertTrue(whole.size() > 3);
    }

    @Test
    void unknownIdsAreNamedAndTooManyRefused() {
        JsonNode picture = good("", List.of("compute", "nothing-known"));
        assertEquals("nothing-known", picture.at("/unknown/0").asText());
        List<String> many = IntStream.rangeClosed(0, 2_000)
                .mapToObj(number -> "thing-" + number)
                .toList();
        assertEquals(400, ask("", many).status());
        assertEquals(422, ask("", List.of("Not an id")).status());
    }
}
