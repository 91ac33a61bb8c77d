package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.apache.jena.http.auth.AuthEnv;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdfconnection.RDFConnection;
import org.apache.jena.rdfconnection.RDFConnectionRemote;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.QueryEvaluationException;
import org.eclipse.rdf4j.query.QueryResults;
import org.eclipse.rdf4j.query.TupleQuery;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that others have written select, ask, construct, update with a token and leave. */
class SparqlClientsTest {
    private static final String PREFIXES = "PREFIX clew: <https://w3id.org/clew/ontology#> ";
    private static final String SELECT = PREFIXES + "SELECT ?i { ?i a clew:Insight } ORDER BY ?i";
    private static final String CONSTRUCT = PREFIXES + "CONSTRUCT { ?i a clew:Insight } { ?i a clew:Insight }";
    private static final String ASK = PREFIXES + "ASK { <http://clew.example/insight/new> a clew:Insight }";
    private static final String UPDATE = PREFIXES + """
            INSERT DATA { GRAPH <http://clew.example/insight/new> {
              <http://clew.example/insight/new> a clew:Insight ; clew:text "Machines bind partners."@en ;
                clew:attribution clew:own ; clew:claimType clew:report ; clew:certainty clew:plain ;
                clew:grounding clew:unlocated ; clew:source <http://clew.example/source/brief> } }
            """;
    private static final String SLOW =
            "SELECT (COUNT(*) AS ?count) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }";

    @TempDir
    Path directory;

    private LibraryServer library;
    private String endpoint;
    private String curator;

    @BeforeEach
    void start() {
        library = new LibraryServer(directory, SmallWorld.all());
        endpoint = library.address() + "sparql";
        curator = library.token("cora", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        library.close();
    }

    private void assertPublished() {
        assertTrue(library.ledger.read(RecordName.insight("new")).isPresent());
    }

    @Test
    void rdf4jsRepository() {
        SPARQLRepository repository = new SPARQLRepository(endpoint, endpoint + "/update");
        repository.setAdditionalHttpHeaders(Map.of("Authorization", "Bearer " + curator));
        try (RepositoryConnection connection = repository.getConnection()) {
            List<BindingSet> before =
                    QueryResults.asList(connection.prepareTupleQuery(SELECT).evaluate());
            int constructed = QueryResults.asModel(
                            connection.prepareGraphQuery(CONSTRUCT).evaluate())
                    .size();
            assertEquals(before.size(), constructed);
            assertEquals(false, connection.prepareBooleanQuery(ASK).evaluate());
            connection.prepareUpdate(UPDATE).execute();
            assertPublished();
            assertEquals(true, connection.prepareBooleanQuery(ASK).evaluate());
            TupleQuery slow = connection.prepareTupleQuery(SLOW);
            slow.setMaxExecutionTime(1);
            assertThrows(QueryEvaluationException.class, () -> QueryResults.asList(slow.evaluate()));
        } finally {
            repository.shutDown();
        }
    }

    private RDFConnection connect() {
        return RDFConnectionRemote.newBuilder()
                .destination(endpoint)
                .queryEndpoint("")
                .updateEndpoint("update")
                .gspEndpoint("data")
                .build();
    }

    @Test
    void jenasConnection() {
        AuthEnv.get().setBearerToken(endpoint + "/update", curator);
        try (RDFConnection connection = connect()) {
            List<String> selected = new ArrayList<>();
            connection.querySelect(
                    SELECT, row -> selected.add(row.getResource("i").getURI()));
            assertEquals(selected.size(), connection.queryConstruct(CONSTRUCT).size());
            assertTrue(!connection.queryAsk(ASK));
            connection.update(UPDATE);
            assertPublished();
            assertTrue(connection.queryAsk(ASK));
            assertTrue(connection.fetch("http://clew.example/insight/new").size() > 5);
        } finally {
            AuthEnv.get().clearAuthEnv();
        }
    }

    @Test
    void aQueryThatJenasClientCancelsEndsAndFreesItsPlace() {
        try (RDFConnection connection = connect();
                QueryExecution slow = connection.query(SLOW)) {
            CompletableFuture<Void> asked =
                    CompletableFuture.runAsync(() -> slow.execSelect().next());
            await(() -> library.admission.running() == 1);
            slow.abort();
            assertThrows(CompletionException.class, asked::join);
            await(() -> library.admission.running() == 0);
            assertTrue(!connection.queryAsk(ASK));
        }
    }

    /** Far below the 30 seconds after which the query would end by itself. */
    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not come about within 10 s");
            Thread.onSpinWait();
        }
    }
}
