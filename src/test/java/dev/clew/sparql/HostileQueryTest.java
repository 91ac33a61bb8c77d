package dev.clew.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.fault.Canary;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that reach beyond the records, or for more than their share, are refused by name or cut at a stated limit. */
class HostileQueryTest {
    @TempDir
    static Path directory;

    private static EndpointFixture endpoint;
    private static Canary canary;

    @BeforeAll
    static void start() throws Exception {
        SparqlSettings tight =
                SparqlSettings.DEFAULT.withTimeLimit(Duration.ofSeconds(2)).withLimitRows(50);
        endpoint = new EndpointFixture(directory, tight);
        canary = new Canary();
    }

    @AfterAll
    static void stop() throws Exception {
        canary.close();
        endpoint.close();
    }

    static Stream<String> reachingOut() {
        return Stream.of(
                "SELECT * { SERVICE <%s> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <%s> { ?s ?p ?o } }",
                "SELECT * { OPTIONAL { { SELECT * { SERVICE <%s> { ?s ?p ?o } } } } }",
                "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <%s> { ?s ?p ?o } } }",
                "SELECT (EXISTS { SERVICE <%s> { ?s ?p ?o } } AS ?x) {}",
                "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <%s> { ?a ?b ?c } })",
                "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <%s> { ?a ?b ?c } })",
                "SELECT (SUM(IF(EXISTS { SERVICE <%s> { ?a ?b ?c } }, 1, 2)) AS ?n) { ?s ?p ?o }",
                "SELECT * FROM <%s> { ?s ?p ?o }",
                "SELECT * FROM NAMED <%s> { GRAPH ?g { ?s ?p ?o } }",
                "SELECT (<java:java.lang.System.getProperties>() AS ?x) {}",
                "SELECT * { ?s <java:dev.clew.Anything> ?o }",
                "SELECT (<http://jena.apache.org/ARQ/js#run>() AS ?x) {}",
                "PREFIX afn: <http://jena.apache.org/ARQ/function#> SELECT (afn:now() AS ?x) {}",
                "PREFIX apf: <http://jena.apache.org/ARQ/property#> SELECT * { ?x apf:splitIRI (?a ?b) }",
                "PREFIX list: <http://jena.apache.org/ARQ/list#> SELECT * { ?x list:member ?y }",
                "SELECT (SUM(<java:a.B>(?o)) AS ?n) { ?s ?p ?o }",
                "SELECT * { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
                "JSON { \"s\": ?s } WHERE { ?s ?p ?o }",
                "SELECT (CALL(<java:a.B>) AS ?x) {}",
                "LOAD <%s>",
                "INSERT DATA { <a> <b> <c> }",
                "SELECT * { LET (?x := 1) }");
    }

    @ParameterizedTest
    @MethodSource("reachingOut")
    void whatReachesBeyondTheRecordsIsRefusedUnrun(String query) {
        String target = canary.address();
        SparqlEndpointTest.problem(400, "bad-request", endpoint.get(query.replace("%s", target)));
        assertEquals(0, canary.connections());
    }

    static Stream<String> tooDeep() {
        String sum = "SELECT (" + "1+".repeat(2_000) + "1 AS ?x) {}";
        String path = "SELECT * { ?s " + "<p>/".repeat(1_500) + "<p> ?o }";
        return Stream.of(
                "SELECT * " + "{".repeat(5_000) + "}".repeat(5_000),
                "SELECT (" + "(".repeat(5_000) + "1" + ")".repeat(5_000) + " AS ?x) {}",
                "SELECT (" + "!".repeat(5_000) + "true AS ?x) {}",
                sum,
                path,
                "SELECT * { ?s ?p " + "[ <p> ".repeat(2_000) + "1" + "]".repeat(2_000) + " }");
    }

    @ParameterizedTest
    @MethodSource("tooDeep")
    void whatNestsTooDeepIsRefusedBeforeItIsParsed(String query) {
        HttpResponse<String> response = endpoint.post("", "application/sparql-query", query);
        SparqlEndpointTest.problem(400, "bad-request", response);
        assertTrue(response.body().contains("limit is"), response.body());
    }

    @Test
    void bracketsInStringsAddressesAndCommentsDoNotCount() {
        String query = "# " + "{".repeat(500) + "\nSELECT (\"" + "(\\\"[".repeat(200) + "\" AS ?x) ('''"
                + "{'\"".repeat(100) + "''' AS ?y) { BIND(<http://localhost:8080/" + "(".repeat(100)
                + "> AS ?z) FILTER(1 < 2 && 3 > 2) }";
        assertEquals(200, endpoint.post("", "application/sparql-query", query).statusCode());
    }

    @Test
    void aQueryLongerThanTheLimitIsRefusedWithTheLimit() {
        String comment = "#" + "x".repeat(150_000) + "\nSELECT * {}";
        String huge = "#" + "x".repeat(10_000_000) + "\nSELECT * {}";
        for (String query : List.of(comment, huge)) {
            HttpResponse<String> body = endpoint.post("", "application/sparql-query", query);
            SparqlEndpointTest.problem(413, "too-large", body);
            assertTrue(body.body().contains("100000 characters"), body.body());
            HttpResponse<String> form =
                    endpoint.post("", "application/x-www-form-urlencoded", "query=" + EndpointFixture.encode(query));
            SparqlEndpointTest.problem(413, "too-large", form);
        }
    }

    @Test
    void aSlowQueryIsStoppedAtTheTimeLimit() {
        String cross = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
        long start = System.nanoTime();
        HttpResponse<String> response = endpoint.get(cross);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        SparqlEndpointTest.problem(503, "timed-out", response);
        assertTrue(response.body().contains("2000 ms"), response.body());
        assertTrue(took.compareTo(Duration.ofSeconds(10)) < 0, took.toString());
    }

    @Test
    void aClientMayAskForLessTime() {
        String cross = EndpointFixture.encode("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }");
        HttpResponse<String> response = endpoint.getPath("?timeout=0.1&query=" + cross, "text/csv");
        SparqlEndpointTest.problem(503, "timed-out", response);
        assertTrue(response.body().contains("100 ms"), response.body());
        SparqlEndpointTest.problem(400, "bad-request", endpoint.getPath("?timeout=soon&query=" + cross, "text/csv"));
    }

    @Test
    void anAnswerBeyondTheRowLimitIsCutAndSaysSo() {
        HttpResponse<String> rows = endpoint.get("SELECT * { ?s ?p ?o }", "text/csv");
        assertEquals(51, rows.body().lines().count());
        assertEquals(List.of("50"), rows.headers().allValues("Clew-Row-Limit"));
        assertEquals(List.of("true"), rows.headers().allValues("Clew-Truncated"));
        HttpResponse<String> triples = endpoint.get("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples");
        assertEquals(50, triples.body().lines().count());
        assertEquals(List.of("true"), triples.headers().allValues("Clew-Truncated"));
        SparqlEndpointTest.problem(503, "too-costly", endpoint.getPath("/data?default", "text/turtle"));
    }

    @Test
    void theEndpointAnswersAfterAllOfThis() {
        assertEquals(200, endpoint.get("ASK { ?s ?p ?o }").statusCode());
    }
}
