package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transcripts, scans and their rules as a curator sees them. */
class ScanRoutesTest {
    @TempDir
    Path directory;

    private LibraryServer library;
    private String[] curator;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        curator = new String[] {"Authorization", "Bearer " + library.token("kurt", Role.CURATOR)};
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Calls.Told send(String method, String path, String mediaType, String body) {
        String[] headers = {curator[0], curator[1], "Content-Type", mediaType};
        return library.calls.send(method, path, BodyPublishers.ofString(body), headers);
    }

    @Test
    void whatIsNotThereIsNamedAndNoScanIsStarted() {
        Calls.Told kept = send("PUT", "/api/sources/no-such/transcript", "text/plain", "Ada: It was a day.");
        assertEquals(404, kept.status(), kept.text());
        assertEquals(
                404,
                library.calls.get("/api/sources/no-such/transcript", curator).status());
        Calls.Told scan = send("POST", "/api/scans", "application/json", "{\"episodes\":[\"no-such\"]}");
        assertEquals(404, scan.status(), scan.text());
        assertTrue(scan.text().contains("There is no episode 'no-such'"), scan.text());
        JsonNode list = library.calls.get("/api/scans", curator).json();
        assertEquals(List.of(), SchemaCheck.problems("ScanRuns", list));
        assertEquals(0, list.get("scans").size());
        JsonNode transcripts = library.calls.get("/api/transcripts", curator).json();
        assertEquals(List.of(), SchemaCheck.problems("Transcripts", transcripts));
    }

    @Test
    void aRuleThatPickedNothingOrAnUnclearSwitchIsRefused() {
        String path = "/api/scan-rules/link";
        assertEquals(
                404,
                send("PUT", path, "application/json", "{\"rule\":\"link\",\"on\":false}")
                        .status());
        assertEquals(
                422,
                send("PUT", path, "application/json", "{\"rule\":\"link\",\"on\":\"no\"}")
                        .status());
    }
}
