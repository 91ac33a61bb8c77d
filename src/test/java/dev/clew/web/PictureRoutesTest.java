package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.web.http.SchemaCheck;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What one picture of several entities shows, on the library that ships. */
class PictureRoutesTest {
    private static final List<String> SHOWN = List.of("compute", "sovereignty", "alliance", "stack-alignment", "china");

    @TempDir
    static Path directory;

    private static LibraryServer library;

    @BeforeAll
    static void start() throws IOException {
        library = new LibraryServer(directory, LibraryServer.shipped());
    }

    @AfterAll
    static void stop() {
        library.close();
    }

    private static Calls.Told ask(String query, List<String> ids) {
        String body = ids.stream().collect(Collectors.joining("\",\"", "{\"entities\":[\"", "\"]}"));
        return library.calls.send(
                "POST", "/api/edges" + query, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private static JsonNode good(String query, List<String> ids) {
        Calls.Told told = ask(query, ids);
        assertEquals(200, told.status(), told::text);
        assertEquals(List.of(), SchemaCheck.problems("Picture", told.json()));
        return told.json();
    }

    /** Every edge at an entity, page by page. */
    private static List<JsonNode> edgesAt(String id, String lens) {
        List<JsonNode> edges = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = library.calls
                    .get("/api/entities/" + id + "/edges?limit=200" + lens + cursor)
                    .json();
            page.get("edges").forEach(edges::add);
            cursor =
                    page.has("nextCursor") ? "&cursor=" + page.get("nextCursor").asText() : "";
        } while (!cursor.isEmpty());
        return edges;
    }

    private static String end(JsonNode edge, String which) {
        return edge.get(which).get("id").asText();
    }

    private static void holdsWhatItsEntitiesHold(String lens) {
        JsonNode picture = good("?" + lens, SHOWN);
        Set<JsonNode> between = new HashSet<>();
        for (String id : SHOWN) {
            Set<String> outside = new TreeSet<>();
            for (JsonNode edge : edgesAt(id, "&" + lens)) {
                String other = end(edge, "subject").equals(id) ? end(edge, "object") : end(edge, "subject");
                if (SHOWN.contains(other)) {
                    between.add(edge);
                } else {
                    outside.add(other);
                }
            }
            JsonNode named = picture.get("entities").get(SHOWN.indexOf(id));
            assertEquals(id, named.get("id").asText());
            assertEquals(outside.size(), named.get("outside").asInt(), id + " through " + lens);
        }
        Set<JsonNode> told = new HashSet<>();
        picture.get("edges").forEach(told::add);
        assertEquals(between, told);
        assertEquals(between.size(), picture.get("total").asInt());
    }

    @Test
    void aPictureHasTheEdgesThatItsEntitiesHaveAndCountsTheOtherEnds() {
        holdsWhatItsEntitiesHold("facts=true");
        holdsWhatItsEntitiesHold("facts=false");
        holdsWhatItsEntitiesHold("claimType=forecast&facts=false");
    }

    @Test
    void itsPagesTogetherAreTheWhole() {
        List<JsonNode> together = new ArrayList<>();
        JsonNode page = good("?limit=3", SHOWN);
        while (true) {
            page.get("edges").forEach(together::add);
            if (!page.has("nextCursor")) {
                break;
            }
            page = good("?limit=3&cursor=" + page.get("nextCursor").asText(), SHOWN);
            assertTrue(!page.has("entities"), "only the first page names them");
        }
        List<JsonNode> whole = new ArrayList<>();
        good("", SHOWN).get("edges").forEach(whole::add);
        assertEquals(whole, together);
        assertTrue(whole.size() > 3);
    }

    @Test
    void unknownIdsAreNamedAndTooManyRefused() {
        JsonNode picture = good("", List.of("compute", "nothing-known"));
        assertEquals("nothing-known", picture.at("/unknown/0").asText());
        List<String> many = IntStream.rangeClosed(0, 2_000)
                .mapToObj(number -> "thing-" + number)
                .toList();
        assertEquals(400, ask("", many).status());
        assertEquals(422, ask("", List.of("Not an id")).status());
    }

    private static Calls.Told file(String format, String body) {
        Calls.Told told = library.calls.send(
                "POST",
                "/api/export?format=" + format,
                BodyPublishers.ofString(body),
                "Content-Type",
                "application/json");
        assertEquals(200, told.status(), told::text);
        assertTrue(told.header("Content-Disposition").contains("clew-export." + format));
        return told;
    }

    private static Document xml(String format, String body) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file(format, body).response().body()));
    }

    private static Set<String> ends(NodeList edges) {
        return IntStream.range(0, edges.getLength())
                .mapToObj(i -> (Element) edges.item(i))
                .map(edge -> edge.getAttribute("source") + " " + edge.getAttribute("target"))
                .collect(Collectors.toSet());
    }

    /** Two entities and one of the edges between them, as a picture shows that hides the others. */
    private static final String ONE_EDGE =
            "{\"entities\":[\"compute\",\"sovereignty\"],\"edges\":[\"compute~enables~sovereignty\"]}";

    @Test
    void aGraphFileReadBackHasTheShownThingsAndEdgesAndNoOthers() throws Exception {
        for (String format : List.of("gexf", "graphml")) {
            Document shown = xml(format, ONE_EDGE);
            NodeList nodes = shown.getElementsByTagName("node");
            assertEquals(2, nodes.getLength(), format);
            NodeList edges = shown.getElementsByTagName("edge");
            assertTrue(edges.getLength() > 0, format);
            assertEquals(Set.of("compute sovereignty"), ends(edges), format);
            Document all = xml(format, "{\"entities\":[\"compute\",\"sovereignty\",\"alliance\"]}");
            assertTrue(all.getElementsByTagName("edge").getLength() >= edges.getLength());
        }
    }

    @Test
    void everyLinkOfTheNoteLeadsToARecord() {
        String note = file("md", "{\"entities\":[\"compute\",\"sovereignty\",\"stack-alignment\",\"alliance\"]}")
                .text();
        assertTrue(note.contains("## Compute"), note);
        assertTrue(note.contains("enables [[#AI sovereignty]]"), note);
        Matcher links = Pattern.compile("\\]\\((http[^)]+)\\)").matcher(note);
        Set<String> kinds = new TreeSet<>();
        while (links.find()) {
            String path = links.group(1).substring(LibraryServer.BASE.address().length() - 1);
            kinds.add(path.split("/")[1]);
            assertEquals(200, library.calls.get(path, "Accept", "text/turtle").status(), path);
        }
        assertEquals(Set.of("entity", "insight", "source"), kinds);
        Matcher headings = Pattern.compile("\\[\\[#([^]]+)]]").matcher(note);
        while (headings.find()) {
            assertTrue(note.contains("\n## " + headings.group(1) + "\n"), headings.group(1));
        }
    }

    @Test
    void theRecordsOfAPictureAreItsEntitiesItsClaimsAndTheirSources() {
        List<String> types = file("jsonl", ONE_EDGE)
                .text()
                .lines()
                .map(line -> line.replaceFirst(".*?\"type\":\"([a-z]+)\".*", "$1"))
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of("entity", "insight", "source"), types);
        assertEquals(
                2,
                file("csv", ONE_EDGE)
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("entity,"))
                        .count());
        assertTrue(file("jsonld", ONE_EDGE).json().size() > 0);
    }

    @Test
    void aNoteOfTheWholeLibraryIsRefusedWithWords() {
        Calls.Told told = library.calls.get("/api/export?format=md");
        assertEquals(400, told.status());
        assertTrue(told.text().contains("around an entity"), told::text);
    }
}
