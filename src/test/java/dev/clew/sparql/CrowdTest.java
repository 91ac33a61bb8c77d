package dev.clew.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.sparql.crowd.CrowdLimits;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who ask at once share what there is; who leaves, or asks too much, frees it for the others. */
class CrowdTest {
    private static final String SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    private static final String SLOW_UPDATE =
            "INSERT { GRAPH <insight/x> { <insight/x> <urn:n> ?n } } WHERE { " + SLOW + " }";
    private static final CrowdLimits.PerClient MANY = new CrowdLimits.PerClient(100, 100_000);

    @TempDir
    Path directory;

    private EndpointFixture endpoint(CrowdLimits limits) throws Exception {
        return new EndpointFixture(directory, SparqlSettings.DEFAULT.withCrowd(limits), 200);
    }

    private static CrowdLimits crowd(int places, int waiting, Duration longestWait, Duration whenOthersWait) {
        return new CrowdLimits(places, waiting, longestWait, whenOthersWait, MANY);
    }

    private static HttpResponse<String> update(EndpointFixture endpoint, String text) {
        return endpoint.write("POST", "/update", "application/sparql-update", text);
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not come about within 10 s");
            Thread.onSpinWait();
        }
    }

    @Test
    void whoFindsNoPlaceInTimeIsToldToComeBack() throws Exception {
        Duration shortWait = Duration.ofMillis(100);
        try (EndpointFixture endpoint = endpoint(crowd(1, 1, shortWait, Duration.ofSeconds(20)))) {
            CompletableFuture<HttpResponse<String>> first = endpoint.later(SLOW + "#1");
            await(() -> endpoint.running() == 1);
            HttpResponse<String> second = endpoint.get("ASK {}");
            SparqlEndpointTest.problem(503, "busy", second);
            assertTrue(second.body().contains("100 ms"), second.body());
            assertEquals(List.of("5"), second.headers().allValues("Retry-After"));
            first.cancel(true);
        }
    }

    @Test
    void aLongQueryGivesWayWhenOthersWait() throws Exception {
        Duration fair = Duration.ofMillis(300);
        try (EndpointFixture endpoint = endpoint(crowd(1, 5, Duration.ofSeconds(10), fair))) {
            CompletableFuture<HttpResponse<String>> first = endpoint.later(SLOW);
            await(() -> endpoint.running() == 1);
            assertEquals(200, endpoint.get("ASK {}").statusCode());
            HttpResponse<String> stopped = first.get();
            SparqlEndpointTest.problem(503, "timed-out", stopped);
            assertTrue(stopped.body().contains("300 ms while others wait"), stopped.body());
        }
    }

    @Test
    void moreThanTheLimitDoNotEvenWait() throws Exception {
        try (EndpointFixture endpoint = endpoint(crowd(1, 2, Duration.ofSeconds(5), Duration.ofSeconds(20)))) {
            List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
            all.add(endpoint.later(SLOW));
            await(() -> endpoint.running() == 1);
            all.add(endpoint.later("ASK { ?s ?p 1 }"));
            all.add(endpoint.later("ASK { ?s ?p 2 }"));
            await(() -> endpoint.waiting() == 2);
            HttpResponse<String> refused = endpoint.get("ASK {}");
            SparqlEndpointTest.problem(503, "busy", refused);
            assertTrue(refused.body().contains("the limit of 2"), refused.body());
            all.forEach(each -> each.cancel(true));
        }
    }

    @Test
    void oneClientHasItsShareAndNoMore() throws Exception {
        CrowdLimits limits = new CrowdLimits(
                5, 5, Duration.ofSeconds(5), Duration.ofSeconds(20), new CrowdLimits.PerClient(1, 1000));
        try (EndpointFixture endpoint = endpoint(limits)) {
            CompletableFuture<HttpResponse<String>> first = endpoint.later(SLOW);
            await(() -> endpoint.running() == 1);
            HttpResponse<String> second = endpoint.get("ASK {}");
            SparqlEndpointTest.problem(429, "too-many-requests", second);
            assertTrue(second.body().contains("the limit of 1 at once"), second.body());
            assertEquals(List.of("2"), second.headers().allValues("Retry-After"));
            first.cancel(true);
        }
    }

    @Test
    void whoAsksTooOftenIsToldTheLimit() throws Exception {
        CrowdLimits limits =
                new CrowdLimits(5, 5, Duration.ofSeconds(5), Duration.ofSeconds(20), new CrowdLimits.PerClient(5, 3));
        try (EndpointFixture endpoint = endpoint(limits)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(200, endpoint.get("ASK {}").statusCode());
            }
            HttpResponse<String> fourth = endpoint.get("ASK {}");
            SparqlEndpointTest.problem(429, "too-many-requests", fourth);
            assertTrue(fourth.body().contains("3 queries a minute"), fourth.body());
        }
    }

    /** Every way in but a query. */
    private static List<HttpResponse<String>> otherWays(EndpointFixture endpoint) {
        String none = "/data?graph=" + EndpointFixture.encode("http://localhost:8080/insight/none");
        return List.of(
                endpoint.getPath("/data?default", "text/turtle"),
                endpoint.getPath(none, "text/turtle"),
                endpoint.write("PUT", none, "text/turtle", "<> <urn:example:p> <urn:example:o> ."),
                endpoint.write("DELETE", none, "text/turtle", ""),
                update(endpoint, "DROP SILENT GRAPH <insight/none>"));
    }

    @Test
    void graphStoreRequestsAndUpdatesWaitForAPlaceAsQueriesDo() throws Exception {
        Duration shortWait = Duration.ofMillis(100);
        try (EndpointFixture endpoint = endpoint(crowd(1, 1, shortWait, Duration.ofSeconds(20)))) {
            CompletableFuture<HttpResponse<String>> first = endpoint.later(SLOW);
            await(() -> endpoint.running() == 1);
            for (HttpResponse<String> other : otherWays(endpoint)) {
                SparqlEndpointTest.problem(503, "busy", other);
                assertEquals(List.of("5"), other.headers().allValues("Retry-After"));
            }
            first.cancel(true);
        }
    }

    @Test
    void graphStoreRequestsAndUpdatesAreOfTheirClientsShare() throws Exception {
        CrowdLimits limits = new CrowdLimits(
                5, 5, Duration.ofSeconds(5), Duration.ofSeconds(20), new CrowdLimits.PerClient(1, 1000));
        try (EndpointFixture endpoint = endpoint(limits)) {
            CompletableFuture<HttpResponse<String>> first = endpoint.later(SLOW);
            await(() -> endpoint.running() == 1);
            for (HttpResponse<String> other : otherWays(endpoint)) {
                SparqlEndpointTest.problem(429, "too-many-requests", other);
                assertEquals(List.of("2"), other.headers().allValues("Retry-After"));
            }
            first.cancel(true);
        }
    }

    @Test
    void whatWasAnsweredGivesItsPlaceBackWhateverTheAnswer() throws Exception {
        try (EndpointFixture endpoint = endpoint(crowd(1, 1, Duration.ofMillis(100), Duration.ofSeconds(20)))) {
            assertEquals(
                    List.of(200, 404, 422, 404, 200),
                    otherWays(endpoint).stream().map(HttpResponse::statusCode).toList());
            assertEquals(0, endpoint.running());
            assertEquals(200, endpoint.get("ASK {}").statusCode());
        }
    }

    @Test
    void aLongUpdateGivesWayWhenOthersWaitAndWritesNothing() throws Exception {
        Duration fair = Duration.ofMillis(300);
        try (EndpointFixture endpoint = endpoint(crowd(1, 5, Duration.ofSeconds(10), fair))) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> update(endpoint, SLOW_UPDATE));
            await(() -> endpoint.running() == 1);
            assertEquals(200, endpoint.getPath("/data?default", "text/turtle").statusCode());
            HttpResponse<String> stopped = first.get();
            SparqlEndpointTest.problem(503, "timed-out", stopped);
            assertTrue(stopped.body().contains("300 ms while others wait"), stopped.body());
            assertEquals(0, endpoint.written());
        }
    }

    @Test
    void aQueryEndsWhenItsClientLeaves() throws Exception {
        try (EndpointFixture endpoint = endpoint(CrowdLimits.DEFAULT)) {
            URI address = URI.create(endpoint.address());
            try (Socket socket = new Socket("localhost", address.getPort())) {
                send(
                        socket,
                        "GET /sparql?query=" + EndpointFixture.encode(SLOW) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
                await(() -> endpoint.running() == 1);
            }
            await(() -> endpoint.running() == 0);
        }
    }

    @Test
    void aRequestThatFollowsOnTheSameConnectionIsNotLost() throws Exception {
        SparqlSettings oneSecond = SparqlSettings.DEFAULT.withTimeLimit(Duration.ofMillis(300));
        try (EndpointFixture endpoint = new EndpointFixture(directory, oneSecond, 200);
                Socket socket =
                        new Socket("localhost", URI.create(endpoint.address()).getPort())) {
            String slow = "GET /sparql?query=" + EndpointFixture.encode(SLOW) + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String quick = "GET /sparql?query=" + EndpointFixture.encode("ASK {}")
                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            send(socket, slow);
            await(() -> endpoint.running() == 1);
            send(socket, quick);
            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answers.startsWith("HTTP/1.1 503"), answers);
            assertTrue(answers.contains("HTTP/1.1 200"), answers);
        }
    }

    private static void send(Socket socket, String text) throws Exception {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Test
    void anAnswerIsKnownByItsTagAndKeptUntilTheNextChange() throws Exception {
        try (EndpointFixture endpoint = new EndpointFixture(directory, SparqlSettings.DEFAULT, 200)) {
            String query = "SELECT ?s { ?s ?p ?o } ORDER BY ?s LIMIT 7";
            HttpResponse<String> first = endpoint.get(query, "text/csv");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> second = endpoint.get(query, "text/csv");
            assertEquals(first.body(), second.body());
            assertEquals(told(first), told(second));
            HttpResponse<String> unchanged = conditional(endpoint, query, tag);
            assertEquals(304, unchanged.statusCode());
            for (String header : List.of("ETag", "Clew-Change", "Clew-Row-Limit")) {
                assertEquals(
                        first.headers().allValues(header), unchanged.headers().allValues(header), header);
            }
            assertTrue(!tag.equals(endpoint.get(query, "text/tab-separated-values")
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow()));
            endpoint.rdf.apply(endpoint.library.changes(1));
            HttpResponse<String> changed = conditional(endpoint, query, tag);
            assertEquals(200, changed.statusCode());
            assertEquals(
                    List.of(Long.toString(endpoint.rdf.position().n())),
                    changed.headers().allValues("Clew-Change"));
        }
    }

    private static List<List<String>> told(HttpResponse<String> response) {
        return List.of(
                response.headers().allValues("ETag"),
                response.headers().allValues("Content-Type"),
                response.headers().allValues("Content-Length"),
                response.headers().allValues("Clew-Change"),
                response.headers().allValues("Clew-Row-Limit"));
    }

    private static HttpResponse<String> conditional(EndpointFixture endpoint, String query, String tag) {
        return endpoint.send(
                HttpRequest.newBuilder(URI.create(endpoint.address() + "?query=" + EndpointFixture.encode(query)))
                        .header("Accept", "text/csv")
                        .header("If-None-Match", tag));
    }

    @Test
    void whatIsNewEachTimeHasNoTag() throws Exception {
        try (EndpointFixture endpoint = new EndpointFixture(directory, SparqlSettings.DEFAULT, 40)) {
            for (String function : List.of("UUID()", "STRUUID()", "RAND()", "NOW()", "BNODE()")) {
                HttpResponse<String> answer = endpoint.get("SELECT (" + function + " AS ?x) {}");
                assertEquals(200, answer.statusCode(), answer.body());
                assertEquals(List.of(), answer.headers().allValues("ETag"), function);
            }
        }
    }

    @Test
    void anAnswerBeyondTheLimitOfBytesIsRefusedAndNotCut() throws Exception {
        SparqlSettings small = SparqlSettings.DEFAULT.withAnswers(new SparqlSettings.Answers(1000, 3_000, 10_000));
        try (EndpointFixture endpoint = new EndpointFixture(directory, small, 200)) {
            HttpResponse<String> answer = endpoint.get("SELECT ?s { ?s ?p ?o }");
            SparqlEndpointTest.problem(503, "too-costly", answer);
            assertTrue(answer.body().contains("3000 bytes"), answer.body());
        }
    }
}
