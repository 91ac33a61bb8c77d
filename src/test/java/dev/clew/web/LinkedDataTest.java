package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.ontology.Vocabulary;
import dev.clew.ontology.VocabularyTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program finds that knows linked data and nothing of us. */
class LinkedDataTest {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String CLEW = "https://w3id.org/clew/ontology#";
    private static final String BASE = "http://clew.example/";

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

    private static Graph turtle(String text) {
        return read(text, Lang.TURTLE);
    }

    private static Graph read(String text, Lang language) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader(text)).lang(language).parse(graph);
        return graph;
    }

    private static long counted(String query) {
        String encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        JsonNode rows = calls.get("/sparql?query=" + encoded, "Accept", "application/sparql-results+json")
                .json()
                .get("results")
                .get("bindings");
        return rows.get(0).get("n").get("value").asLong();
    }

    private static long number(Graph graph, Node subject, String property) {
        return graph.find(subject, NodeFactory.createURI(VOID + property), Node.ANY)
                .mapWith(triple -> ((Number) triple.getObject().getLiteralValue()).longValue())
                .next();
    }

    @Test
    void theDescriptionOfTheLibraryCountsWhatQueriesCount() {
        Calls.Told told = calls.get("/.well-known/void", "Accept", "text/turtle");
        assertEquals("text/turtle;charset=utf-8", told.header("Content-Type"));
        assertEquals("*", told.header("Access-Control-Allow-Origin"));
        Graph graph = turtle(told.text());
        Node held = NodeFactory.createURI(BASE + ".well-known/void#library");
        assertEquals(counted("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"), number(graph, held, "triples"));
        assertEquals(library.ledger.counts().records(), number(graph, held, "entities"));
        assertEquals(
                counted("SELECT (COUNT(DISTINCT ?i) AS ?n) { ?i a <" + CLEW + "Insight> }"),
                number(graph, partition(graph, "class", CLEW + "Insight"), "entities"));
        assertEquals(
                counted("SELECT (COUNT(*) AS ?n) { ?i <" + CLEW + "holder> ?h }"),
                number(graph, partition(graph, "property", CLEW + "holder"), "triples"));
        assertEquals(
                told.header("Clew-Change"), Long.toString(library.ledger.head().n()));
    }

    private static Node partition(Graph graph, String by, String iri) {
        return graph.find(Node.ANY, NodeFactory.createURI(VOID + by), NodeFactory.createURI(iri))
                .next()
                .getSubject();
    }

    @Test
    void whatTheDescriptionNamesIsThere() {
        Graph graph = turtle(calls.get("/.well-known/void").text());
        for (String property : Set.of("dataDump", "exampleResource")) {
            graph.find(Node.ANY, NodeFactory.createURI(VOID + property), Node.ANY)
                    .mapWith(triple -> triple.getObject().getURI())
                    .forEachRemaining(iri -> assertEquals(
                            200, calls.get("/" + iri.substring(BASE.length())).status(), iri));
        }
        String page = calls.get("/.well-known/void", "Accept", "text/html").text();
        assertTrue(page.contains("<dt>clew:Insight</dt><dd>303</dd>"), page);
        assertEquals(406, calls.get("/.well-known/void", "Accept", "image/png").status());
    }

    @ParameterizedTest
    @CsvSource({"trig,TRIG", "nq,NQUADS"})
    void aDumpHoldsEveryRecordOfTheLastChange(String suffix, String language) throws IOException {
        Calls.Told told = calls.get("/dump." + suffix + ".gz");
        assertEquals(200, told.status());
        assertEquals("application/gzip", told.header("Content-Type"));
        assertFalse(told.header("Last-Modified").isEmpty());
        assertEquals(Long.toString(library.ledger.head().n()), told.header("Clew-Change"));
        DatasetGraph held = RDFParser.create()
                .source(new GZIPInputStream(
                        new ByteArrayInputStream(told.response().body())))
                .lang(language.equals("TRIG") ? Lang.TRIG : Lang.NQUADS)
                .toDatasetGraph();
        Set<String> graphs = new HashSet<>();
        held.listGraphNodes().forEachRemaining(node -> graphs.add(node.getURI()));
        assertEquals(library.ledger.counts().records(), graphs.size());
        assertTrue(graphs.contains(BASE + "entity/compute"));
    }

    @Test
    void everyTermIsExplainedOnTheVocabularysPage() {
        Calls.Told told = calls.get("/ontology", "Accept", "text/html,*/*;q=0.8");
        assertEquals("text/html;charset=utf-8", told.header("Content-Type"));
        String page = told.text();
        for (VocabularyTerm term : Vocabulary.load().terms()) {
            assertTrue(page.contains(term.iri()), term.iri());
            if (term.iri().startsWith(CLEW)) {
                assertTrue(page.contains(" id=\"" + term.localName() + "\""), term.iri());
            }
        }
        assertEquals(calls.get("/relation/", "Accept", "text/html").text(), page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/turtle", "application/ld+json", "application/n-triples"})
    void theVocabularyIsRdfWhereItsNamespacesLead(String mediaType) {
        Lang language = mediaType.equals("text/turtle")
                ? Lang.TURTLE
                : mediaType.equals("application/ld+json") ? Lang.JSONLD11 : Lang.NTRIPLES;
        Graph whole = read(calls.get("/ontology", "Accept", mediaType).text(), language);
        Node label = NodeFactory.createURI("http://www.w3.org/2000/01/rdf-schema#label");
        for (VocabularyTerm term : Vocabulary.load().terms()) {
            assertTrue(whole.contains(NodeFactory.createURI(term.iri()), label, Node.ANY), term.iri());
        }
        Calls.Told one = calls.get("/relation/enables", "Accept", mediaType);
        Node enables = NodeFactory.createURI("https://w3id.org/clew/relation/enables");
        assertTrue(read(one.text(), language).contains(enables, label, Node.ANY), one.text());
    }

    @Test
    void aRelationSendsABrowserToItsPartOfThePage() {
        Calls.Told told = calls.get("/relation/enables", "Accept", "text/html");
        assertEquals(303, told.status());
        assertEquals("/ontology#relation-enables", told.header("Location"));
        String page = calls.get("/ontology", "Accept", "text/html").text();
        assertTrue(page.contains("id=\"relation-enables\""));
        assertEquals(404, calls.get("/relation/nonsense").status());
    }

    @Test
    void theContextGivesEveryTermAShortName() {
        Calls.Told told = calls.get("/context.jsonld");
        assertEquals("application/ld+json", told.header("Content-Type"));
        String document = """
                {"@context": %s,
                 "@id": "insight/my-claim", "@type": "Insight",
                 "text": "Chips are scarce.", "holder": "entity/china", "claimType": {"@id": "clew:report"},
                 "start": 12}
                """.formatted(told.json().get("@context"));
        Graph expected = turtle("""
                @base <http://clew.example/> .
                @prefix clew: <https://w3id.org/clew/ontology#> .
                <insight/my-claim> a clew:Insight ; clew:text "Chips are scarce." ; clew:holder <entity/china> ;
                  clew:claimType clew:report ; clew:start 12 .
                """);
        Graph found = read(document, Lang.JSONLD11);
        assertTrue(expected.isIsomorphicWith(found), found.toString());
    }

    @Test
    void thePrefixesStandAtTheActualBase() {
        JsonNode prefixes = calls.get("/sparql/prefixes").json();
        assertEquals(CLEW, prefixes.get("clew").asText());
        assertEquals(BASE + "entity/", prefixes.get("entity").asText());
        String lines = calls.get("/sparql/prefixes", "Accept", "text/plain").text();
        assertEquals(1, counted(lines + "SELECT (COUNT(*) AS ?n) { entity:compute a clew:Resource }"));
    }

    @Test
    void withoutAQueryOneIsGivenThatRuns() {
        for (String accept : Set.of("*/*", "application/json", "application/sparql-results+json")) {
            Calls.Told told = calls.get("/sparql", "Accept", accept);
            assertEquals(400, told.status(), accept);
            Matcher example = Pattern.compile("http://[^/]+(/sparql\\?query=\\S+)")
                    .matcher(told.json().get("detail").asText());
            assertTrue(example.find(), told.text());
            JsonNode rows = calls.get(example.group(1), "Accept", "application/sparql-results+json")
                    .json();
            assertEquals(5, rows.get("results").get("bindings").size());
        }
        Graph description = turtle(calls.get("/sparql", "Accept", "text/turtle").text());
        assertTrue(description.contains(
                Node.ANY, NodeFactory.createURI("http://www.w3.org/ns/sparql-service-description#endpoint"), Node.ANY));
    }

    @Test
    void thePagesOfRecordsCarryThemAsLinkedData() throws IOException {
        Calls.Told told = calls.get("/insight/kratsios-owned-hardware", "Accept", "text/html");
        String page = told.text();
        assertTrue(told.header("Link").contains("</insight/kratsios-owned-hardware.ttl>; rel=\"alternate\""));
        assertTrue(page.contains(
                "<link rel=\"alternate\" type=\"text/turtle\"" + " href=\"/insight/kratsios-owned-hardware.ttl\" />"));
        JsonNode claim = data(page);
        assertEquals("Claim", claim.get("@type").asText());
        assertEquals(BASE + "insight/kratsios-owned-hardware", claim.get("@id").asText());
        assertEquals("White House", claim.get("author").get("name").asText());
        assertEquals("CreativeWork", claim.get("appearance").get("@type").asText());
        assertTrue(page.contains("<title>Michael Kratsios of the White House"), page);
        String tag = told.header("ETag");
        assertEquals(
                304,
                calls.get("/insight/kratsios-owned-hardware", "Accept", "text/html", "If-None-Match", tag)
                        .status());
    }

    @Test
    void anEpisodesPageSaysWhichPodcastItBelongsTo() throws IOException {
        String iri = calls.get("/api/search?type=source&kind=Episode&limit=1")
                .json()
                .get("hits")
                .get(0)
                .get("id")
                .asText();
        JsonNode episode =
                data(calls.get("/source/" + iri, "Accept", "text/html").text());
        assertEquals("PodcastEpisode", episode.get("@type").asText());
        assertEquals("PodcastSeries", episode.get("partOfSeries").get("@type").asText());
        JsonNode nation =
                data(calls.get("/entity/france", "Accept", "text/html").text());
        assertEquals("Country", nation.get("@type").asText());
        assertEquals("France", nation.get("name").asText());
    }

    private static JsonNode data(String page) throws IOException {
        Matcher script = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(page);
        assertTrue(script.find(), page);
        return new ObjectMapper().readTree(script.group(1));
    }
}
