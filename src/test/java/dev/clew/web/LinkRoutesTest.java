package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links as curators type them, over the library that ships. */
class LinkRoutesTest {
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

    private static JsonNode read(String line, String more) {
        Calls.Told told =
                library.calls.get("/api/links/read?line=" + URLEncoder.encode(line, StandardCharsets.UTF_8) + more);
        assertEquals(200, told.status(), told::text);
        assertEquals(List.of(), SchemaCheck.problems("LinkRead", told.json()));
        return told.json();
    }

    @Test
    void aLineIsReadAndSaidInWords() {
        JsonNode read = read("compute > enables > sovereignty{owned-hardware}", "&holder=white-house");
        assertEquals(0, read.get("problems").size(), read::toString);
        assertEquals("+", read.get("link").get("sign").asText());
        assertEquals(
                "More Compute → more AI sovereignty (Owning the hardware), believed by White House",
                read.get("sentence").asText());
    }

    @Test
    void thingsAreKnownByLabelAndAliasAndTheAnswerSaysWhich() {
        JsonNode byLabel = read("United States > promotes > compute", "");
        assertEquals("united-states", byLabel.get("link").get("subject").asText());
        JsonNode byAlias = read("usa > promotes > compute", "");
        assertEquals("united-states", byAlias.path("link").path("subject").asText(), byAlias::toString);
        assertTrue(byAlias.get("subjectAlias").asText().equalsIgnoreCase("USA"));
    }

    @Test
    void everythingThatCannotBeReadIsTold() {
        JsonNode read = read("computre > loves > sovereignty{whatever}", "");
        assertTrue(!read.has("link"));
        List<String> paths = read.get("problems").findValuesAsText("path");
        assertEquals(List.of("subject", "objectFraming", "relation"), paths, read::toString);
        assertEquals("", read("compute", "").get("problems").get(0).get("path").asText());
    }
}
