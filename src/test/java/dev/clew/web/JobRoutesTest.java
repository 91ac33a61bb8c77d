package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** Jobs as an admin and an operator see them. */
class JobRoutesTest {
    @TempDir
    Path directory;

    private LibraryServer library;
    private String[] admin;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        admin = new String[] {"Authorization", "Bearer " + library.token("adam", Role.ADMIN)};
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private JsonNode job() {
        JsonNode list = library.calls.get("/api/jobs", admin).json();
        assertEquals(List.of(), SchemaCheck.problems("Jobs", list));
        return list.get("jobs").get(0);
    }

    private Calls.Told deed(String name, String deed) {
        return library.calls.send("POST", "/api/jobs/" + name + "/" + deed, BodyPublishers.noBody(), admin);
    }

    private void awaitEnd() {
        while (!job().has("last") || job().get("last").get("outcome").asText().equals("running")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anAdminRunsOneNowAndSeesWhatCameOfIt() {
        assertFalse(job().has("last"));
        assertEquals("PT10M", job().get("every").asText());
        Calls.Told told = deed("backups", "run");
        assertEquals(200, told.status(), told.text());
        awaitEnd();
        JsonNode last = job().get("last");
        assertEquals("done", last.get("outcome").asText());
        assertTrue(last.get("message").asText().startsWith("Made clew-"), last.toString());
        String measures = library.calls.get("/metrics").text();
        assertTrue(measures.contains("clew_job_failures{part=\"backups\"} 0"), measures);
        assertTrue(measures.contains("clew_job_lag_seconds{part=\"backups\"} 0"), measures);
    }

    @Test
    void anAdminHoldsOneAndLetsItGoOnAndBothAreInTheAudit() {
        assertEquals("paused", deed("backups", "pause").json().get("activity").asText());
        assertFalse(job().has("next"));
        assertEquals("waiting", deed("backups", "resume").json().get("activity").asText());
        JsonNode entries = library.calls.get("/api/audit?limit=2", admin).json().get("entries");
        assertEquals("job-resumed", entries.get(0).get("kind").asText());
        assertEquals("backups", entries.get(1).get("detail").asText());
        assertEquals("job-paused", entries.get(1).get("kind").asText());
    }

    @Test
    void aJobThatThereIsNotIsNotFound() {
        assertEquals(404, deed("none", "run").status());
        assertEquals(404, deed("none", "pause").status());
    }
}
