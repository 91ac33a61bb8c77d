package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Sign;
import dev.clew.web.http.SchemaCheck;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened to records is told over HTTP: per record, per change, and as a feed. */
class HistoryTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;

    @BeforeAll
    static void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        library.write(RecordEdit.put(
                SmallWorld.insight(
                        "compute-enables", "Said otherwise.", Link.of("compute", "enables", "alliance", Sign.PLUS)),
                1L));
        library.write(RecordEdit.retract(RecordName.insight("compute-enables"), 2L));
        library.write(RecordEdit.put(new Redirect("compute", "sovereignty", "Compute", "en"), 1L));
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static JsonNode good(String path, String schema) {
        Calls.Told told = library.calls.get(path);
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems(schema, told.json()), path);
        return told.json();
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.get(field).asText())
                .toList();
    }

    @Test
    void aRetractedRecordTellsItsVersionsAndWhatDiffersBetweenThem() {
        assertEquals(410, library.calls.get("/api/insights/compute-enables").status());
        JsonNode history = good("/api/insights/compute-enables/history", "History");
        JsonNode versions = history.get("versions");
        assertEquals(List.of("retracted", "edited", "added"), texts(versions, "action"));
        assertEquals("Said otherwise.", history.get("label").asText());
        assertEquals(
                List.of(
                        "text: “The claim compute-enables.” → “Said otherwise.”",
                        "links: compute enables sovereignty → compute enables alliance"),
                texts(versions.get(1).get("differences"), "text"));
        assertEquals("ada", versions.get(1).get("who").asText());
        assertEquals(2, versions.get(1).get("n").asInt());
        assertEquals(
                "alliance",
                versions.get(1)
                        .get("differences")
                        .get(1)
                        .get("added")
                        .get(0)
                        .get("object")
                        .asText());
    }

    @Test
    void aLongHistoryIsReadPageByPage() {
        JsonNode first = good("/api/insights/compute-enables/history?limit=2", "History");
        assertEquals(2, first.get("nextBefore").asInt());
        JsonNode rest = good("/api/insights/compute-enables/history?before=2", "History");
        assertEquals(List.of("1"), texts(rest.get("versions"), "version"));
        assertEquals("added", rest.get("versions").get(0).get("action").asText());
        assertEquals(404, library.calls.get("/api/insights/never/history").status());
    }

    @Test
    void aMergeIsPartOfTheMergedEntitysHistory() {
        JsonNode versions = good("/api/entities/compute/history", "History").get("versions");
        assertEquals(List.of("merged", "added"), texts(versions, "action"));
        assertEquals(301, library.calls.get("/api/entities/compute").status());
        JsonNode listed = good("/api/changes?limit=1", "Changes").at("/changes/0/records/0");
        assertEquals("merged", listed.get("action").asText());
        assertEquals(
                "{\"id\":\"sovereignty\",\"label\":\"sovereignty\"}",
                listed.get("into").toString());
        assertEquals(
                "sovereignty",
                good("/api/changes/4", "ChangeDetails").at("/records/0/into/id").asText());
        assertTrue(library.calls
                .get("/feeds/changes.atom")
                .text()
                .contains("merged entity/compute into entity/sovereignty"));
    }

    @Test
    void recentChangesAreListedAndEachIsSpelledOut() {
        JsonNode changes = good("/api/changes?limit=2", "Changes");
        assertEquals(List.of("4", "3"), texts(changes.get("changes"), "n"));
        JsonNode retracted = changes.get("changes").get(1).get("records").get(0);
        assertEquals("retracted", retracted.get("action").asText());
        assertEquals("Said otherwise.", retracted.get("label").asText());
        assertEquals(3, changes.get("nextBefore").asInt());
        assertEquals(
                List.of("2", "1"),
                texts(good("/api/changes?before=3", "Changes").get("changes"), "n"));
        assertEquals(
                0, good("/api/changes?who=nobody", "Changes").get("changes").size());
        JsonNode second = good("/api/changes/2", "ChangeDetails");
        assertEquals(2, second.get("records").get(0).get("differences").size());
        assertEquals(404, library.calls.get("/api/changes/99").status());
    }

    @Test
    void recentChangesCanBeSubscribedTo() throws Exception {
        Calls.Told told = library.calls.get("/feeds/changes.atom?limit=3");
        assertEquals("application/atom+xml;charset=utf-8", told.header("Content-Type"));
        var feed = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new java.io.ByteArrayInputStream(told.response().body()));
        assertEquals(3, feed.getElementsByTagName("entry").getLength());
        assertEquals(
                "http://clew.example/change/4",
                feed.getElementsByTagName("entry")
                        .item(0)
                        .getChildNodes()
                        .item(1)
                        .getTextContent());
        assertTrue(told.text().contains("retracted insight/compute-enables"), told.text());
        assertEquals(
                304,
                library.calls
                        .get("/feeds/changes.atom?limit=3", "If-None-Match", told.header("ETag"))
                        .status());
    }
}
