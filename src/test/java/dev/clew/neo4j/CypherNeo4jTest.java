package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.graph.GraphProjection;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Edge;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Embedder;
import dev.clew.model.EntityKind;
import dev.clew.model.Evidence;
import dev.clew.model.Lens;
import dev.clew.ontology.Base;
import dev.clew.projection.RandomLibrary;
import dev.clew.search.ConceptEmbedder;
import dev.clew.search.TextWords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** What Cypher answers is what the explorer answers, and the questions that are offered find something. */
class CypherNeo4jTest {
    private static final String EDGES = "MATCH (s:Entity)-[r]->(o:Entity) WHERE NOT s:Unpublished AND NOT o:Unpublished"
            + " RETURN s.id AS subject, r.relation AS relation,"
            + " o.id AS object, r.sign AS sign, r.statedSign AS stated, r.voicesFor AS pro, r.voicesAgainst AS against,"
            + " r.contested AS contested, r.evidence AS evidence, r.facts AS facts, r.deniedBy AS denied";

    @TempDir
    Path directory;

    private static Neo4jProjection projection() {
        Neo4jHarness.emptied();
        return new Neo4jProjection(Neo4jHarness.settings(), SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
    }

    @Test
    void theEdgesInNeo4jAreThoseOfTheGraphInMemoryWithTheSameClaimsSignsAndVoices() {
        for (long seed = 21; seed <= 22; seed++) {
            RandomLibrary library = new RandomLibrary(seed, 20);
            library.changes(30);
            try (Neo4jProjection projection = projection();
                    GraphProjection graph =
                            new GraphProjection(directory.resolve("graph" + seed), SeedWorld.RELATIONS)) {
                projection.rebuild(library.published(), library.head());
                graph.rebuild(library.published(), library.head());
                TreeSet<String> inMemory = inMemory(graph);
                assertFalse(inMemory.isEmpty());
                TreeSet<String> inNeo4j = inNeo4j();
                TreeSet<String> onlyInMemory = new TreeSet<>(inMemory);
                onlyInMemory.removeAll(inNeo4j);
                inNeo4j.removeAll(inMemory);
                assertEquals(
                        new TreeSet<String>(),
                        onlyInMemory,
                        "only in memory; seed " + seed + "; only in Neo4j " + inNeo4j);
                assertEquals(new TreeSet<String>(), inNeo4j, "only in Neo4j; seed " + seed);
            }
        }
    }

    @Test
    void theQuestionForEdgesIsAnsweredInTheOrderAndWithTheClaimsOfTheGraphInMemory() {
        RandomLibrary library = new RandomLibrary(23, 20);
        library.changes(30);
        int found = 0;
        try (Neo4jProjection projection = projection();
                GraphProjection graph = new GraphProjection(directory.resolve("graph"), SeedWorld.RELATIONS)) {
            projection.rebuild(library.published(), library.head());
            graph.rebuild(library.published(), library.head());
            for (Record each :
                    Neo4jHarness.ask("MATCH (e:Entity) WHERE NOT e:Unpublished RETURN e.id AS id", Map.of())) {
                for (EdgeQuery query : queries(each.get("id").asString())) {
                    CypherQuestion question =
                            CypherQuestion.edges(query, SeedWorld.RELATIONS).orElseThrow();
                    List<List<Object>> expected = graph.edges(query).edges().stream()
                            .map(CypherNeo4jTest::row)
                            .toList();
                    assertEquals(expected, rows(question), query.toString());
                    found += expected.size();
                }
            }
        }
        assertTrue(found > 50, "only " + found);
    }

    private static List<EdgeQuery> queries(String entity) {
        Lens all = Lens.CLAIMS.withFacts(true);
        EdgeQuery.Filter some = new EdgeQuery.Filter(Set.of(), Set.of(EntityKind.POLICY, EntityKind.NATION), 1, false);
        return List.of(
                EdgeQuery.of(entity),
                new EdgeQuery(entity, EdgeQuery.Direction.OUT, some, all, new EdgeQuery.Page(3, null)),
                new EdgeQuery(
                        entity, EdgeQuery.Direction.IN, EdgeQuery.Filter.DRAWN, all, new EdgeQuery.Page(200, null)));
    }

    private static List<Object> row(Edge edge) {
        return List.of(
                edge.name().subject(),
                edge.name().relation(),
                edge.name().object(),
                edge.sign().symbol(),
                (long) edge.support().voicesFor(),
                (long) edge.support().voicesAgainst(),
                edge.support().isContested(),
                claims(edge),
                edge.deniedBy().stream().map(Evidence::id).toList());
    }

    private static List<String> claims(Edge edge) {
        return edge.evidence().stream()
                .filter(each -> each.kind() == Evidence.Kind.INSIGHT)
                .map(Evidence::id)
                .toList();
    }

    private static List<List<Object>> rows(CypherQuestion question) {
        return Neo4jHarness.ask(question.text(), question.parameters()).stream()
                .map(each -> each.values().stream().map(Value::asObject).toList())
                .toList();
    }

    private static TreeSet<String> inMemory(GraphProjection graph) {
        List<String> entities = Neo4jHarness.ask("MATCH (e:Entity) RETURN e.id AS id ORDER BY id", Map.of()).stream()
                .map(each -> each.get("id").asString())
                .toList();
        TreeSet<String> lines = new TreeSet<>();
        for (int one = 0; one < entities.size(); one++) {
            for (int other = one; other < entities.size(); other++) {
                graph.between(entities.get(one), entities.get(other), Lens.CLAIMS.withFacts(true)).stream()
                        .filter(Edge::isDrawn)
                        .forEach(edge -> lines.add(line(edge)));
            }
        }
        return lines;
    }

    private static String line(Edge edge) {
        return List.of(
                        edge.name().subject(),
                        edge.name().relation(),
                        edge.name().object(),
                        edge.sign().symbol(),
                        edge.statedSign().symbol(),
                        (long) edge.support().voicesFor(),
                        (long) edge.support().voicesAgainst(),
                        edge.support().isContested(),
                        claims(edge),
                        edge.evidence().stream()
                                .filter(each -> each.kind() == Evidence.Kind.FACT)
                                .map(Evidence::source)
                                .toList(),
                        edge.deniedBy().stream().map(Evidence::id).toList())
                .toString();
    }

    private static TreeSet<String> inNeo4j() {
        TreeSet<String> lines = new TreeSet<>();
        for (Record each : Neo4jHarness.ask(EDGES, Map.of())) {
            lines.add(each.values().stream().map(Value::asObject).toList().toString());
        }
        return lines;
    }

    @Test
    void everyQuestionOfTheDocumentationFindsSomethingInTheSeed() throws IOException {
        try (Neo4jProjection projection = projection()) {
            projection.rebuild(
                    SeedWorld.records().stream()
                            .map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, ""))),
                    new Position("seed", 1, "h"));
            Embedder embedder = new ConceptEmbedder("concepts");
            projection
                    .vectors()
                    .give(new ServerVectors.Made("concepts", 1, true, text -> Optional.of(embedder.embed(text))));
        }
        Neo4jHarness.ask("CALL db.awaitIndexes(30)", Map.of());
        Matcher blocks = Pattern.compile("```cypher\\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("src/docs/cypher.md")));
        int asked = 0;
        while (blocks.find()) {
            // APOC is an addition that the test server does not have.
            if (!blocks.group(1).contains("apoc.")) {
                String question = blocks.group(1).replace("'export AND chips'", "'sovereignty'");
                assertFalse(Neo4jHarness.ask(question, Map.of()).isEmpty(), question);
                asked++;
            }
        }
        assertTrue(asked >= 6, "only " + asked);
    }
}
