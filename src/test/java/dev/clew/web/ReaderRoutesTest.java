package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Role;
import dev.clew.web.http.SchemaCheck;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers say what they follow and when they read, by an account or by a private link, and leave with one click. */
class ReaderRoutesTest {
    @TempDir
    static Path directory;

    /** The keys of all readers. */
    private static final List<String> KEYS = new ArrayList<>();

    private static LibraryServer library;

    @BeforeAll
    static void start() {
        library = new LibraryServer(directory, SmallWorld.all());
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static Calls.Told byKey(String key, String method, String path) {
        return library.calls.send(method, path, "Clew-Reader-Key", key);
    }

    private static Calls.Told json(String method, String path, String body) {
        return library.calls.send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static String body(String address, String... follows) {
        String list = follows.length == 0 ? "" : "\"" + String.join("\",\"", follows) + "\"";
        return "{\"address\":\"" + address + "\",\"follows\":[" + list + "]}";
    }

    /** Asks for letters to an address and opens the link in the one that comes; the key of the private link. */
    private static String reader(String address, String... follows) {
        int before = library.asked.size();
        Calls.Told asked = json("POST", "/api/reader/address", body(address, follows));
        assertEquals(202, asked.status(), asked.text());
        assertEquals(List.of(), SchemaCheck.problems("ReaderAsked", asked.json()));
        assertEquals(before + 1, library.asked.size());
        Calls.Told confirmed = json(
                "POST",
                "/api/reader/confirmation",
                "{\"secret\":\"" + library.asked.getLast().secret() + "\"}");
        assertEquals(201, confirmed.status(), confirmed.text());
        assertEquals(List.of(), SchemaCheck.problems("ReaderKey", confirmed.json()));
        KEYS.add(confirmed.json().get("key").asText());
        return KEYS.getLast();
    }

    private static JsonNode read(String key) {
        Calls.Told told = byKey(key, "GET", "/api/reader");
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Reader", told.json()));
        return told.json();
    }

    private static List<String> follows(JsonNode reader) {
        List<String> follows = new ArrayList<>();
        reader.get("follows")
                .forEach(each -> follows.add(each.get("follow").asText() + " "
                        + each.get("weight").asText() + " " + each.get("state").asText()));
        return follows;
    }

    @Test
    void anAddressIsWrittenToOnlyOnceItsOwnerSaysSo() {
        assertTrue(library.calls
                .good("/api/reader/address", "ReaderMail")
                .get("mail")
                .asBoolean());
        String key = reader("Ada@Example.org", "compute", "path:compute:alliance");
        JsonNode reader = read(key);
        assertEquals("Ada@example.org", reader.get("address").asText());
        assertTrue(reader.get("confirmed").asBoolean());
        assertEquals(List.of("compute plain published", "path:compute:alliance plain published"), follows(reader));
        assertEquals(
                "Paths from compute to alliance", reader.at("/follows/1/label").asText());
        assertTrue(reader.has("next"));
        int sent = library.asked.size();
        Calls.Told again = json("POST", "/api/reader/address", body("Ada@example.ORG", "sovereignty"));
        assertEquals(202, again.status(), "whether an address is known does not show");
        assertEquals(sent + 1, library.asked.size());
        assertEquals(2, follows(read(key)).size(), "nobody else changes what is followed");
    }

    @Test
    void oneCallFollowsOneUnfollowsAndMoreLessAndMuteAreKept() {
        String token = library.token("rhea", Role.READER);
        assertEquals(204, as(token, "PUT", "/api/reader/follows?follow=compute").status());
        assertEquals(
                204,
                as(token, "PUT", "/api/reader/follows?follow=holder:ada&weight=more")
                        .status());
        assertEquals(
                204,
                as(token, "PUT", "/api/reader/follows?follow=search:more%20compute")
                        .status());
        assertEquals(
                204,
                as(token, "PUT", "/api/reader/follows?follow=compute&weight=mute")
                        .status());
        assertEquals(
                List.of("compute mute published", "holder:ada more published", "search:more compute plain published"),
                follows(as(token, "GET", "/api/reader").json()));
        assertEquals(
                204,
                as(token, "DELETE", "/api/reader/follows?follow=holder:ada").status());
        assertEquals(2, follows(as(token, "GET", "/api/reader").json()).size());
        assertEquals(
                "rhea", as(token, "GET", "/api/reader").json().get("account").asText());
    }

    private static Calls.Told as(String token, String method, String path) {
        return library.calls.sendAs(token, method, path, "");
    }

    @Test
    void whatIsNotThereOrCannotBeReadIsRefusedBeforeItIsFollowed() {
        String key = reader("bob@example.org");
        assertEquals(
                404,
                byKey(key, "PUT", "/api/reader/follows?follow=nothing-of-this-name")
                        .status());
        assertEquals(
                400,
                byKey(key, "PUT", "/api/reader/follows?follow=path:compute").status());
        assertEquals(
                400,
                byKey(key, "PUT", "/api/reader/follows?follow=edge:compute:nothing:alliance")
                        .status());
        assertEquals(
                400,
                byKey(key, "PUT", "/api/reader/follows?follow=search:*compute").status());
        assertEquals(
                400,
                byKey(key, "PUT", "/api/reader/follows?follow=compute&weight=most")
                        .status());
        assertEquals(List.of(), follows(read(key)));
        for (String hostile : List.of(
                "ada@example.org\\r\\nBcc: eve@example.org", "ada", "ada@localhost", "a@b.example, c@d.example", "")) {
            assertEquals(400, json("POST", "/api/reader/address", body(hostile)).status(), hostile);
        }
        assertEquals(404, byKey("clewr_" + "x".repeat(43), "GET", "/api/reader").status());
        assertEquals(401, library.calls.get("/api/reader").status());
    }

    @Test
    void whenOneReadsIsKeptAndWhatNoClockHasIsRefused() {
        String key = reader("cid@example.org");
        String schedule = "{\"hour\":6,\"weekdays\":[\"monday\",\"friday\"],\"zone\":\"Europe/Berlin\"}";
        Calls.Told kept = schedule(key, schedule);
        assertEquals(200, kept.status(), kept.text());
        assertEquals(List.of(), SchemaCheck.problems("Reader", kept.json()));
        assertEquals(
                "{\"hour\":6,\"weekdays\":[\"monday\",\"friday\"],\"zone\":\"Europe/Berlin\"}",
                kept.json().get("schedule").toString());
        assertEquals(400, schedule(key, schedule.replace("Berlin", "Atlantis")).status());
        assertEquals(400, schedule(key, schedule.replace(":6", ":24")).status());
        assertEquals(422, schedule(key, schedule.replace("monday", "someday")).status());
        assertEquals(
                400,
                schedule(key, schedule.replace("\"monday\",\"friday\"", "")).status());
    }

    private static Calls.Told schedule(String key, String body) {
        return library.calls.send(
                "PUT",
                "/api/reader/schedule",
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "Clew-Reader-Key",
                key);
    }

    @Test
    void oneClickEndsTheLettersAndAnotherDeletesEverything() {
        String key = reader("dan@example.org", "compute");
        Calls.Told left = library.calls.send(
                "POST",
                "/reading/leave?key=" + key,
                BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                "Content-Type",
                "application/x-www-form-urlencoded");
        assertEquals(204, left.status(), left.text());
        assertEquals("9999-12-31", read(key).at("/schedule/pausedUntil").asText());
        assertFalse(read(key).has("next"));
        assertEquals(204, byKey(key, "DELETE", "/api/reader").status());
        assertEquals(404, byKey(key, "GET", "/api/reader").status());
    }

    @Test
    void tomorrowsBriefIsSeenTodayWithWhatBecameOfWhatIsWatched() {
        String key = reader(
                "eve@example.org", "geopolitics", "path:geopolitics:alliance", "edge:geopolitics:strengthens:alliance");
        library.write(RecordEdit.create(SmallWorld.document("eves-source")));
        library.write(RecordEdit.create(
                SmallWorld.claim("eves-claim", "eves-source", "geopolitics", "strengthens", "alliance")));
        library.awaitShown();
        JsonNode brief = byKey(key, "GET", "/api/reader/brief").json();
        assertEquals(List.of(), SchemaCheck.problems("ReaderBrief", brief));
        assertTrue(brief.get("items").findValuesAsText("id").contains("eves-claim"), brief::toString);
        assertEquals(2, brief.get("watched").size(), brief::toString);
        assertTrue(brief.at("/watched/0/lines/0").asText().startsWith("A path appeared: "), brief::toString);
        assertEquals(
                "geopolitics – strengthens → alliance is drawn now, and raises.",
                brief.at("/watched/1/lines/0").asText());
        Calls.Told atom = library.calls.get("/feeds/reading.atom?key=" + key);
        assertEquals(200, atom.status(), atom.text());
        assertTrue(atom.text().contains("insight/eves-claim"), atom.text());
        JsonNode feed = library.calls.get("/feeds/reading.json?key=" + key).json();
        assertEquals(brief.get("items").size() + 2, feed.get("items").size());
    }

    /** A reader without an address, by an account that follows this; the key of their private link. */
    private static String withoutMail(String name, String follow) {
        String token = library.token(name, Role.READER);
        assertEquals(
                204, as(token, "PUT", "/api/reader/follows?follow=" + follow).status());
        return as(token, "POST", "/api/reader/link").json().get("key").asText();
    }

    private static List<String> preview(String key) {
        return byKey(key, "GET", "/api/reader/brief")
                .json()
                .get("items")
                .valueStream()
                .map(item -> item.at("/insight/id").asText())
                .toList();
    }

    @Test
    void aFeedOfWhoGetsNoMailMakesOneBriefADayAndNothingOfItComesAgain() {
        library.write(
                RecordEdit.create(SmallWorld.entity("umbra", EntityKind.CONCEPT)),
                RecordEdit.create(SmallWorld.document("on-umbra")));
        String key = withoutMail("uma", "umbra");
        String feed = "/feeds/reading.json?key=" + key;
        assertEquals(0, library.calls.get(feed).json().get("items").size(), "a day without news makes no brief");
        Insight first = SmallWorld.claim("umbra-first", "on-umbra", "umbra", "strengthens", "alliance");
        library.write(RecordEdit.create(first));
        library.awaitShown();
        Calls.Told shown = library.calls.get(feed);
        assertEquals(1, shown.json().get("items").size(), shown::text);
        assertTrue(shown.text().contains("insight/umbra-first"), shown.text());
        library.write(
                RecordEdit.replace(SmallWorld.saying(first, "The same claim in other words.")),
                RecordEdit.create(SmallWorld.claim("umbra-second", "on-umbra", "umbra", "weakens", "geopolitics")));
        library.awaitShown();
        assertEquals(shown.text(), library.calls.get(feed).text(), "the brief of a day stays");
        assertEquals(List.of("umbra-second"), preview(key));
        JsonNode delivery = read(key).at("/latest/0");
        assertEquals("shown", delivery.get("state").asText(), delivery::toString);
    }

    @Test
    void aSearchThatIsFollowedTellsOfItsFirstNewHitOnce() {
        library.write(RecordEdit.create(SmallWorld.document("on-quasars")));
        String key = withoutMail("quentin", "search:quasars");
        String brief = "/api/reader/brief";
        assertEquals(0, byKey(key, "GET", brief).json().get("watched").size());
        library.write(RecordEdit.create(SmallWorld.saying(
                SmallWorld.claim("quasars", "on-quasars", "compute", "enables", "alliance"),
                "Quasars shine from far away.")));
        library.awaitShown();
        JsonNode watched = byKey(key, "GET", brief).json().get("watched");
        assertEquals(1, watched.size(), watched::toString);
        assertEquals(
                "[\"“quasars” finds a new claim: Quasars shine from far away.\"]",
                watched.at("/0/lines").toString());
        JsonNode feed = library.calls.get("/feeds/reading.json?key=" + key).json();
        assertEquals(1, feed.get("items").size(), feed::toString);
        assertEquals(0, byKey(key, "GET", brief).json().get("watched").size(), "what was told is not told again");
    }

    @Test
    void theReadersWhomAProposalReachesAreThoseWhoseBriefThenHasIt() {
        library.write(RecordEdit.create(SmallWorld.document("another")));
        reader("gus@example.org", "relation:strengthens");
        String muting = reader("ida@example.org", "sovereignty");
        assertEquals(
                204,
                byKey(muting, "PUT", "/api/reader/follows?follow=relation:strengthens&weight=mute")
                        .status());
        String proposed = """
                {"records":[{"type":"insight","id":"proposed","text":"The claim proposed.","claimType":"report",
                "source":"another","links":[{"subject":"sovereignty","relation":"strengthens","object":"alliance","sign":"+"}]}]}
                """;
        Calls.Told foretold =
                library.calls.sendAs(library.token("cora", Role.CURATOR), "POST", "/api/consequences", proposed);
        assertEquals(200, foretold.status(), foretold.text());
        library.write(
                RecordEdit.create(SmallWorld.claim("proposed", "another", "sovereignty", "strengthens", "alliance")));
        library.awaitShown();
        long reached = KEYS.stream()
                .filter(key -> byKey(key, "GET", "/api/reader/brief").text().contains("insight\":{\"id\":\"proposed"))
                .count();
        assertTrue(reached > 0);
        assertEquals(reached, foretold.json().get("readers").asLong(), foretold::text);
    }

    @Test
    void aFollowOfAMergedThingFollowsTheMergeAndOneOfAThingThatIsGoneSaysSo() {
        library.write(
                RecordEdit.create(SmallWorld.entity("old-chips", EntityKind.RESOURCE)),
                RecordEdit.create(SmallWorld.entity("new-chips", EntityKind.RESOURCE)),
                RecordEdit.create(SmallWorld.entity("fashion", EntityKind.CONCEPT)),
                RecordEdit.create(SmallWorld.document("on-chips")));
        String key = reader("jan@example.org", "old-chips", "fashion");
        library.write(
                RecordEdit.put(new Redirect("old-chips", "new-chips", "Old chips", "en"), 1L),
                RecordEdit.retract(RecordName.entity("fashion"), 1L));
        library.write(
                RecordEdit.create(SmallWorld.claim("chips-enable", "on-chips", "new-chips", "enables", "alliance")));
        library.awaitShown();
        assertEquals(List.of("old-chips plain merged", "fashion plain gone"), follows(read(key)));
        assertEquals("new-chips", read(key).at("/follows/0/mergedInto").asText());
        JsonNode brief = byKey(key, "GET", "/api/reader/brief").json();
        assertEquals("chips-enable", brief.at("/items/0/insight/id").asText(), brief::toString);
        assertEquals(
                List.of(
                        "old-chips “Old chips”, which you follow, was merged into “new-chips”, by which claims come to you now.",
                        "fashion “fashion”, which you follow, was taken back; no claims come by it any more."),
                brief.get("watched")
                        .valueStream()
                        .map(each -> each.get("follow").asText() + " "
                                + each.at("/lines/0").asText())
                        .toList());
        assertEquals("Old chips", brief.at("/watched/0/label").asText());
        assertEquals("/entity/new-chips", brief.at("/watched/0/page").asText());
    }

    @Test
    void theLinkAtTheEndOfALetterOpensAPageWhereItIsFollowed() {
        Calls.Told page = library.calls.get("/reading/leave?key=clewr_x", "Accept", "text/html");
        assertEquals(200, page.status(), page.text());
        assertTrue(page.header("Content-Type").startsWith("text/html"));
        assertEquals(405, library.calls.send("DELETE", "/reading/leave?key=x").status());
    }

    @Test
    void anAdminSeesHowManyAndWhatButNobodysHabits() {
        reader("fay@example.org", "compute");
        String admin = library.token("the-admin", Role.ADMIN);
        Calls.Told told = library.calls.sendAs(admin, "GET", "/api/deliveries", "");
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems("Deliveries", told.json()));
        assertTrue(told.json().at("/ahead/readers").asInt() > 0);
        assertTrue(told.json().at("/ahead/claims").size() > 0);
        assertFalse(told.text().contains("fay@"));
    }
}
