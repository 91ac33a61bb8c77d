package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What paths mean, over real HTTP, on the library that ships. */
class PathRoutesTest {
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

    private static List<String> each(JsonNode list, String... fields) {
        List<String> found = new ArrayList<>();
        for (JsonNode one : list) {
            JsonNode value = one;
            for (String field : fields) {
                value = value.path(field);
            }
            found.add(value.asText());
        }
        return found;
    }

    @Test
    void theTwinStandsBesideThePathHopByHop() {
        JsonNode twin = calls.good(
                "/api/paths/twin?from=compute&to=alliance&via=sovereignty"
                        + "&nodes=compute,sovereignty,stack-alignment,alliance",
                "Twin");
        assertEquals("+", twin.get("path").get("sign").asText());
        assertEquals("-", twin.get("twin").get("sign").asText());
        assertEquals(List.of("same", "opposite", "same"), each(twin.get("spans"), "difference"));
        assertEquals(
                "The best opposing path changes a meaning or scope half-way; none within 6 hops opposes it without.",
                twin.get("text").asText());
        JsonNode none =
                calls.good("/api/paths/twin?from=compute&to=alliance&via=sovereignty&framing=consistent", "Twin");
        assertFalse(none.has("twin"));
        assertEquals(
                "No opposing path in the evidence within 6 hops.",
                none.get("text").asText());
    }

    @Test
    void aLoopThroughComputeBalances() {
        JsonNode loops = calls.good("/api/loops?entity=compute&maxHops=3&sign=-", "Loops");
        assertTrue(each(loops.get("loops"), "kind").stream().allMatch("balancing"::equals));
        JsonNode loop = loops.get("loops").get(0);
        assertEquals(
                List.of("compute", "intelligent-capital-stock", "compute-controls", "compute"),
                each(loop.get("path").get("nodes"), "id"));
        assertTrue(loop.get("text").asText().endsWith("a balancing loop: more leads to less"));
    }

    @Test
    void aLensThatShowsNothingNamesWhoHoldsClaimsHere() {
        JsonNode paths = calls.good("/api/paths?from=compute&to=alliance&holder=france", "Paths");
        assertEquals(0, paths.get("paths").size());
        assertTrue(each(paths.get("heldBy"), "id").contains("united-states"));
        JsonNode edges = calls.good("/api/entities/stack-alignment/edges?holder=france", "Edges");
        assertEquals(0, edges.get("edges").size());
        assertTrue(each(edges.get("heldBy"), "id").contains("united-states"));
        JsonNode loops = calls.good("/api/loops?entity=compute&holder=france", "Loops");
        assertEquals(0, loops.get("loops").size());
        assertTrue(loops.get("heldBy").size() > 0);
        JsonNode reach = calls.good("/api/reach?entity=compute&holder=france", "Reach");
        assertEquals(0, reach.get("reached").size());
        assertTrue(each(reach.get("heldBy"), "id").contains("united-states"));
        JsonNode common =
                calls.good("/api/common?entity=sovereignty&other=alliance&direction=upstream&holder=france", "Common");
        assertEquals(0, common.get("common").size());
        assertTrue(each(common.get("heldBy"), "id").contains("united-states"));
        String twin = calls.get("/api/paths/twin?from=compute&to=alliance&holder=france")
                .json()
                .get("detail")
                .asText();
        assertTrue(twin.contains(" Claims here are held by ") && twin.contains("United States ("), twin);
        assertFalse(calls.good("/api/reach?entity=compute", "Reach").has("heldBy"));
    }

    @Test
    void aDayMeansTheStateAtItsEnd() {
        String today = java.time.LocalDate.now(java.time.ZoneOffset.UTC).toString();
        String paths = "/api/paths?from=compute&to=alliance&k=3";
        assertEquals(
                calls.good(paths, "Paths").get("paths"),
                calls.good(paths + "&asOf=" + today, "Paths").get("paths"));
        Calls.Told before = calls.get(paths + "&asOf=2001-01-01");
        assertEquals(404, before.status(), before.text());
        assertEquals(400, calls.get(paths + "&asOf=yesterday").status());
        calls.good("/api/entities/compute/edges?asOf=" + today + "&dateFrom=2024-01-01", "Edges");
    }

    private static JsonNode find(JsonNode list, String id, String... fields) {
        for (JsonNode one : list) {
            JsonNode value = one;
            for (String field : fields) {
                value = value.path(field);
            }
            if (value.asText().equals(id)) {
                return one;
            }
        }
        throw new AssertionError(id + " is not in " + list);
    }

    @Test
    void aHundredTimesTheComputeIsReckonedByTheNumbersOfClaims() {
        JsonNode answer = calls.good("/api/what-if?entity=compute&by=100&k=50", "WhatIf");
        JsonNode effects = answer.get("effects");
        JsonNode capability = find(effects, "model-capability", "entity", "id");
        assertEquals(4, capability.get("low").asDouble(), 1e-9);
        assertEquals(4, capability.get("high").asDouble(), 1e-9);
        JsonNode figure = capability.get("figures").get(0);
        assertEquals("powerLaw", figure.get("formula").get("id").asText());
        assertEquals(
                "us-tenfold-compute-doubling", figure.get("insight").get("id").asText());
        JsonNode stock = find(effects, "intelligent-capital-stock", "entity", "id");
        assertEquals(400, stock.get("low").asDouble(), 1e-9);
        assertEquals(
                "productOfFactors",
                stock.get("figures").get(0).get("formula").get("id").asText());
        JsonNode alliance = find(effects, "alliance", "entity", "id");
        assertFalse(alliance.has("low"));
        assertTrue(alliance.get("text").asText().endsWith("no number"));
        JsonNode less = calls.good("/api/what-if?entity=compute&by=0.01&k=50", "WhatIf");
        assertEquals(
                0.25,
                find(less.get("effects"), "model-capability", "entity", "id")
                        .get("high")
                        .asDouble(),
                1e-9);
    }

    @Test
    void whatIfRefusesWhatCannotBeReckoned() {
        assertEquals(400, calls.get("/api/what-if?entity=compute").status());
        assertEquals(400, calls.get("/api/what-if?entity=compute&by=0").status());
        assertEquals(400, calls.get("/api/what-if?entity=compute&by=1").status());
        Calls.Told wrongUnit =
                calls.get("/api/what-if?entity=gaudi&value=192&unit=terabytes&insight=more-memory-on-the-card");
        assertEquals(400, wrongUnit.status());
        assertTrue(wrongUnit.text().contains("gigabytes"), wrongUnit.text());
    }

    @Test
    void theMeaningsOfSovereigntyStandInLanesOfTheirOwn() {
        JsonNode answer = calls.good("/api/framings/sovereignty?from=compute&to=alliance", "Framings");
        JsonNode owned = find(answer.get("lanes"), "owned-hardware", "framing", "id");
        assertTrue(each(owned.get("claims"), "id").contains("kratsios-owned-hardware"));
        assertEquals(
                List.of("+"),
                each(owned.get("paths"), "sign").stream().distinct().toList());
        JsonNode concern = find(answer.get("lanes"), "as-concern", "framing", "id");
        assertEquals(
                List.of("+"),
                each(concern.get("paths"), "sign").stream().distinct().toList());
        assertTrue(concern.get("shifting").size() + owned.get("shifting").size() > 0);
        JsonNode alone = calls.good("/api/framings/sovereignty", "Framings");
        assertTrue(find(alone.get("lanes"), "owned-hardware", "framing", "id")
                        .get("paths")
                        .size()
                > 0);
    }

    @Test
    void positionsAreTheirOwnByTopicAndOthersByHolderInOrderOfTime() {
        JsonNode states = calls.good("/api/entities/united-states/positions", "Positions");
        assertTrue(states.get("held").size() > 0);
        JsonNode compute = calls.good("/api/entities/compute/positions", "Positions");
        JsonNode group = find(compute.get("about"), "united-states", "holder", "id");
        assertTrue(each(group.get("claims"), "id").contains("us-tenfold-compute-doubling"));
        List<String> days = new ArrayList<>();
        compute.get("about")
                .forEach(one -> one.get("claims")
                        .forEach(claim -> days.add(one.path("holder").path("id").asText() + " "
                                + claim.path("date").asText("9999"))));
        for (JsonNode one : compute.get("about")) {
            List<String> dates = new ArrayList<>();
            one.get("claims").forEach(claim -> dates.add(claim.path("date").asText("9999")));
            assertEquals(dates.stream().sorted().toList(), dates);
        }
    }

    private static List<JsonNode> claims(JsonNode positions) {
        List<JsonNode> claims = new ArrayList<>();
        for (String side : List.of("held", "about")) {
            positions.get(side).forEach(group -> group.get("claims").forEach(claims::add));
        }
        return claims;
    }

    private static List<String> ids(Stream<JsonNode> claims) {
        return claims.map(claim -> claim.get("id").asText()).sorted().toList();
    }

    @Test
    void positionsThroughALensAreThoseOfTheClaimsThatPass() {
        String path = "/api/entities/compute/positions";
        List<JsonNode> all = claims(calls.good(path, "Positions"));
        String speaker = all.stream()
                .map(claim -> claim.at("/speaker/id").asText())
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, Predicate<JsonNode>> lenses = Map.of(
                "holder=united-states",
                claim -> claim.at("/holder/id").asText().equals("united-states"),
                "speaker=" + speaker,
                claim -> claim.at("/speaker/id").asText().equals(speaker),
                "source=seed-brief",
                claim -> claim.at("/source/id").asText().equals("seed-brief"),
                "claimType=forecast,aim",
                claim -> List.of("forecast", "aim")
                        .contains(claim.get("claimType").asText()),
                "without=us-tenfold-compute-doubling",
                claim -> !claim.get("id").asText().equals("us-tenfold-compute-doubling"));
        lenses.forEach((lens, passes) -> {
            List<String> expected = ids(all.stream().filter(passes));
            assertTrue(expected.size() > 0 && expected.size() < all.size(), lens + " " + expected.size());
            assertEquals(expected, ids(claims(calls.good(path + "?" + lens, "Positions")).stream()), lens);
        });
        assertEquals(List.of(), claims(calls.good(path + "?minVoices=1000", "Positions")));
        assertEquals(List.of(), claims(calls.good(path + "?dateFrom=1900-01-01", "Positions")), "none has a day");
        String dated = "/api/entities/jerod-santo/positions";
        List<JsonNode> said = claims(calls.good(dated, "Positions"));
        List<String> inJuly =
                ids(said.stream().filter(claim -> claim.path("date").asText().startsWith("2025-07")));
        assertTrue(inJuly.size() > 0, said::toString);
        assertEquals(List.of(), claims(calls.good(dated + "?dateFrom=2025-08-01", "Positions")));
        assertEquals(
                inJuly,
                ids(claims(calls.good(dated + "?dateFrom=2025-07-01&dateTo=2025-07-31", "Positions")).stream()));
        assertEquals(404, calls.get(path + "?holder=nobody-at-all").status());
    }

    @Test
    void influenceIsFollowedBothWaysAndSharedCausesAreFound() {
        JsonNode effects = calls.good("/api/reach?entity=compute&k=50", "Reach");
        assertTrue(each(effects.get("reached"), "entity", "id").contains("alliance"));
        JsonNode nations =
                calls.good("/api/reach?entity=alliance&direction=upstream&kind=Nation&k=50&maxHops=5", "Reach");
        assertTrue(each(nations.get("reached"), "entity", "id").contains("china"));
        assertEquals(
                List.of("Nation"),
                each(nations.get("reached"), "entity", "kind").stream()
                        .distinct()
                        .toList());
        JsonNode common = calls.good("/api/common?entity=sovereignty&other=alliance&direction=upstream&k=50", "Common");
        assertTrue(each(common.get("common"), "entity", "id").contains("compute"));
    }

    @Test
    void aDifferenceNamesTheClaimThatDidItAndLensesStandSideBySide() {
        long before = library.ledger.head().n();
        long after = library.write(dev.clew.ledger.RecordEdit.create(dev.clew.SmallWorld.claim(
                "electricity-lowers-alliance", "seed-brief", "electricity", "weakens", "alliance")));
        JsonNode diff = calls.good("/api/diff?from=" + before + "&to=" + after + "&atLeast=" + after, "Diff");
        assertEquals(1, diff.get("total").asInt());
        JsonNode only = diff.get("differences").get(0);
        assertEquals(List.of("added"), each(only.get("kinds")));
        assertEquals(
                "electricity-lowers-alliance", only.get("came").get(0).get("id").asText());
        assertEquals(after, only.get("came").get(0).get("change").asLong());
        JsonNode back = calls.good("/api/diff?from=" + after + "&to=" + before, "Diff");
        assertEquals(List.of("gone"), each(back.get("differences").get(0).get("kinds")));
        JsonNode lenses = calls.good(
                "/api/lenses/compare?entity=compute&a.holder=united-states&b.holder=white-house", "LensComparison");
        assertTrue(lenses.get("counts").get("onlyInA").asInt() > 0);
        assertTrue(lenses.get("counts").get("onlyInB").asInt() > 0);
    }

    @Test
    void takingAClaimAwayShowsWhatRestsOnItAndSavesNothing() {
        long before = library.ledger.head().n();
        JsonNode rests = calls.good("/api/what-rests?without=us-tech-umbrella&from=compute&to=alliance", "WhatRests");
        assertTrue(rests.get("counts").get("gone").asInt() > 0);
        assertTrue(rests.get("paths").get("gone").size() > 0);
        assertEquals("us-tech-umbrella", rests.get("without").get(0).get("id").asText());
        assertEquals(before, library.ledger.head().n());
        assertEquals(400, calls.get("/api/what-rests?from=compute&to=alliance").status());
    }

    @Test
    void thinHopsRestOnOneVoiceAndTheMostCrossedComeFirst() {
        JsonNode thin = calls.good("/api/thin-hops?limit=50", "ThinHops");
        assertEquals(50, thin.get("hops").size());
        long last = Long.MAX_VALUE;
        for (JsonNode hop : thin.get("hops")) {
            assertTrue(hop.get("crossings").asLong() <= last);
            last = hop.get("crossings").asLong();
            hop.get("edges").forEach(edge -> assertTrue(edge.get("voicesFor").asInt() <= 1, edge.toString()));
            assertTrue(hop.get("claims").size() > 0);
        }
        JsonNode edge = calls.good("/api/thin-hops?entity=edge-infrastructure", "ThinHops");
        assertTrue(each(edge.get("hops"), "to", "id").contains("national-security"));
    }
}
