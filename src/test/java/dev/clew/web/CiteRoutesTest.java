package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.SmallWorld;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Paths cited over real HTTP, on the library that ships. */
class CiteRoutesTest {
    @TempDir
    Path directory;

    private LibraryServer library;
    private Calls calls;

    @BeforeEach
    void start() throws IOException {
        start(LibraryServer.shipped());
    }

    private void start(List<ClewRecord> records) {
        library = new LibraryServer(directory, records);
        calls = library.calls;
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private static List<String> each(JsonNode list, String field) {
        List<String> found = new ArrayList<>();
        list.forEach(one -> found.add(one.path(field).asText()));
        return found;
    }

    @Test
    void aCitedPathKeepsShowingWhatItShowedAfterLaterEdits() {
        long before = library.ledger.head().n();
        String cite = "/api/paths/cite?from=compute&to=alliance&via=sovereignty&asOf=" + before;
        JsonNode citation = library.calls.good(cite, "Citation");
        String link = citation.get("rest").asText();
        JsonNode first = library.calls.good(link, "Paths");
        assertEquals(citation.get("path"), first.get("paths").get(0));
        String hop = first.get("paths")
                .get(0)
                .get("hops")
                .get(0)
                .get("evidence")
                .get(0)
                .get("id")
                .asText();
        RecordName name = RecordName.insight(hop);
        StoredRecord stored = library.ledger.read(name).orElseThrow();
        Insight insight = (Insight) stored.record().orElseThrow();
        Entity sovereignty = (Entity) library.ledger
                .read(RecordName.entity("sovereignty"))
                .flatMap(StoredRecord::record)
                .orElseThrow();
        long after = library.write(
                RecordEdit.replace(SmallWorld.saying(insight, "Something else.")),
                RecordEdit.replace(SmallWorld.named(sovereignty, "Renamed sovereignty")),
                RecordEdit.create(SmallWorld.claim(
                        "sovereignty-weakens-compute", "seed-brief", "compute", "weakens", "sovereignty")));
        JsonNode now =
                library.calls.good("/api/paths?from=compute&to=alliance&via=sovereignty&atLeast=" + after, "Paths");
        assertTrue(now.toString().contains("Renamed sovereignty"));
        assertEquals(first.get("paths"), library.calls.good(link, "Paths").get("paths"));
        assertEquals(citation, library.calls.good(cite, "Citation"));
        JsonNode then = library.calls.good("/api/entities/sovereignty?asOf=" + before, "Entity");
        assertEquals("AI sovereignty", then.get("label").asText());
        assertFalse(then.get("topEdges").toString().contains("sovereignty-weakens-compute"));
        JsonNode isNow = library.calls.good("/api/entities/sovereignty", "Entity");
        assertEquals("Renamed sovereignty", isNow.get("label").asText());
    }

    /** The entity as it stands, as something of another kind that is called otherwise. */
    private Entity reclassified(String id, EntityKind kind) {
        Entity entity = (Entity) library.ledger
                .read(RecordName.entity(id))
                .flatMap(StoredRecord::record)
                .orElseThrow();
        Entity named = SmallWorld.named(entity, "Renamed " + id);
        return new Entity(
                id, kind, named.naming(), named.codes(), named.framings(), named.facts(), named.source(), named.note());
    }

    @Test
    void aPermanentLinkGivesTheSameCitationToTheByteAfterLabelsClaimsKindsAndHubsChanged() {
        JsonNode cited = calls.good("/api/paths/cite?from=compute&to=alliance&kind=Concept", "Citation");
        String link = cited.get("rest").asText();
        String cite = link.replace("/api/paths?", "/api/paths/cite?");
        String text = calls.get(cite + "&format=text").text();
        String best = "/api/paths?from=compute&to=alliance&kind=Concept&asOf="
                + cited.get("change").asLong();
        JsonNode paths = calls.good(best, "Paths").get("paths");
        List<RecordEdit> edits = new ArrayList<>();
        for (JsonNode node : cited.get("path").get("nodes")) {
            edits.add(RecordEdit.replace(reclassified(node.get("id").asText(), EntityKind.TECHNOLOGY)));
        }
        for (String id : supporting(cited.get("path"))) {
            Insight insight = (Insight) library.ledger
                    .read(RecordName.insight(id))
                    .flatMap(StoredRecord::record)
                    .orElseThrow();
            edits.add(RecordEdit.replace(SmallWorld.saying(insight, "Something else.")));
        }
        for (int i = 0; i < 40; i++) {
            edits.add(RecordEdit.create(SmallWorld.entity("spoke-" + i, EntityKind.CONCEPT, "seed-brief")));
            edits.add(RecordEdit.create(
                    SmallWorld.claim("spoke-" + i, "seed-brief", "sovereignty", "strengthens", "spoke-" + i)));
        }
        long after = library.write(edits.toArray(RecordEdit[]::new));
        JsonNode now = calls.good("/api/paths?from=compute&to=alliance&kind=Concept&atLeast=" + after, "Paths");
        assertEquals(0, now.get("paths").size());
        assertEquals(text, calls.get(cite + "&format=text").text());
        assertEquals(cited.get("text").asText(), text);
        assertEquals(cited.get("path"), calls.good(link, "Paths").get("paths").get(0));
        assertEquals(paths, calls.good(best, "Paths").get("paths"));
    }

    @Test
    void aPermanentLinkShowsThePathOverAThingThatWasMergedSinceAlsoWhenTheGraphIsBuiltAnew() throws IOException {
        JsonNode cited = calls.good("/api/paths/cite?from=compute&to=alliance&via=sovereignty", "Citation");
        String link = cited.get("rest").asText();
        String cite = link.replace("/api/paths?", "/api/paths/cite?") + "&format=text";
        String text = calls.get(cite).text();
        for (String merged : List.of("stack-alignment", "alliance")) {
            StoredRecord stored = library.ledger.read(RecordName.entity(merged)).orElseThrow();
            library.write(
                    RecordEdit.create(SmallWorld.entity("new-" + merged, EntityKind.CONCEPT, "seed-brief")),
                    RecordEdit.put(new Redirect(merged, "new-" + merged, "Old", "en"), stored.version()));
        }
        library.awaitShown();
        assertEquals(
                "new-alliance",
                calls.good("/api/paths?from=compute&to=alliance&via=sovereignty", "Paths")
                        .at("/paths/0/nodes/3/id")
                        .asText());
        for (boolean anew : List.of(false, true)) {
            if (anew) {
                library.close();
                Files.delete(directory.resolve("graph").resolve("graph.bin"));
                start(List.of());
            }
            assertEquals(
                    cited.get("path"), calls.good(link, "Paths").get("paths").get(0));
            assertEquals(text, calls.get(cite).text());
        }
    }

    @Test
    void aPathIsCitedInEveryFormWithNumberedClaims() throws Exception {
        String cite = "/api/paths/cite?from=compute&to=alliance&nodes=compute,sovereignty,stack-alignment,alliance";
        String text = calls.get(cite + "&format=text").text();
        assertTrue(text.contains("[1]") && text.contains("disputed by ["), text);
        assertTrue(text.contains("As of change "), text);
        assertTrue(calls.get(cite + "&format=markdown").text().contains("](<http://clew.example/entity/compute>)"));
        String bibTex = calls.get(cite + "&format=bibtex").text();
        assertEquals(
                bibTex.chars().filter(c -> c == '{').count(),
                bibTex.chars().filter(c -> c == '}').count());
        assertTrue(bibTex.contains("@misc{kratsios-owned-hardware"), bibTex);
        JsonNode path = calls.good(cite, "Citation").get("path");
        List<String> supporting = supporting(path);
        String rests = bibTex.substring(bibTex.indexOf("Rests on "), bibTex.indexOf(". ", bibTex.indexOf("Rests on ")));
        assertEquals(
                supporting,
                Stream.of(rests.substring(9).split(", "))
                        .map(each -> each.replaceFirst("\\[\\d+\\] ", ""))
                        .toList());
        assertTrue(bibTex.contains("; disputed by [") && bibTex.contains("; disputes that "), bibTex);
        JsonNode jsonLd = calls.get(cite + "&format=jsonld").json();
        assertEquals("https://schema.org/", jsonLd.get("@context").asText());
        assertTrue(each(jsonLd.get("citation"), "@id").contains("http://clew.example/insight/kratsios-owned-hardware"));
        byte[] graphMl = calls.get(cite + "&format=graphml").response().body();
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(graphMl));
        assertEquals(3, document.getElementsByTagName("edge").getLength());
        Map<String, Map<String, String>> nodes = nodes(document);
        assertEquals(
                4,
                nodes.values().stream()
                        .filter(node -> "entity".equals(node.get("kind")))
                        .count());
        assertEquals(
                supporting.stream()
                        .map(id -> "http://clew.example/insight/" + id)
                        .toList(),
                nodes.keySet().stream()
                        .filter(id -> nodes.get(id).containsKey("supports"))
                        .toList());
        assertTrue(nodes.values().stream().anyMatch(node -> node.containsKey("disputes")), nodes.toString());
    }

    /** The claims behind the hops of a path, each once, in order. */
    private static List<String> supporting(JsonNode path) {
        List<String> ids = new ArrayList<>();
        for (JsonNode hop : path.get("hops")) {
            for (JsonNode each : hop.get("evidence")) {
                String id = each.get("id").asText();
                if (each.get("kind").asText().equals("insight") && !ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        return ids;
    }

    /** The nodes of a GraphML document in its order, each with its values. */
    private static Map<String, Map<String, String>> nodes(Document document) {
        Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
        NodeList found = document.getElementsByTagName("data");
        for (int i = 0; i < found.getLength(); i++) {
            Element data = (Element) found.item(i);
            Element of = (Element) data.getParentNode();
            if (of.getTagName().equals("node")) {
                nodes.computeIfAbsent(of.getAttribute("id"), id -> new HashMap<>())
                        .put(data.getAttribute("key"), data.getTextContent());
            }
        }
        return nodes;
    }
}
