package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A record's address answers in the form that is asked for, on the library that ships. */
class RecordAddressTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static Calls calls;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        calls = library.calls;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle;charset=utf-8, <http://clew.example/insight/kratsios-owned-hardware>",
        "application/ld+json, application/ld+json, \"@id\"",
        "application/trig, application/trig;charset=utf-8, <http://clew.example/insight/kratsios-owned-hardware> {",
        "application/n-triples, application/n-triples;charset=utf-8, <http://clew.example/entity/compute> ",
        "application/json, application/json, \"labels\"",
        "text/html, text/html;charset=utf-8, <html",
        "'text/html,application/xhtml+xml,*/*;q=0.8', text/html;charset=utf-8, <html",
        "*/*, text/turtle;charset=utf-8, rel:enables",
    })
    void aRecordsAddressAnswersInTheFormAskedFor(String accept, String type, String part) {
        Calls.Told told = calls.get("/insight/kratsios-owned-hardware", "Accept", accept);
        assertEquals(200, told.status());
        assertEquals(type, told.header("Content-Type"));
        assertTrue(told.text().contains(part), told.text());
        assertTrue(String.join(",", told.response().headers().allValues("Vary")).contains("Accept"), "Vary");
        assertTrue(told.header("Link")
                .contains("</insight/kratsios-owned-hardware.ttl>; rel=\"alternate\"; type=\"text/turtle\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "jsonld", "trig", "nt", "json"})
    void aSuffixChoosesTheForm(String suffix) {
        for (String path :
                List.of("/insight/kratsios-owned-hardware", "/entity/compute", "/source/seed-brief", "/change/1")) {
            Calls.Told told = calls.get(path + "." + suffix, "Accept", "text/html");
            assertEquals(200, told.status(), path);
            assertFalse(told.header("Content-Type").startsWith("text/html"), path);
        }
    }

    @Test
    void anAddressThatNobodyCanAnswerInSaysWhatIsOnOffer() {
        Calls.Told told = calls.get("/entity/compute", "Accept", "image/png");
        assertEquals(406, told.status());
        assertTrue(told.json().get("detail").asText().contains("text/turtle"));
    }
}
