package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages of paths ask and where they stand, over real HTTP, on the library that ships. */
class PathPagesTest {
    private static final String OWNED = "from=compute&to=alliance&nodes=compute,sovereignty,stack-alignment,alliance";

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
    @ValueSource(
            strings = {
                "/compare-lenses?entity=compute&a.holder=china",
                "/what-if?entity=compute&by=100",
                "/thin-hops",
                "/what-changed?from=1",
                "/common?entity=compute&other=alliance",
                "/framings/sovereignty",
                "/entity/compute?holder=china&asOf=1",
                "/insight/kratsios-owned-hardware?version=1"
            })
    void everyPageAnswersAtItsAddressWithItsState(String place) {
        Calls.Told told = calls.get(place, "Accept", "text/html");
        assertEquals(200, told.status(), told.text());
        assertTrue(told.header("Content-Type").startsWith("text/html"));
    }

    @Test
    void dataAtTheAddressOfARecordRefusesWhatOnlyThePageReads() {
        Calls.Told told = calls.get("/entity/compute.ttl?asOf=1");
        assertEquals(400, told.status());
        assertEquals(
                "Only the page at this address reads 'asOf'; data of another state is at /api/entities/{id}?asOf=.",
                told.json().get("detail").asText());
        assertEquals(
                400,
                calls.get("/insight/kratsios-owned-hardware.jsonld?version=1").status());
        assertEquals(
                400,
                calls.get("/entity/compute?colour=red", "Accept", "text/html").status());
    }

    @Test
    void whatIsLeftOfAPathIsToldForThisVeryPath() {
        JsonNode gone = calls.good("/api/what-rests?" + OWNED + "&without=kratsios-owned-hardware", "WhatRests");
        assertFalse(gone.has("path"));
        assertEquals(List.of("gone"), kinds(gone, "compute", "sovereignty"));
        JsonNode stays = calls.good("/api/what-rests?" + OWNED + "&without=us-tenfold-compute-doubling", "WhatRests");
        assertEquals("+", stays.get("path").get("sign").asText());
        assertEquals(10, stays.get("paths").get("best").asInt());
    }

    @Test
    void aPathWhoseStepTurnsIsToldWithItsNewSignWhicheverSignWasAskedFor() {
        JsonNode turned = calls.good(
                "/api/what-rests?" + OWNED + "&sign=%2B&k=3&without=owned-sovereignty-sells-stack", "WhatRests");
        assertEquals("-", turned.get("path").get("sign").asText());
        assertEquals(3, turned.get("paths").get("best").asInt());
        for (JsonNode each : turned.get("paths").get("new")) {
            assertEquals("+", each.get("sign").asText());
        }
    }

    @Test
    void theStepToSideOtherwiseAtIsNamedWhereTheSignWouldTurn() {
        JsonNode path = calls.good("/api/paths?" + OWNED, "Paths").get("paths").get(0);
        assertEquals("-", path.get("flipSign").asText());
        assertEquals(1, path.get("flipHop").asInt());
    }

    private static List<String> kinds(JsonNode answer, String subject, String object) {
        return StreamSupport.stream(answer.get("differences").spliterator(), false)
                .filter(each -> each.get("subject").get("id").asText().equals(subject)
                        && each.get("object").get("id").asText().equals(object))
                .flatMap(each -> StreamSupport.stream(each.get("kinds").spliterator(), false))
                .map(JsonNode::asText)
                .toList();
    }
}
