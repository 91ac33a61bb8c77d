package dev.clew.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What researchers ask passes the gate, and the bounds within it change no answer. */
class OrdinaryQueryTest {
    private static final String PREFIXES = "PREFIX clew: <https://w3id.org/clew/ontology#> "
            + "PREFIX rel: <https://w3id.org/clew/relation/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";

    @TempDir
    static Path directory;

    private static EndpointFixture endpoint;

    @BeforeAll
    static void start() throws Exception {
        endpoint = new EndpointFixture(directory, SparqlSettings.DEFAULT, 200);
    }

    @AfterAll
    static void stop() throws Exception {
        endpoint.close();
    }

    static Stream<String> questions() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology", "questions"))) {
            return files.filter(file -> file.toString().endsWith(".rq")).map(OrdinaryQueryTest::text).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyCompetencyQuestionIsAnswered(String question) {
        assertEquals(
                200,
                endpoint.post("", "application/sparql-query", question).statusCode(),
                () -> endpoint.post("", "application/sparql-query", question).body());
    }

    static Stream<String> guarded() {
        return Stream.of(
                "SELECT ?i ?text { ?i clew:text ?text FILTER REGEX(?text, \"comp.*(chip|ally)\", \"i\") }",
                "SELECT ?i { ?i clew:text ?text FILTER(!REGEX(?text, \"^[A-Z][a-z]+ \")) }",
                "SELECT (REPLACE(?text, \"[aeiou]+\", \"_\") AS ?x) { ?i clew:text ?text }",
                "SELECT (REPLACE(?text, \"([a-z]+) ([a-z]+)\", \"$2 $1\", \"i\") AS ?x) { ?i clew:text ?text }",
                "SELECT (REPLACE(?text, \"z*\", \"-\") AS ?x) { ?i clew:text ?text }",
                "SELECT (REGEX(?text, CONCAT(\"(\", ?text)) AS ?x) { ?i clew:text ?text }",
                "SELECT (REPLACE(?text, \"a\", \"$9\") AS ?x) { ?i clew:text ?text }",
                "SELECT (CONCAT(?text, \"@\", STR(?i), LANG(?text)) AS ?x) { ?i clew:text ?text }",
                "SELECT (CONCAT(?text, ?text) AS ?x) { ?i clew:text ?text }",
                "SELECT (ENCODE_FOR_URI(?text) AS ?x) { ?i clew:text ?text }",
                "SELECT ?h (GROUP_CONCAT(?n; SEPARATOR=\"; \") AS ?names) { SELECT ?h ?n { ?i clew:holder ?h ; clew:claimType ?n } ORDER BY ?n ?h } GROUP BY ?h",
                "SELECT (GROUP_CONCAT(DISTINCT ?c) AS ?x) { SELECT ?c { ?e a ?c } ORDER BY ?c }",
                "SELECT (AVG(STRLEN(?text) * 2) AS ?x) (MAX(?text) AS ?y) { ?i clew:text ?text }",
                "SELECT (1.5 * 2 AS ?a) (\"7\" * 2 AS ?b) (2 * 3e0 AS ?c) {}",
                "SELECT (<http://www.w3.org/2001/XMLSchema#integer>(\"12\") AS ?a) (STRDT(\"x\", <urn:t>) AS ?b) {}",
                "SELECT (EXISTS { ?i clew:text ?t FILTER REGEX(?t, \"compute\") } AS ?a) {}",
                "SELECT ?s ?o { ?s (rel:enables|rel:increases)+ ?o }",
                "SELECT ?s ?o { ?s (^rel:enables/rel:increases)* ?o . ?s a clew:Concept }",
                "SELECT * { ?s rel:enables{1,2} ?o }".replace("{1,2}", "?"),
                "SELECT ?i ?o { ?i clew:holder ?h OPTIONAL { ?i clew:speaker ?o FILTER(?o != ?h) } }",
                "SELECT ?i { ?i a clew:Insight MINUS { ?i clew:holder ?h } }",
                "SELECT DISTINCT ?h { { ?i clew:holder ?h } UNION { ?i clew:speaker ?h } } ORDER BY ?h",
                "SELECT ?e { <urn:nothing> ?p ?e . ?e ?q ?o . ?o ?r ?z FILTER(?e != ?z) }",
                "SELECT ?i { VALUES ?type { clew:report clew:aim } ?i clew:claimType ?type }");
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void boundsWithinTheEvaluationChangeNoAnswer(String query) {
        String rows =
                endpoint.get(PREFIXES + query, "text/tab-separated-values").body();
        assertEquals(sorted(unbounded(PREFIXES + query)), sorted(rows));
    }

    private static List<String> sorted(String rows) {
        return rows.lines().sorted().toList();
    }

    private static String unbounded(String text) {
        Query query = QueryFactory.create(text, "http://localhost:8080/", Syntax.syntaxSPARQL_12);
        return endpoint.rdf.read(view -> {
            try (QueryExec execution = QueryExec.dataset(view.dataset())
                    .query(query)
                    .set(org.apache.jena.tdb2.TDB2.symUnionDefaultGraph, true)
                    .build()) {
                RowSet rows = execution.select().materialize();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
                org.apache.jena.sparql.resultset.ResultsWriter.create()
                        .lang(org.apache.jena.riot.resultset.ResultSetLang.RS_TSV)
                        .write(out, rows);
                return out.toString(java.nio.charset.StandardCharsets.UTF_8);
            }
        });
    }

    @Test
    void aThingIsDescribedByWhatIsSaidOfIt() {
        String entity = "http://localhost:8080/entity/e1";
        String described = endpoint.get("DESCRIBE <" + entity + ">", "application/n-triples")
                .body();
        String constructed = endpoint.get(
                        "CONSTRUCT { <" + entity + "> ?p ?o } { <" + entity + "> ?p ?o }", "application/n-triples")
                .body();
        assertTrue(described.contains(entity), described);
        assertEquals(sorted(constructed), sorted(described));
        assertEquals(
                sorted(described),
                sorted(endpoint.get(
                                "DESCRIBE ?e { VALUES ?e { <" + entity + "> <" + entity + "> } }",
                                "application/n-triples")
                        .body()));
        assertEquals(
                "", endpoint.get("DESCRIBE <urn:none>", "application/n-triples").body());
    }
}
