package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.exchange.ImportFile;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.LibraryImport;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordChange;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import dev.clew.web.Calls.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The library that ships, and parts of it, as files over HTTP. */
class ExportRoutesTest {
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

    private static Map<String, String> texts(Ledger ledger) {
        Map<String, String> texts = new TreeMap<>();
        ledger.snapshot(snapshot ->
                snapshot.records().forEach(record -> texts.put(record.name().path(), text(record))));
        return texts;
    }

    private static String text(RecordChange record) {
        return record.content() == null ? "" : record.content().canonicalText();
    }

    /** Imports a file into an empty library and gives what is there then. */
    private static Map<String, String> imported(Told export, String format) throws IOException {
        Path folder = Files.createTempDirectory(directory, "copy");
        Path file = Files.write(
                folder.resolve("export." + format), export.response().body());
        try (Store store = Store.open(StoreSettings.in(folder.resolve("data")))) {
            Ledger copy = Ledger.open(new LedgerSettings(store, LibraryServer.BASE, Clock.systemUTC()));
            ImportRequest request =
                    new ImportRequest(List.of(ImportFile.of(file)), new Author("ada", "a test"), false, progress -> {});
            ImportReport report = new LibraryImport(copy, LibraryServer.BASE).run(request);
            assertEquals(List.of(), report.refusals());
            return texts(copy);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "csv", "trig", "nq", "jsonld"})
    void theWholeLibraryImportedIntoAnEmptyOneIsEqual(String format) throws IOException {
        Told export = library.calls.get("/api/export?format=" + format);
        assertEquals(200, export.status());
        assertTrue(export.header("Content-Disposition").contains("clew-export." + format));
        assertEquals(texts(library.ledger), imported(export, format));
    }

    @Test
    void aSearchResultWithItsReferencesStandsAlone() throws IOException {
        long found = library.calls
                .get("/api/search?q=compute&type=insight")
                .json()
                .get("total")
                .asLong();
        Told bare = library.calls.get("/api/export?format=jsonl&q=compute&type=insight");
        assertEquals(found, bare.text().lines().count());
        assertEquals(Long.toString(found), bare.header("Clew-Records"));
        Told whole = library.calls.get("/api/export?format=csv&q=compute&type=insight&references=true");
        Map<String, String> copy = imported(whole, "csv");
        assertTrue(copy.size() > found, copy.keySet()::toString);
        bare.text().lines().forEach(line -> assertTrue(copy.containsKey("insight/" + id(line)), line));
        Map<String, String> all = texts(library.ledger);
        copy.forEach((name, text) -> assertEquals(all.get(name), text));
    }

    private static String id(String line) {
        Matcher id = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(line);
        assertTrue(id.find(), line);
        return id.group(1);
    }

    @Test
    void whatIsAroundAnEntityIsItsClaimsAndTheirOtherEnds() {
        Told told = library.calls.get("/api/export?format=jsonl&around=compute");
        assertEquals("true", told.header("Clew-Complete"));
        Set<String> claims = new HashSet<>();
        told.text()
                .lines()
                .filter(line -> line.contains("\"type\":\"insight\""))
                .forEach(line -> {
                    assertTrue(
                            Pattern.compile("\"(subject|object)\":\"compute\"")
                                    .matcher(line)
                                    .find(),
                            line);
                    claims.add(id(line));
                });
        long linked = texts(library.ledger).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("insight/"))
                .filter(entry -> Pattern.compile("#(subject|object)> <entity/compute>")
                        .matcher(entry.getValue())
                        .find())
                .count();
        assertEquals(linked, claims.size());
        assertEquals(404, library.calls.get("/api/export?around=nothing-known").status());
    }

    @Test
    void graphMlHasANodeForEveryEndOfItsEdges() throws Exception {
        for (String query : List.of("", "&around=compute", "&q=sovereignty")) {
            Told told = library.calls.get("/api/export?format=graphml" + query);
            assertEquals("application/graphml+xml", told.header("Content-Type"));
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            Document document = factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(told.text().getBytes(StandardCharsets.UTF_8)));
            Set<String> nodes = new HashSet<>();
            NodeList found = document.getElementsByTagName("node");
            for (int i = 0; i < found.getLength(); i++) {
                nodes.add(((Element) found.item(i)).getAttribute("id"));
            }
            NodeList edges = document.getElementsByTagName("edge");
            assertTrue(edges.getLength() > 10, query);
            for (int i = 0; i < edges.getLength(); i++) {
                Element edge = (Element) edges.item(i);
                assertTrue(nodes.contains(edge.getAttribute("source")), edge.getAttribute("source"));
                assertTrue(nodes.contains(edge.getAttribute("target")), edge.getAttribute("target"));
            }
        }
    }

    @Test
    void aWrongFormatIsRefusedByName() {
        Told told = library.calls.get("/api/export?format=pdf");
        assertEquals(400, told.status());
        assertTrue(told.text().contains("graphml"), told::text);
    }
}
