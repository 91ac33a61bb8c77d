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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code clew:matches}: text search from within a query finds what the search finds. */
class MatchesInQueriesTest {
    private static final String PREFIX = "PREFIX clew: <https://w3id.org/clew/ontology#>\n";

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

    private static Calls.Told asked(String query) {
        return library.calls.get(
                "/sparql?query=" + URLEncoder.encode(PREFIX + query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
    }

    private static JsonNode rows(String query) {
        Calls.Told told = asked(query);
        assertEquals(200, told.status(), told.text());
        return told.json().get("results").get("bindings");
    }

    private record Found(String iri, double score) {}

    @ParameterizedTest
    @ValueSource(
            strings = {"chips", "open models", "sovereignty -compute", "\"open models\"", "claimType:forecast", "zzzz"})
    void itFindsWhatTheSearchFinds(String text) {
        List<Found> byQuery = new ArrayList<>();
        String literal = text.replace("\"", "\\\"");
        rows("SELECT ?insight ?score { (?insight ?score) clew:matches (\"" + literal + "\" 30) }")
                .forEach(row -> byQuery.add(new Found(
                        row.get("insight").get("value").asText(),
                        row.get("score").get("value").asDouble())));
        List<Found> bySearch = new ArrayList<>();
        library.calls
                .get("/api/search?type=insight&mode=text&limit=30&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .json()
                .get("hits")
                .forEach(hit -> bySearch.add(
                        new Found(hit.get("iri").asText(), hit.get("score").asDouble())));
        assertEquals(bySearch, byQuery);
        assertEquals(text.equals("zzzz"), byQuery.isEmpty());
    }

    @Test
    void whatItFindsIsJoinedWithTheRecords() {
        JsonNode joined = rows("SELECT ?text { ?insight clew:claimType clew:forecast ; clew:text ?text ."
                + " ?insight clew:matches (\"models\" 100) }");
        assertTrue(!joined.isEmpty() && joined.size() < 50, joined.toString());
        JsonNode byDefault = rows("SELECT ?insight { ?insight clew:matches \"models\" }");
        assertEquals(20, byDefault.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "(?i ?s) clew:matches (\"chips\" 1000)|clew:matches takes a limit of 1 to 100 and got 1000;",
                "(?i ?s) clew:matches (\"chips\" 0)|clew:matches takes a limit of 1 to 100 and got 0;",
                "(?i ?s ?t) clew:matches (\"chips\" 5)|clew:matches has other arguments;",
                "(?i ?s) clew:matches (<entity/compute> 5)|clew:matches needs a text to look for,",
            })
    void otherArgumentsAreRefusedWithAnExample(String pattern, String sentence) {
        Calls.Told told = asked("SELECT * { " + pattern + " }");
        assertEquals(400, told.status(), told.text());
        String detail = told.json().get("detail").asText();
        assertTrue(detail.startsWith(sentence), detail);
        assertTrue(detail.endsWith("write (?insight ?score) clew:matches (\"chips\" 20)."), detail);
    }

    @Test
    void aTextThatCannotBeUnderstoodIsRefusedAsTheSearchRefusesIt() {
        String byQuery = asked("SELECT * { (?i ?s) clew:matches (\"*chips\" 5) }")
                .json()
                .get("detail")
                .asText();
        String bySearch = library.calls
                .get("/api/search?type=insight&mode=text&q=*chips")
                .json()
                .get("detail")
                .asText();
        assertEquals(bySearch, byQuery);
    }

    @Test
    void aQuerySearchesForFiftyTextsAtMost() {
        StringBuilder texts = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            texts.append(" \"word").append(i).append('"');
        }
        Calls.Told told = asked("SELECT * { VALUES ?text {" + texts + " } (?i ?s) clew:matches (?text 5) }");
        assertEquals(400, told.status());
        assertTrue(told.json().get("detail").asText().startsWith("The query searches for more than 50"), told.text());
    }
}
