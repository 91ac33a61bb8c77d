package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts beside results, over HTTP on the library that ships: each is what one finds when one follows it, in any combination. */
class FacetsTest {
    private static final List<String> PROMISED = List.of(
            "kind", "entity", "relation", "sign", "holder", "speaker", "podcast", "year", "certainty", "contested");

    @TempDir
    static Path directory;

    private static LibraryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new LibraryServer(directory, LibraryServer.shipped());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode search(String query) {
        Calls.Told told = server.calls.get("/api/search?limit=1&mode=text&" + query);
        assertEquals(200, told.status(), told.text());
        return told.json();
    }

    private static String narrowed(String facet, JsonNode value) {
        return "&" + facet + "=" + URLEncoder.encode(value.get("value").asText(), StandardCharsets.UTF_8);
    }

    /** Of each facet the most frequent value. */
    private static Map<String, JsonNode> firstValues(JsonNode answer) {
        Map<String, JsonNode> first = new TreeMap<>();
        answer.get("facets").properties().forEach(facet -> {
            if (!facet.getValue().isEmpty()) {
                first.put(facet.getKey(), facet.getValue().get(0));
            }
        });
        return first;
    }

    @Test
    void everyPromisedFacetIsCounted() {
        assertTrue(new TreeSet<>(firstValues(search("q=")).keySet()).containsAll(PROMISED));
    }

    @Test
    void everyCountIsWhatIsFoundAndAnyTwoCombine() {
        List<String> wrong = new ArrayList<>();
        int[] followed = {0};
        firstValues(search("q=")).forEach((facet, value) -> {
            String one = narrowed(facet, value);
            JsonNode found = search("q=" + one);
            if (found.get("total").asInt() != value.get("count").asInt()) {
                wrong.add(one + ": " + found.get("total") + ", counted " + value);
            }
            Map<String, JsonNode> others = firstValues(found);
            others.remove(facet);
            others.forEach((other, second) -> {
                String two = one + narrowed(other, second);
                int total = search("q=" + two).get("total").asInt();
                followed[0]++;
                if (total != second.get("count").asInt()) {
                    wrong.add(two + ": " + total + ", counted " + second);
                }
            });
        });
        assertEquals(List.of(), wrong);
        assertTrue(followed[0] > 100, "followed " + followed[0]);
    }

    @Test
    void theDaysOfAYearFindWhatTheYearCounts() {
        JsonNode years = search("q=").at("/facets/year");
        assertTrue(!years.isEmpty());
        years.forEach(year -> {
            String days = "&from=" + year.get("value").asText() + "-01-01&to="
                    + year.get("value").asText() + "-12-31";
            assertEquals(year.get("count"), search("q=" + days).get("total"), year::toString);
        });
    }
}
