package dev.clew.rdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.graph.GraphProjection;
import dev.clew.ledger.Change;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Edge;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.ontology.Base;
import dev.clew.ontology.CanonicalText;
import dev.clew.ontology.RecordRdf;
import dev.clew.projection.RandomLibrary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The derived graph tells by SPARQL what the graph of edges tells by REST. */
class DerivedGraphTest {
    private static final String EDGES = """
            PREFIX clew: <https://w3id.org/clew/ontology#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            SELECT ?subject ?relation ?object ?sign ?for ?against ?contested ?by {
              GRAPH <http://localhost:8080/derived> {
                ?edge a clew:Edge ; rdf:subject ?subject ; rdf:predicate ?relation ; rdf:object ?object ;
                  clew:voicesFor ?for ; clew:voicesAgainst ?against ; clew:contested ?contested
                OPTIONAL { ?edge clew:edgeSign ?sign }
                OPTIONAL { ?edge clew:contestedBy ?by } } }
            """;
    private static final String VOICES = """
            PREFIX clew: <https://w3id.org/clew/ontology#>
            SELECT ?insight ?voice { GRAPH <http://localhost:8080/derived> { ?insight clew:voice ?voice } }
            """;

    @TempDir
    Path directory;

    private static Set<String> rows(RdfProjection rdf, String query, String... variables) {
        return rdf.read(view -> {
            Set<String> rows = new TreeSet<>();
            try (QueryExec evaluation =
                    view.evaluation(QueryFactory.create(query)).build()) {
                evaluation.select().forEachRemaining(row -> rows.add(row(row, variables)));
            }
            return rows;
        });
    }

    private static String row(Binding row, String... variables) {
        StringBuilder text = new StringBuilder();
        for (String variable : variables) {
            var node = row.get(Var.alloc(variable));
            String written = node == null ? "-" : node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
            text.append(written.replaceAll(".*/", "")).append(' ');
        }
        return text.toString().trim();
    }

    private static Set<String> edges(RdfProjection rdf) {
        return rows(rdf, EDGES, "subject", "relation", "object", "sign", "for", "against", "contested", "by");
    }

    /** Those that touch one of these entities: of merged ones, to which nothing here leads on, REST lists nothing. */
    private static Set<String> edges(RdfProjection rdf, Set<String> entities) {
        Set<String> rows = edges(rdf);
        rows.removeIf(row -> !entities.contains(row.split(" ")[0]) && !entities.contains(row.split(" ")[2]));
        return rows;
    }

    private static Set<String> entities(RandomLibrary library) {
        return library.published()
                .flatMap(each -> each.record().stream())
                .filter(Entity.class::isInstance)
                .map(ClewRecord::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> edges(GraphProjection graph, Set<String> entities) {
        Set<String> rows = new TreeSet<>();
        for (String entity : entities) {
            EdgeQuery.Filter all = new EdgeQuery.Filter(Set.of(), Set.of(), 0, true);
            EdgeQuery query = new EdgeQuery(
                    entity, EdgeQuery.Direction.BOTH, all, Lens.CLAIMS.withFacts(true), new EdgeQuery.Page(1000, null));
            graph.edges(query).edges().forEach(edge -> rows.add(row(edge)));
        }
        return rows;
    }

    private static String row(Edge edge) {
        return String.join(
                " ",
                edge.name().subject(),
                edge.name().relation(),
                edge.name().object(),
                edge.isDrawn() ? edge.sign().symbol() : "-",
                Integer.toString(edge.support().voicesFor()),
                Integer.toString(edge.support().voicesAgainst()),
                Boolean.toString(edge.support().isContested()),
                edge.support().contestedBy() == null
                        ? "-"
                        : edge.support().contestedBy().code());
    }

    private static Change change(long n, List<? extends ClewRecord> records) {
        return SeedWorld.change(n, changes -> records.forEach(each -> changes.add(published(each))));
    }

    private static RecordChange published(ClewRecord record) {
        String text = new CanonicalText(Base.DEFAULT).write(new RecordRdf(Base.DEFAULT).triples(record));
        return new RecordChange(record.name(), 1, new RecordChange.Content(record, text));
    }

    @Test
    void everyEdgeHasTheNumbersThatTheGraphOfEdgesGives() {
        int compared = 0;
        for (long seed = 20; seed < 24; seed++) {
            RandomLibrary library = new RandomLibrary(seed, 14);
            try (RdfProjection rdf = RdfProjection.open(directory.resolve("rdf" + seed), Base.DEFAULT);
                    GraphProjection graph =
                            new GraphProjection(directory.resolve("graph" + seed), SeedWorld.RELATIONS)) {
                for (int round = 0; round < 6; round++) {
                    List<Change> changes = library.changes(1 + round * 2);
                    rdf.apply(changes);
                    graph.apply(changes);
                    Set<String> entities = entities(library);
                    assertEquals(edges(graph, entities), edges(rdf, entities), "seed " + seed + " round " + round);
                    compared += edges(rdf, entities).size();
                }
            }
        }
        assertTrue(compared > 300, "compared " + compared);
    }

    @Test
    void everyInsightHasOneVoiceAndWhoSpeaksForABodyHasThatBodys() {
        try (RdfProjection rdf = RdfProjection.open(directory.resolve("seed"), Base.DEFAULT)) {
            rdf.apply(List.of(change(1, SeedWorld.records())));
            Set<String> voices = rows(rdf, VOICES, "insight", "voice");
            assertEquals(SeedWorld.insights().size(), voices.size());
            assertTrue(voices.contains("scaling-laws-made-compute-the-target united-states"), voices.toString());
            assertTrue(voices.contains("owned-sovereignty-sells-stack seed-brief"), voices.toString());
        }
    }

    @Test
    void aVoiceThatChangesByAnotherRecordChangesTheEdgesOfThoseItSpeaksIn() {
        try (RdfProjection rdf = RdfProjection.open(directory.resolve("voice"), Base.DEFAULT)) {
            rdf.apply(List.of(change(1, SeedWorld.records())));
            String one = "compute increases model-capability + 1 0 false -";
            assertTrue(edges(rdf).contains(one), edges(rdf).toString());
            rdf.apply(List.of(change(
                    2, List.of(SeedWorld.entity("us-policymakers", EntityKind.ORGANIZATION, List.of(), List.of())))));
            assertTrue(edges(rdf).contains("compute increases model-capability + 2 0 false -"));
            rdf.apply(List.of(SeedWorld.change(
                    3,
                    changes -> changes.add(
                            SeedWorld.retracted(RecordName.insight("scaling-laws-made-compute-the-target"))))));
            assertTrue(edges(rdf).contains(one));
            assertFalse(rows(rdf, VOICES, "insight").contains("scaling-laws-made-compute-the-target"));
        }
    }
}
