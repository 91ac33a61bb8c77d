package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.EntityKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs find of a library that somebody writes to. */
class WrittenLinkedDataTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static Calls calls;

    @BeforeAll
    static void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        calls = library.calls;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    @Test
    void aDumpIsWrittenOnceAChange() {
        Calls.Told first = calls.get("/dump.nq.gz");
        String tag = first.header("ETag");
        String modified = first.header("Last-Modified");
        assertEquals(304, calls.get("/dump.nq.gz", "If-None-Match", tag).status());
        assertEquals(
                304, calls.get("/dump.nq.gz", "If-Modified-Since", modified).status());
        String before = "Thu, 01 Jan 2015 00:00:00 GMT";
        assertEquals(200, calls.get("/dump.nq.gz", "If-Modified-Since", before).status());
        assertEquals(
                200, calls.get("/dump.nq.gz", "If-Modified-Since", "nonsense").status());
        library.write(RecordEdit.create(SmallWorld.entity("new-in-dump", EntityKind.CONCEPT, "brief")));
        library.awaitShown();
        Calls.Told second = calls.get("/dump.nq.gz", "If-None-Match", tag);
        assertEquals(200, second.status());
        assertNotEquals(tag, second.header("ETag"));
        assertEquals(Integer.toString(second.response().body().length), second.header("Content-Length"));
    }

    @Test
    void aClaimCannotEndTheElementThatCarriesIt() throws IOException {
        String hostile = "Chips </script><script>alert(1)</script> \" & <b> are scarce.";
        library.write(RecordEdit.create(SmallWorld.insight("hostile-text", hostile)));
        String page = calls.get("/insight/hostile-text", "Accept", "text/html").text();
        assertFalse(page.contains("<script>alert"), page);
        assertEquals(hostile, data(page).get("text").asText());
    }

    private static JsonNode data(String page) throws IOException {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(page);
        assertTrue(script.find(), page);
        return new ObjectMapper().readTree(script.group(1));
    }
}
