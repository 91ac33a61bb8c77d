package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.SmallWorld;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A claim that a curator ranks down stays, says so, and comes later. */
class RankTest {
    @TempDir
    Path directory;

    private LibraryServer library;
    private String curator;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        curator = library.token("cora", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Calls.Told rank(String id, String rank) {
        Calls.Told read = library.calls.get("/api/insights/" + id);
        ObjectNode insight = (ObjectNode) read.json();
        insight.put("rank", rank);
        Calls.Told written = library.calls.sendAs(
                curator, "PUT", "/api/insights/" + id, insight.toString(), "If-Match", read.header("ETag"));
        library.awaitShown();
        return written;
    }

    private JsonNode get(String path) {
        Calls.Told told = library.calls.get(path);
        assertEquals(200, told.status(), told.text());
        return told.json();
    }

    private List<String> found(String path, String list, String id) {
        List<String> ids = new ArrayList<>();
        get(path).get(list).forEach(each -> ids.add(each.at(id).asText()));
        return ids;
    }

    @Test
    void itIsFoundAfterOthersThatMatchAsWell() {
        List<String> before = found("/api/search?q=claim&mode=text&type=insight", "hits", "/id");
        assertEquals(3, before.size());
        assertEquals(200, rank(before.getFirst(), "outdated").status());
        List<String> after = found("/api/search?q=claim&mode=text&type=insight", "hits", "/id");
        assertEquals(List.of(before.get(1), before.get(2), before.get(0)), after);
        rank(before.getFirst(), "normal");
        assertEquals(before, found("/api/search?q=claim&mode=text&type=insight", "hits", "/id"));
    }

    @Test
    void amongRelatedClaimsItKeepsThreeTenthsOfItsScore() {
        String path = "/api/insights/sovereignty-strengthens/related";
        JsonNode first = get(path).at("/related/0");
        double before = first.get("score").asDouble();
        String id = first.at("/insight/id").asText();
        assertEquals(200, rank(id, "low").status());
        JsonNode now = null;
        for (JsonNode each : get(path).get("related")) {
            now = each.at("/insight/id").asText().equals(id) ? each : now;
        }
        assertEquals(before * 0.3, now.get("score").asDouble(), 0.001);
        assertEquals("low", now.at("/insight/rank").asText());
    }

    @Test
    void itIsSaidWhereverTheClaimIsShownAndItsVoiceStays() {
        String edge = "/api/entities/compute/edges";
        JsonNode before = get(edge).at("/edges/0");
        assertFalse(get("/api/insights/compute-enables").has("rank"));
        assertEquals(200, rank("compute-enables", "outdated").status());
        JsonNode insight = get("/api/insights/compute-enables");
        assertEquals("outdated", insight.get("rank").asText());
        assertEquals(List.of(), SchemaCheck.problems("Insight", insight));
        JsonNode path = get("/api/paths?from=compute&to=sovereignty");
        assertEquals(List.of(), SchemaCheck.problems("Paths", path));
        assertEquals("outdated", path.at("/paths/0/hops/0/evidence/0/rank").asText());
        assertEquals(before.get("voicesFor"), get(edge).at("/edges/0/voicesFor"));
        assertTrue(library.calls.get("/insight/compute-enables.ttl").text().contains("outdated"));
        JsonNode history = get("/api/insights/compute-enables/history");
        assertTrue(history.toString().contains("outdated"), history.toString());
    }

    @Test
    void anotherWordIsRefused() {
        Calls.Told told = rank("compute-enables", "worst");
        assertEquals(422, told.status());
        assertEquals("rank", told.json().at("/problems/0/path").asText());
    }
}
