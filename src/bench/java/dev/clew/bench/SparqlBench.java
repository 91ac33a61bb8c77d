package dev.clew.bench;

import dev.clew.model.Insight;
import dev.clew.ontology.Base;
import dev.clew.ontology.Jena;
import dev.clew.rdf.RdfProjection;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;

/**
 * Times SPARQL queries on the RDF store that {@link ImportBench} left, beside the store of {@link LoaderBench} asked through
 * Jena alone: {@code SparqlBench DIRECTORY INSIGHTS}.
 */
final class SparqlBench {
    private static final int RUNS = 300;
    private static final int HEAVY_RUNS = 5;
    private static final String PREFIX = "PREFIX clew: <https://w3id.org/clew/ontology#>\n";
    private static final Query WHO_SAYS_SO = query("""
            SELECT ?insight ?text { GRAPH ?insight { ?insight a clew:Insight ; clew:text ?text . ?from ?relation ?to } }
            LIMIT 100""");
    private static final Query CLAIMS_OF_A_HOLDER = query("""
            SELECT ?insight ?text { ?insight clew:holder ?holder ; clew:text ?text } LIMIT 100""");
    private static final Query TWO_HOPS = query("""
            SELECT DISTINCT ?end { ?from ?first ?middle . ?middle ?second ?end . ?end a clew:Concept } LIMIT 100""");
    private static final Query BUSIEST_HOLDERS = query("""
            SELECT ?holder (COUNT(*) AS ?claims) { ?insight clew:holder ?holder }
            GROUP BY ?holder ORDER BY DESC(?claims) LIMIT 10""");

    private final List<Insight> insights;

    private SparqlBench(List<Insight> insights) {
        this.insights = insights;
    }

    /** One way to evaluate a query within one read transaction. */
    private interface Store {
        int rows(Function<QueryExecDatasetBuilder, QueryExecDatasetBuilder> bound, Query query);
    }

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) {
        Jena.ready();
        BenchFiles files = new BenchFiles(Path.of(arguments[0]));
        SyntheticLibrary library = new SyntheticLibrary(Integer.parseInt(arguments[1]));
        List<Insight> insights = new Random(11)
                .ints(RUNS, 0, library.insightCount())
                .mapToObj(library::insight)
                .toList();
        SparqlBench bench = new SparqlBench(insights);
        try (RdfProjection rdf = RdfProjection.open(files.data().resolve("rdf"), Base.DEFAULT)) {
            bench.rows("sparql", (bound, query) -> rdf.read(view -> count(bound.apply(view.evaluation(query)))));
        }
        DatasetGraph loaded = DatabaseMgr.connectDatasetGraph(files.loaded().toString());
        loaded.getContext().set(TDB2.symUnionDefaultGraph, true);
        bench.rows(
                "peer: Jena",
                (bound, query) -> Txn.calculateRead(
                        loaded,
                        () -> count(bound.apply(
                                QueryExec.newBuilder().dataset(loaded).query(query)))));
    }

    private static int count(QueryExecDatasetBuilder built) {
        try (QueryExec execution = built.build()) {
            int rows = 0;
            for (var found = execution.select(); found.hasNext(); found.next()) {
                rows++;
            }
            return rows;
        }
    }

    private void rows(String who, Store store) {
        int[] found = {0};
        Timing.row(
                who + ": who says that this leads to that",
                RUNS,
                i -> found[0] += store.rows(
                        query -> query.substitution(Var.alloc("from"), subject(i))
                                .substitution(Var.alloc("to"), object(i)),
                        WHO_SAYS_SO));
        Timing.row(
                who + ": 100 claims of a holder",
                RUNS,
                i -> found[0] += store.rows(
                        query -> query.substitution(
                                Var.alloc("holder"),
                                entity(String.valueOf(insights.get(i).belief().holder()))),
                        CLAIMS_OF_A_HOLDER));
        Timing.row(
                who + ": 100 concepts two steps away",
                RUNS,
                i -> found[0] += store.rows(query -> query.substitution(Var.alloc("from"), subject(i)), TWO_HOPS));
        Timing.row(
                who + ": the ten busiest holders of all",
                HEAVY_RUNS,
                i -> found[0] += store.rows(query -> query, BUSIEST_HOLDERS));
        Timing.note(who + ": rows found", found[0]);
    }

    private Node subject(int i) {
        return entity(insights.get(i).links().getFirst().subject().entity());
    }

    private Node object(int i) {
        return entity(insights.get(i).links().getFirst().object().entity());
    }

    private static Node entity(String id) {
        return NodeFactory.createURI(Base.DEFAULT.address() + "entity/" + id);
    }

    private static Query query(String text) {
        return QueryFactory.create(PREFIX + text);
    }
}
