package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups as an admin and an operator see them. */
class BackupRoutesTest {
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

    private JsonNode list() {
        JsonNode list = library.calls.get("/api/backups", admin).json();
        assertEquals(List.of(), SchemaCheck.problems("Backups", list));
        return list;
    }

    private Calls.Told make() {
        return library.calls.send("POST", "/api/backups", BodyPublishers.noBody(), admin);
    }

    private JsonNode health() {
        JsonNode health = library.calls.get("/health/ready").json();
        assertEquals(List.of(), SchemaCheck.problems("Health", health));
        return health.get("backup");
    }

    @Test
    void anAdminMakesOneAndItIsListedAuditedAndSeenInHealth() {
        assertEquals("{\"every\":\"PT24H\"}", health().toString());
        assertEquals(0, list().get("backups").size());
        Calls.Told made = make();
        assertEquals(201, made.status(), made.text());
        assertEquals(List.of(), SchemaCheck.problems("Backup", made.json()));
        assertEquals(List.of(made.json()), List.of(list().get("backups").get(0)));
        assertTrue(made.json().get("verified").asBoolean());
        assertEquals(1, made.json().get("change").asLong());
        assertEquals(made.json().get("at"), health().get("latest"));
        assertEquals(1, health().get("change").asLong());
        JsonNode noted = library.calls.get("/api/audit?limit=1", admin).json().at("/entries/0");
        assertEquals("backup-made", noted.get("kind").asText());
        assertEquals("adam", noted.get("by").asText());
        assertEquals(made.json().get("name"), noted.get("detail"));
        assertTrue(library.calls.get("/metrics").text().contains("clew_backup_failed{part=\"latest\"} 0.0"));
    }

    @Test
    void aDamagedOneIsListedAsNotVerified() throws IOException {
        Path file =
                directory.resolve("backups").resolve(make().json().get("name").asText());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1));
        assertEquals("false", list().at("/backups/0/verified").asText());
    }

    @Test
    void oneThatCannotBeWrittenSaysWhyAndStandsInHealth() throws IOException {
        Files.writeString(directory.resolve("backups"), "in the way");
        Calls.Told refused = make();
        assertEquals(507, refused.status(), refused.text());
        assertEquals("no-space", refused.json().get("code").asText());
        assertEquals(
                "Cannot write into " + directory.resolve("backups")
                        + ": a file is in its place. Make the directory writable and free some space.",
                refused.json().get("detail").asText());
        assertEquals(refused.json().get("detail"), health().get("failure"));
        assertTrue(library.calls.get("/metrics").text().contains("clew_backup_failed{part=\"latest\"} 1.0"));
    }
}
