package dev.clew.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.fault.Canary;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each hostile query is refused, or answered, or stopped within its time limit and a second. */
class HostileLoadTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Set<Integer> STATUSES = Set.of(200, 400, 413, 503);

    @TempDir
    static Path directory;

    private static EndpointFixture endpoint;
    private static Canary canary;

    @BeforeAll
    static void start() throws Exception {
        endpoint = new EndpointFixture(
                directory, SparqlSettings.DEFAULT.withTimeLimit(LIMIT).withLimitRows(10_000), 800);
        canary = new Canary();
        endpoint.get("SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?o ?q ?r FILTER REGEX(STR(?o), 'a+b') }");
    }

    @AfterAll
    static void stop() throws Exception {
        canary.close();
        endpoint.close();
    }

    static List<HostileQueries.Hostile> queries() {
        return HostileQueries.all(canary.address());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void itIsAnsweredWithinItsLimit(HostileQueries.Hostile hostile) {
        long start = System.nanoTime();
        HttpResponse<String> response = endpoint.post("", "application/sparql-query", hostile.query());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(STATUSES.contains(response.statusCode()), response.body());
        assertTrue(took.compareTo(LIMIT.plusSeconds(1)) < 0, took.toString());
        assertEquals(0, canary.connections());
    }

    @Test
    void thereAreEnoughOfThem() {
        assertTrue(queries().size() >= 150, Integer.toString(queries().size()));
    }
}
