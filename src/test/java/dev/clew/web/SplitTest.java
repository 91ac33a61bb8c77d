package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.SmallWorld;
import dev.clew.model.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An entity is split by a new one and an edit of the claims that are about it, as one change. */
class SplitTest {
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

    private Calls.Told send(String path, String body) {
        return library.calls.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + curator,
                "Content-Type",
                "application/json");
    }

    private Calls.Told split(int version) {
        ObjectNode claim = (ObjectNode)
                library.calls.get("/api/insights/sovereignty-weakens").json();
        ((ObjectNode) claim.at("/links/0")).put("subject", "autarky");
        claim.remove("labels");
        String entity = "{\"type\":\"entity\",\"id\":\"autarky\",\"label\":\"Autarky\",\"kind\":\"Concept\","
                + "\"source\":\"brief\"}";
        return send(
                "/api/edits?why=Two%20things%20under%20one%20name",
                "{\"edits\":[{\"record\":" + entity + "},{\"record\":" + claim + ",\"version\":" + version + "}]}");
    }

    private long edges(String entity) {
        return library.calls
                .get("/api/entities/" + entity + "/edges?direction=out")
                .json()
                .get("edges")
                .size();
    }

    @Test
    void theChosenClaimsMoveTheOthersStayAndOneUndoTakesItBack() {
        JsonNode done = split(1).json();
        assertEquals(1, edges("autarky"));
        assertEquals(1, edges("sovereignty"));
        assertEquals(
                200,
                send("/api/changes/" + done.get("change").asLong() + "/undo", "")
                        .status());
        assertEquals(2, edges("sovereignty"));
        assertEquals(410, library.calls.get("/api/entities/autarky").status());
    }

    @Test
    void aSplitThatIsBasedOnAnOlderVersionWritesNothing() {
        assertEquals(412, split(7).status());
        assertEquals(404, library.calls.get("/api/entities/autarky").status());
        assertEquals(2, edges("sovereignty"));
    }

    @Test
    void anEntityThatClaimsAreStillAboutIsNotRetractedAndTheAnswerListsThem() {
        Calls.Told told = library.calls.send(
                "DELETE", "/api/entities/sovereignty", "Authorization", "Bearer " + curator, "If-Match", "\"1\"");
        assertEquals(409, told.status());
        for (String claim : new String[] {"compute-enables", "sovereignty-strengthens", "sovereignty-weakens"}) {
            assertTrue(told.text().contains("insight/" + claim), told.text());
        }
    }
}
