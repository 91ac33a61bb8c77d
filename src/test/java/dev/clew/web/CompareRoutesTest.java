package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities side by side, claims along a source's time, and panels for other sites, on the library that ships. */
class CompareRoutesTest {
    @TempDir
    static Path directory;

    private static Calls calls;
    private static LibraryServer library;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
        calls = library.calls;
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static String edge(JsonNode edge) {
        return edge.at("/subject/id").asText() + " " + edge.at("/relation/id").asText() + " "
                + edge.at("/object/id").asText();
    }

    /** Takes every edge of a side, which must not have been told before. */
    private static int take(JsonNode edges, Set<String> told) {
        edges.forEach(edge -> told.add(edge(edge)));
        return edges.size();
    }

    @Test
    void twoNationsStandSideBySideAndEveryEdgeIsTold() {
        JsonNode found = calls.good("/api/compare?entity=united-states&entity=china&limit=500", "SideBySide");
        assertTrue(found.get("shared").size() > 0);
        Set<String> told = new HashSet<>();
        for (JsonNode row : found.get("shared")) {
            assertTrue(row.get("sides").size() > 1, row::toString);
            row.get("sides").forEach(side -> take(side.get("edges"), told));
        }
        found.get("opposite").forEach(row -> row.get("sides").forEach(side -> take(side.get("edges"), told)));
        take(found.get("between"), told);
        for (JsonNode side : found.get("only")) {
            int before = told.size();
            assertEquals(side.get("count").asInt(), take(side.get("edges"), told));
            assertEquals(
                    before + side.get("count").asInt(), told.size(), "what stands in one only stands nowhere else");
        }
        Set<String> all = new HashSet<>();
        for (String nation : new String[] {"united-states", "china"}) {
            take(
                    calls.good("/api/entities/" + nation + "/edges?limit=200", "Edges")
                            .get("edges"),
                    all);
        }
        assertEquals(all, told);
    }

    @Test
    void whatOneRaisesAndAnotherLowersIsOpposite() {
        JsonNode found = calls.good("/api/compare?entity=united-states,china,france&facts=false", "SideBySide");
        for (JsonNode row : found.get("opposite")) {
            Set<String> signs = new HashSet<>();
            row.get("sides")
                    .forEach(side -> side.get("edges")
                            .forEach(edge -> signs.add(edge.get("sign").asText())));
            assertEquals(Set.of("+", "-"), signs, row::toString);
        }
        assertEquals(3, found.get("only").size());
    }

    @Test
    void oneAloneIsNotCompared() {
        assertEquals(400, calls.get("/api/compare?entity=china").status());
        assertEquals(400, calls.get("/api/compare?entity=china,china").status());
        assertEquals(404, calls.get("/api/compare?entity=china,no-such-thing").status());
        assertEquals(400, calls.get("/api/compare?entity=a,b,c,d,e,f,g").status());
    }

    @Test
    void theClaimsOfAnEpisodeComeInTheOrderOfItsTime() {
        JsonNode told = calls.good("/api/sources/practical-ai-281/claims", "SourceClaims");
        assertEquals(told.get("total").asInt(), told.get("claims").size());
        int last = -1;
        for (JsonNode claim : told.get("claims")) {
            int start = claim.path("start").asInt(Integer.MAX_VALUE);
            assertTrue(start >= last, claim::toString);
            last = start;
            assertEquals("practical-ai-281", claim.at("/source/id").asText());
        }
        assertEquals(404, calls.get("/api/sources/no-such-source/claims").status());
    }

    @Test
    void onlyPanelsMayBeShownInsideOtherSites() {
        for (String panel : new String[] {"/embed/path?nodes=a,b", "/embed/entity/compute", "/embed/insight/any"}) {
            Calls.Told told = calls.get(panel, "Accept", "text/html");
            assertEquals(200, told.status(), panel);
            assertTrue(told.header("Content-Security-Policy").endsWith("frame-ancestors *"), panel);
            assertEquals("", told.header("X-Frame-Options"), panel);
        }
        for (String page : new String[] {"/", "/embed", "/entity/compute", "/paths", "/x/../embed2/", "/Embed/path"}) {
            Calls.Told told = calls.get(page, "Accept", "text/html");
            assertTrue(told.header("Content-Security-Policy").endsWith("frame-ancestors 'none'"), page);
            assertEquals("DENY", told.header("X-Frame-Options"), page);
        }
    }

    @Test
    void aRecordingMayBePlayedOverHttpsAndNothingElseIsLoadedFromElsewhere() {
        String policy =
                calls.get("/source/practical-ai-281", "Accept", "text/html").header("Content-Security-Policy");
        assertTrue(policy.contains("media-src 'self' https:;"), policy);
        assertFalse(policy.replace("media-src 'self' https:;", "").contains("https:"), policy);
    }
}
