package dev.clew.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordType;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a client of the SPARQL endpoint sees. */
class SparqlEndpointTest {
    private static final String PREFIXES = "PREFIX clew: <https://w3id.org/clew/ontology#> ";
    private static final String NAMES = PREFIXES + "SELECT ?insight { GRAPH ?insight { ?insight a clew:Insight } }";

    @TempDir
    static Path directory;

    private static EndpointFixture endpoint;

    @BeforeAll
    static void start() throws Exception {
        endpoint = new EndpointFixture(directory, SparqlSettings.DEFAULT);
    }

    @AfterAll
    static void stop() throws Exception {
        endpoint.close();
    }

    private static TreeSet<String> publishedInsights() {
        TreeSet<String> addresses = new TreeSet<>();
        endpoint.library
                .published()
                .map(RecordChange::name)
                .filter(name -> name.type() == RecordType.INSIGHT)
                .forEach(name -> addresses.add("http://localhost:8080/" + name.path()));
        return addresses;
    }

    private static TreeSet<String> csvRows(HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        return new TreeSet<>(response.body().lines().skip(1).toList());
    }

    @Test
    void everyRecordIsANamedGraphOfItsAddress() {
        assertEquals(publishedInsights(), csvRows(endpoint.get(NAMES, "text/csv")));
    }

    @Test
    void theDefaultGraphIsTheUnionOfAllRecords() {
        String union = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";
        String graphs = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }";
        String counted = endpoint.get(union, "text/csv").body();
        assertEquals(counted, endpoint.get(graphs, "text/csv").body());
        assertFalse(counted.lines().toList().contains("0"));
    }

    @Test
    void theMarkOfTheStoreIsNotAmongTheTriples() {
        String query = "ASK { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } FILTER(STRSTARTS(STR(?s), \"urn:clew:\")) }";
        assertTrue(endpoint.get(query).body().replaceAll("\\s", "").contains("\"boolean\":false"));
    }

    @Test
    void theSameQueryByGetFormAndBodyAnswersTheSame() {
        String accept = "application/sparql-results+json";
        String byGet = endpoint.get(NAMES + " ORDER BY ?insight", accept).body();
        String form = "query=" + EndpointFixture.encode(NAMES + " ORDER BY ?insight");
        assertEquals(
                byGet,
                endpoint.post("", "application/x-www-form-urlencoded", form).body());
        assertEquals(
                byGet,
                endpoint.post("", "application/sparql-query", NAMES + " ORDER BY ?insight")
                        .body());
        assertEquals(
                byGet,
                endpoint.post("/", "application/sparql-query", NAMES + " ORDER BY ?insight")
                        .body());
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv",
        "text/tab-separated-values, text/tab-separated-values",
        "*/*, application/sparql-results+json",
    })
    void rowsComeInEveryStandardFormat(String accept, String contentType) {
        HttpResponse<String> response = endpoint.get(NAMES, accept);
        assertEquals(200, response.statusCode());
        assertTrue(contentType(response).startsWith(contentType), contentType(response));
        assertEquals(
                publishedInsights().size(), response.body().split("http://localhost:8080/insight/", -1).length - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, TURTLE",
        "application/n-triples, N-TRIPLES",
        "application/ld+json, JSON-LD",
        "application/rdf+xml, RDF/XML"
    })
    void graphsComeInEveryStandardFormat(String accept, String language) {
        HttpResponse<String> response = endpoint.get("CONSTRUCT WHERE { ?s a ?class }", accept);
        assertEquals(200, response.statusCode(), response.body());
        assertTrue(contentType(response).startsWith(accept), contentType(response));
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), org.apache.jena.riot.RDFLanguages.nameToLang(language))
                .parse(graph);
        String counted =
                endpoint.get("SELECT (COUNT(*) AS ?n) { ?s a ?c }", "text/csv").body();
        assertEquals(counted.lines().skip(1).findFirst().orElseThrow(), Integer.toString(graph.size()));
    }

    @Test
    void askAndDescribeAnswer() {
        assertTrue(endpoint.get("ASK { ?s ?p ?o }").body().contains("true"));
        String described = endpoint.get("DESCRIBE <entity/e1>", "text/turtle").body();
        assertTrue(described.contains("http://localhost:8080/entity/e1"), described);
    }

    @Test
    void anAnswerSaysWhichChangeItShowsAndItsRowLimit() {
        HttpResponse<String> response = endpoint.get(NAMES);
        assertEquals(
                List.of(Long.toString(endpoint.rdf.position().n())),
                response.headers().allValues("Clew-Change"));
        assertEquals(List.of("100000"), response.headers().allValues("Clew-Row-Limit"));
        assertEquals(List.of(), response.headers().allValues("Clew-Truncated"));
        assertEquals(List.of("*"), response.headers().allValues("Access-Control-Allow-Origin"));
    }

    @Test
    void aPageOfAnotherOriginMayAsk() {
        HttpResponse<String> response = endpoint.send(HttpRequest.newBuilder(URI.create(endpoint.address()))
                .header("Origin", "https://example.org")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, response.statusCode());
        assertEquals(List.of("*"), response.headers().allValues("Access-Control-Allow-Origin"));
        assertTrue(response.headers()
                .firstValue("Access-Control-Allow-Methods")
                .orElseThrow()
                .contains("POST"));
    }

    @Test
    void withoutAQueryItDescribesItself() {
        HttpResponse<String> response = endpoint.getPath("", "text/turtle");
        assertEquals(200, response.statusCode());
        assertTrue(contentType(response).startsWith("text/turtle"), contentType(response));
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.fromString(response.body(), Lang.TURTLE).parse(graph);
        assertTrue(graph.isIsomorphicWith(ServiceDescription.graph(endpoint.address())));
    }

    @Test
    void aBrowserWithoutAQueryAndOtherPathsAreLeftToThePagesBehind() {
        assertEquals(
                "the page behind", endpoint.getPath("", "text/html,*/*;q=0.8").body());
        assertEquals(
                "the page behind",
                endpoint.get(NAMES, "text/html,application/xml;q=0.9,*/*;q=0.8").body());
        assertTrue(endpoint.get(NAMES, "text/csv,text/html;q=0.5").body().startsWith("insight"));
        assertEquals(
                "the page behind", endpoint.getPath("/prefixes", "text/turtle").body());
    }

    @Test
    void aRecordIsReadByTheGraphStoreProtocol() {
        String name = publishedInsights().first();
        HttpResponse<String> response =
                endpoint.getPath("/data?graph=" + EndpointFixture.encode(name), "application/n-triples");
        assertEquals(200, response.statusCode(), response.body());
        long triples = response.body().lines().count();
        String counted = endpoint.get("SELECT (COUNT(*) AS ?n) { GRAPH <" + name + "> { ?s ?p ?o } }", "text/csv")
                .body();
        assertEquals(counted.lines().skip(1).findFirst().orElseThrow(), Long.toString(triples));
        assertEquals(200, endpoint.getPath("/data?default", "text/turtle").statusCode());
    }

    @Test
    void aGraphSaysWhichChangeItShowsAndItsLimitAlsoToWhoAsksForNoMore() {
        HttpResponse<String> read = endpoint.getPath("/data?default", "text/turtle");
        assertEquals(
                List.of(Long.toString(endpoint.rdf.position().n())),
                read.headers().allValues("Clew-Change"));
        assertEquals(List.of("100000"), read.headers().allValues("Clew-Row-Limit"));
        HttpResponse<String> head =
                endpoint.send(HttpRequest.newBuilder(URI.create(endpoint.address() + "/data?default"))
                        .header("Accept", "text/turtle")
                        .method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        for (String header : List.of("Content-Type", "Content-Length", "Clew-Change", "Clew-Row-Limit")) {
            assertEquals(read.headers().allValues(header), head.headers().allValues(header), header);
        }
    }

    @Test
    void aGraphBeyondTheLimitIsRefusedNamingIt() throws Exception {
        SparqlSettings five = SparqlSettings.DEFAULT.withLimitRows(5);
        try (EndpointFixture small = new EndpointFixture(directory.resolve("small"), five)) {
            HttpResponse<String> refused = small.getPath("/data?default", "text/turtle");
            problem(503, "too-costly", refused);
            assertTrue(refused.body().contains("the limit of 5"), refused.body());
        }
    }

    @Test
    void whileTheServerIsNotReadyItSaysWhenToComeBack() throws Exception {
        try (EndpointFixture stopping = new EndpointFixture(directory.resolve("stopping"), SparqlSettings.DEFAULT)) {
            stopping.closeLedger();
            HttpResponse<String> refused =
                    stopping.write("POST", "/update", "application/sparql-update", "DROP GRAPH <insight/x>");
            problem(503, "not-ready", refused);
            assertEquals(List.of("1"), refused.headers().allValues("Retry-After"));
        }
    }

    @Test
    void thePatternOfADeleteWhereHasTheBoundsOfAnyOther() {
        String patterns = "?i ?p ?o . ".repeat(501);
        HttpResponse<String> patterned = endpoint.write(
                "POST",
                "/update",
                "application/sparql-update",
                "DELETE WHERE { GRAPH <insight/x> { " + patterns + "} }");
        problem(400, "bad-request", patterned);
        assertTrue(patterned.body().contains("more triple patterns than the limit of 500"), patterned.body());
        String graphs = "GRAPH ?g { ?i ?p ?o } GRAPH ?h { ?i ?p ?o } ".repeat(11);
        HttpResponse<String> scattered =
                endpoint.write("POST", "/update", "application/sparql-update", "DELETE WHERE { " + graphs + "}");
        problem(400, "bad-request", scattered);
        assertTrue(scattered.body().contains("more parts in GRAPH than the limit of 20"), scattered.body());
    }

    @Test
    void theGraphStoreProtocolTellsWhatIsNotThere() {
        problem(
                404,
                "not-found",
                endpoint.getPath("/data?graph=http%3A%2F%2Flocalhost%3A8080%2Finsight%2Fnone", "text/turtle"));
        problem(404, "not-found", endpoint.getPath("/data?graph=http%3A%2F%2Felsewhere.example%2Fx", "text/turtle"));
        problem(400, "bad-request", endpoint.getPath("/data", "text/turtle"));
    }

    @Test
    void nothingIsWrittenWithoutNamingRecords() {
        String before = endpoint.rdf.fingerprint();
        String update = "INSERT DATA { GRAPH <insight/x> { <a> <b> <c> } }";
        problem(400, "bad-request", endpoint.post("", "application/sparql-update", update));
        problem(
                400,
                "bad-request",
                endpoint.post("", "application/x-www-form-urlencoded", "update=" + EndpointFixture.encode(update)));
        problem(400, "bad-request", write("POST", "/update", "application/sparql-update", "curator"));
        for (String method : List.of("PUT", "POST", "DELETE")) {
            problem(422, "invalid", write(method, "/data?default", "text/turtle", "curator"));
        }
        problem(405, "method-not-allowed", write("PATCH", "/data?default", "text/turtle", "curator"));
        assertEquals(before, endpoint.rdf.fingerprint());
    }

    @Test
    void onlyCuratorsAreToldMoreThanThatTheyMayNotWrite() {
        for (String role : List.of("reader", "contributor")) {
            for (String where : List.of("/update", "/data?default")) {
                HttpResponse<String> refused = write("POST", where, "application/sparql-update", role);
                problem(403, "forbidden", refused);
                assertTrue(refused.body().contains("This needs the role curator"), refused.body());
            }
        }
        for (String where : List.of("/update", "/data?default")) {
            HttpResponse<String> refused = endpoint.post(where, "application/sparql-update", "CLEAR ALL");
            problem(401, "unauthenticated", refused);
            assertEquals(
                    "Bearer realm=\"Clew\"",
                    refused.headers().firstValue("WWW-Authenticate").orElse(""));
        }
    }

    private static HttpResponse<String> write(String method, String path, String contentType, String role) {
        return endpoint.send(HttpRequest.newBuilder(URI.create(endpoint.address() + path))
                .header("Content-Type", contentType)
                .header("Authorization", role)
                .method(method, BodyPublishers.ofString("<a> <b> <c> .")));
    }

    @Test
    void aMalformedQueryIsToldItsLineAndColumn() {
        HttpResponse<String> response = endpoint.get("SELECT ?s\nWHERE { ?s ?p }");
        problem(400, "bad-request", response);
        assertTrue(response.body().contains("line 2, column 15"), response.body());
        problem(400, "bad-request", endpoint.getPath("?query=", "text/csv"));
        problem(400, "bad-request", endpoint.getPath("?other=1", "text/csv"));
        problem(415, "unsupported-format", endpoint.post("", "text/plain", "SELECT * {}"));
    }

    @Test
    void anExternalClientReadsTheSame() {
        SPARQLRepository repository = new SPARQLRepository(endpoint.address());
        TreeSet<String> found = new TreeSet<>();
        try (var connection = repository.getConnection();
                TupleQueryResult result = connection.prepareTupleQuery(NAMES).evaluate()) {
            result.forEach(row -> found.add(row.getValue("insight").stringValue()));
        } finally {
            repository.shutDown();
        }
        assertEquals(publishedInsights(), found);
    }

    @Test
    void fromNamesRecordsAndNothingElse() {
        String name = publishedInsights().first();
        String counted = endpoint.get("SELECT (COUNT(*) AS ?n) { GRAPH <" + name + "> { ?s ?p ?o } }", "text/csv")
                .body();
        assertEquals(
                counted,
                endpoint.get("SELECT (COUNT(*) AS ?n) FROM <" + name + "> { ?s ?p ?o }", "text/csv")
                        .body());
        String byProtocol = endpoint.getPath(
                        "?default-graph-uri=" + EndpointFixture.encode(name) + "&query="
                                + EndpointFixture.encode("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
                        "text/csv")
                .body();
        assertEquals(counted, byProtocol);
    }

    @Test
    void aRebuildIsSeenByTheNextQuery() throws Exception {
        Path own = directory.resolve("own");
        try (EndpointFixture rebuilt = new EndpointFixture(own, SparqlSettings.DEFAULT)) {
            String before = rebuilt.get(NAMES, "text/csv").body();
            rebuilt.library.changes(20);
            rebuilt.rdf.rebuild(rebuilt.library.published(), rebuilt.library.head());
            HttpResponse<String> after = rebuilt.get(NAMES, "text/csv");
            assertEquals(
                    List.of(Long.toString(rebuilt.library.head().n())),
                    after.headers().allValues("Clew-Change"));
            assertFalse(before.equals(after.body()));
        }
    }

    static void problem(int status, String code, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("application/problem+json", contentType(response).split(";")[0]);
        assertTrue(response.body().contains("\"code\" : \"" + code + "\""), response.body());
        assertFalse(response.body().contains("\tat "), response.body());
    }

    private static String contentType(HttpResponse<String> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }
}
