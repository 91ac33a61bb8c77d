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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views that readers keep open again for whoever has the short address, and belong to who kept them. */
class ExplorationRoutesTest {
    private static final String EXPLORATIONS = "/api/explorations";

    @TempDir
    Path directory;

    private LibraryServer library;
    private String rhea;
    private String rolf;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        rhea = library.token("rhea", Role.READER);
        rolf = library.token("rolf", Role.READER);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private Calls.Told keep(String token, String title, String place) {
        return library.calls.send(
                "POST",
                EXPLORATIONS,
                BodyPublishers.ofString("{\"title\":\"" + title + "\",\"place\":\"" + place + "\"}"),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private JsonNode kept(String token, String title, String place) {
        Calls.Told told = keep(token, title, place);
        assertEquals(201, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Exploration", told.json()));
        return told.json();
    }

    private JsonNode own(String query, String token) {
        Calls.Told told = library.calls.get(EXPLORATIONS + query, "Authorization", "Bearer " + token);
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Explorations", told.json()));
        return told.json();
    }

    private static List<String> titles(JsonNode answer) {
        List<String> titles = new ArrayList<>();
        answer.get("explorations").forEach(each -> titles.add(each.get("title").asText()));
        return titles;
    }

    @Test
    void aKeptViewOpensForWhoeverHasItsAddress() {
        String place = "/explore?nodes=compute,sovereignty&at=1.5:-2&asOf=1";
        JsonNode kept = kept(rhea, " Two things ", place);
        String id = kept.get("id").asText();
        assertTrue(id.matches("[a-z0-9]{12}"), id);
        JsonNode opened = library.calls.get(EXPLORATIONS + "/" + id).json();
        assertEquals(List.of(), SchemaCheck.problems("Exploration", opened));
        assertEquals("Two things", opened.get("title").asText());
        assertEquals(place, opened.get("place").asText());
        assertFalse(opened.get("own").asBoolean());
        assertFalse(opened.toString().contains("rhea"));
        assertEquals(200, library.calls.get("/x/" + id).status());
    }

    @Test
    void everybodySeesAndDeletesTheirOwn() {
        String id =
                kept(rhea, "Mine", "/paths?from=compute&to=alliance").get("id").asText();
        assertEquals(List.of("Mine"), titles(own("", rhea)));
        assertEquals(List.of(), titles(own("", rolf)));
        assertEquals(403, delete(id, rolf));
        assertEquals(204, delete(id, rhea));
        assertEquals(404, delete(id, rhea));
        assertEquals(404, library.calls.get(EXPLORATIONS + "/" + id).status());
        assertEquals(401, library.calls.get(EXPLORATIONS).status());
    }

    private int delete(String id, String token) {
        return library.calls
                .send("DELETE", EXPLORATIONS + "/" + id, "Authorization", "Bearer " + token)
                .status();
    }

    @Test
    void pagesFollowOneAnotherLatestFirst() {
        for (int i = 1; i <= 3; i++) {
            kept(rhea, "View " + i, "/explore?nodes=compute");
        }
        JsonNode first = own("?limit=2", rhea);
        assertEquals(List.of("View 3", "View 2"), titles(first));
        JsonNode rest = own("?limit=2&cursor=" + first.get("nextCursor").asLong(), rhea);
        assertEquals(List.of("View 1"), titles(rest));
        assertFalse(rest.has("nextCursor"));
    }

    @Test
    void whatLeadsElsewhereOrHasNoNameIsRefusedByItsField() {
        assertEquals("title", refusedField("  ", "/explore?nodes=a"));
        assertEquals("title", refusedField("x".repeat(121), "/explore?nodes=a"));
        for (String place : List.of(
                "https://example.org/",
                "//example.org/explore?a",
                "/explore",
                "/account?a=b",
                "/explore?a b",
                "/explore?a#b",
                "/explore?" + "a".repeat(120_000))) {
            assertEquals("place", refusedField("A view", place), place);
        }
        assertEquals(List.of(), titles(own("", rhea)));
    }

    private String refusedField(String title, String place) {
        Calls.Told told = keep(rhea, title, place);
        assertEquals(422, told.status(), told.text());
        return told.json().at("/problems/0/path").asText();
    }
}
