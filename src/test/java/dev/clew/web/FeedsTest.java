package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Link;
import dev.clew.model.Sign;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What feed readers, browsers and search engines are told. */
class FeedsTest {
    private static final String BASE = "http://clew.example/";

    @TempDir
    static Path directory;

    private static LibraryServer library;

    @BeforeAll
    static void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        library.write(RecordEdit.create(SmallWorld.insight(
                "later-claim",
                "Sovereignty & <alliances> matter.",
                Link.of("sovereignty", "weakens", "alliance", Sign.MINUS))));
        library.awaitShown();
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static Element xml(Calls.Told told) throws Exception {
        assertEquals(200, told.status(), told.text());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(told.response().body()))
                .getDocumentElement();
    }

    private static List<String> texts(Element element, String name) {
        NodeList found = element.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> found.item(i).getTextContent())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"entity/alliance", "entity/compute", "topic/geopolitics"})
    void aThingsFeedsHoldItsClaimsLatestFirst(String feed) throws Exception {
        Calls.Told atom = library.calls.get("/feeds/" + feed + ".atom");
        assertEquals("application/atom+xml;charset=utf-8", atom.header("Content-Type"));
        assertEquals("*", atom.header("Access-Control-Allow-Origin"));
        Element root = xml(atom);
        List<String> ids = new ArrayList<>(texts(root, "id"));
        assertEquals(BASE + "feeds/" + feed + ".atom", ids.removeFirst());
        JsonNode json = library.calls.get("/feeds/" + feed + ".json").json();
        assertEquals("https://jsonfeed.org/version/1.1", json.get("version").asText());
        assertEquals(
                ids,
                StreamSupport.stream(json.get("items").spliterator(), false)
                        .map(item -> item.get("id").asText())
                        .toList());
        String parameter = feed.startsWith("topic") ? "topic" : "entity";
        assertEquals(
                library.calls
                        .get("/api/search?type=insight&" + parameter + "=" + feed.replaceFirst(".*/", ""))
                        .json()
                        .get("total")
                        .asInt(),
                ids.size());
        if (!feed.equals("entity/compute")) {
            assertEquals(BASE + "insight/later-claim", ids.getFirst());
            assertEquals(
                    "Sovereignty & <alliances> matter.", texts(root, "content").getFirst());
        }
    }

    @Test
    void aSearchIsAFeedThatSaysWhetherItChanged() throws Exception {
        Calls.Told told = library.calls.get("/feeds/search.atom?q=alliances");
        assertTrue(texts(xml(told), "id").contains(BASE + "insight/later-claim"), told.text());
        String tag = told.header("ETag");
        assertEquals(
                304,
                library.calls
                        .get("/feeds/search.atom?q=alliances", "If-None-Match", tag)
                        .status());
        assertNotEquals(tag, library.calls.get("/feeds/search.json?q=alliances").header("ETag"));
        assertEquals(400, library.calls.get("/feeds/search.atom?nonsense=1").status());
        for (String wrong : List.of("/feeds/entity/none.atom", "/feeds/entity/compute", "/feeds/topic/compute.rss")) {
            assertEquals(404, library.calls.get(wrong).status(), wrong);
        }
    }

    @Test
    void aSearchsFeedIsToldApartByAllThatWasAsked() throws Exception {
        List<String> searches = List.of(
                "",
                "?entity=alliance",
                "?entity=sovereignty",
                "?entity=alliance&entity=sovereignty",
                "?q=alliances",
                "?q=alliances+%26+%22more%22&sign=%2B&contested=false&minVoices=1&from=2020-01-31");
        for (String search : searches) {
            Element root = xml(library.calls.get("/feeds/search.atom" + search));
            assertEquals(BASE + "feeds/search.atom" + search, texts(root, "id").getFirst());
            NodeList links = root.getElementsByTagNameNS("*", "link");
            assertEquals(
                    List.of(BASE + "feeds/search.atom" + search, BASE + "search" + search),
                    IntStream.range(0, 2)
                            .mapToObj(i -> ((Element) links.item(i)).getAttribute("href"))
                            .toList());
            JsonNode json = library.calls.get("/feeds/search.json" + search).json();
            assertEquals(
                    BASE + "feeds/search.json" + search, json.get("feed_url").asText());
            assertEquals(BASE + "search" + search, json.get("home_page_url").asText());
        }
    }

    @Test
    void aWatchedPathTellsWhatEachChangeDidToIt() throws Exception {
        try (LibraryServer watched = new LibraryServer(directory.resolve("watched"), SmallWorld.all())) {
            String feed = "/feeds/paths.json?from=compute&to=alliance";
            write(watched, "aside", Link.of("alliance", "enables", "compute", Sign.PLUS));
            write(
                    watched,
                    "denied",
                    Link.of("compute", "enables", "sovereignty", Sign.PLUS).deny());
            write(watched, "straight", Link.of("compute", "enables", "alliance", Sign.PLUS));
            JsonNode json = watched.calls.get(feed).json();
            assertEquals(BASE + feed.substring(1), json.get("feed_url").asText());
            assertEquals(
                    BASE + "paths?from=compute&to=alliance",
                    json.get("home_page_url").asText());
            assertEquals(
                    List.of(BASE + "change/4", BASE + "change/3", BASE + "change/1"),
                    StreamSupport.stream(json.get("items").spliterator(), false)
                            .map(item -> item.get("id").asText())
                            .toList());
            assertEquals(
                    List.of(
                            "A shorter path appeared: More compute → more alliance; said by 1 voice.",
                            "compute → sovereignty → alliance: step 1 (compute → sovereignty) has 1 voice against it, where it had"
                                    + " 0, is now contested, now has no direction.",
                            "A path appeared: compute is connected to alliance: compute – enables → sovereignty – strengthens →"
                                    + " alliance; Clew chained 2 claims of 1 voice."),
                    StreamSupport.stream(json.get("items").spliterator(), false)
                            .map(item -> item.get("content_text").asText().replaceFirst("\n\n.*", ""))
                            .toList());
            assertEquals(
                    List.of(BASE + feed.substring(1).replace("json", "atom"), BASE + "change/4", BASE + "change/3"),
                    texts(xml(watched.calls.get(feed.replace("json", "atom"))), "id")
                            .subList(0, 3));
            assertEquals(
                    404,
                    watched.calls.get("/feeds/paths.atom?from=compute&to=none").status());
            assertEquals(
                    400,
                    watched.calls
                            .get("/feeds/paths.atom?from=compute&to=alliance&asOf=1")
                            .status());
        }
    }

    private static void write(LibraryServer watched, String id, Link link) {
        watched.write(RecordEdit.create(SmallWorld.insight(id, link)));
        watched.awaitShown();
    }

    @Test
    void aThingsPageNamesItsFeeds() {
        String page =
                library.calls.get("/entity/compute", "Accept", "text/html").text();
        assertTrue(
                page.contains(
                        "<link rel=\"alternate\" type=\"application/atom+xml\" href=\"/feeds/entity/compute.atom\""),
                page);
    }

    @Test
    void searchEnginesFindEveryRecordAndNothingElse() throws Exception {
        String robots = library.calls.get("/robots.txt").text();
        assertTrue(robots.contains("Sitemap: " + BASE + "sitemap.xml"), robots);
        List<String> places = texts(xml(library.calls.get("/sitemap.xml")), "loc");
        assertEquals(places, texts(xml(library.calls.get("/sitemap/1")), "loc"));
        assertEquals(library.ledger.counts().records(), places.size());
        for (String place : places) {
            assertEquals(
                    200, library.calls.get("/" + place.substring(BASE.length())).status(), place);
        }
        assertEquals(404, library.calls.get("/sitemap/2").status());
    }

    @Test
    void aBrowserLearnsHowToSearchHere() throws Exception {
        NodeList ways = xml(library.calls.get("/opensearch.xml")).getElementsByTagNameNS("*", "Url");
        assertEquals(3, ways.getLength());
        for (int i = 0; i < ways.getLength(); i++) {
            String template = ((Element) ways.item(i)).getAttribute("template");
            String place = "/" + template.substring(BASE.length()).replace("{searchTerms}", "alliances");
            Calls.Told told = library.calls.get(place, "Accept", "text/html,*/*;q=0.8");
            assertEquals(200, told.status(), place);
            assertFalse(told.text().isBlank(), place);
        }
    }
}
