package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimilarRoutesTest {
    @TempDir
    static Path directory;

    private static LibraryServer library;
    private static String token;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        token = library.token("writer", Role.CONTRIBUTOR);
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static Calls.Told post(String query, String body) {
        return library.calls.send(
                "POST",
                "/api/insights/similar" + query,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token);
    }

    @Test
    void whatIsEnteredIsShownWithThePublishedClaimThatSaysTheSame() {
        JsonNode hit =
                library.calls.get("/api/search?type=insight&limit=1").json().at("/hits/0");
        String text = hit.get("label").asText();
        JsonNode told = post("", "{\"text\":\"" + text + "\"}").json();
        assertEquals(List.of(), SchemaCheck.problems("Similar", told));
        assertEquals(hit.get("id"), told.at("/similar/0/id"));
        assertEquals(1, told.at("/similar/0/likeness").asDouble());
        JsonNode own = post("", "{\"id\":" + hit.get("id") + ",\"text\":\"" + text + "\"}")
                .json();
        assertEquals(0, own.get("similar").size());
    }

    @Test
    void theQueueSaysOfEachProposalWhichPublishedClaimsSayTheSame() {
        JsonNode hit =
                library.calls.get("/api/search?type=insight&limit=1").json().at("/hits/0");
        JsonNode record =
                library.calls.get("/api/insights/" + hit.get("id").asText()).json();
        ObjectNode again =
                JsonNodeFactory.instance.objectNode().put("type", "insight").put("id", "said-once-more");
        for (String each : List.of("text", "claimType", "source", "attribution", "certainty")) {
            again.set(each, record.get(each));
        }
        String[] headers = {"Content-Type", "application/json", "Authorization", "Bearer " + token};
        ObjectNode sent = JsonNodeFactory.instance.objectNode();
        sent.set("record", again);
        Calls.Told made =
                library.calls.send("POST", "/api/proposals", BodyPublishers.ofString(sent.toString()), headers);
        assertEquals(201, made.status(), made::text);
        JsonNode plain = list("", headers);
        assertTrue(plain.at("/proposals/0/similar").isMissingNode());
        JsonNode told = list("?similar=true", headers);
        assertEquals(List.of(), SchemaCheck.problems("Proposals", told));
        assertEquals(hit.get("id"), told.at("/proposals/0/similar/0/id"));
    }

    private static JsonNode list(String query, String... headers) {
        return library.calls
                .send("GET", "/api/proposals" + query, BodyPublishers.noBody(), headers)
                .json();
    }

    @Test
    void badBodiesAreRefusedByField() {
        assertEquals("text", post("", "{}").json().at("/problems/0/path").asText());
        assertEquals(
                "txt",
                post("", "{\"text\":\"x\",\"txt\":1}")
                        .json()
                        .at("/problems/0/path")
                        .asText());
        assertEquals(
                "links[0].relation",
                post(
                                "",
                                "{\"text\":\"x\",\"links\":[{\"subject\":\"compute\",\"relation\":\"no-such\",\"object\":\"chips\"}]}")
                        .json()
                        .at("/problems/0/path")
                        .asText());
        assertEquals(422, post("", "{\"text\":\"" + "x".repeat(2001) + "\"}").status());
        assertEquals(400, post("?limit=51", "{\"text\":\"x\"}").status());
    }
}
