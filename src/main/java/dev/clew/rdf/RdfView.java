package dev.clew.rdf;

import dev.clew.ledger.Position;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecDatasetBuilder;
import org.apache.jena.tdb2.TDB2;
import org.jspecify.annotations.Nullable;

/** The published records at one change, for the length of one read; not to be kept or handed to another thread. */
public final class RdfView {
    private static final StageGenerator ORDERED = new OrderedStages();

    private final DatasetGraph dataset;
    private final Position position;
    private final Supplier<@Nullable DatasetGraph> union;

    /**
     * A view without a copy in memory.
     *
     * @param dataset one named graph a record; queries see the union of them as default graph
     * @param position the change it shows
     */
    public RdfView(DatasetGraph dataset, Position position) {
        this(dataset, position, () -> null);
    }

    /**
     * A view with a copy in memory.
     *
     * @param dataset one named graph a record; queries see the union of them as default graph
     * @param position the change it shows
     * @param union gives a dataset whose default graph is that union, at the same change; null where there is none just now
     */
    public RdfView(DatasetGraph dataset, Position position, Supplier<@Nullable DatasetGraph> union) {
        this.dataset = dataset;
        this.position = position;
        this.union = union;
    }

    /** One named graph a record; queries see the union of them as default graph. Never written to by readers. */
    public DatasetGraph dataset() {
        return dataset;
    }

    /** The change it shows. */
    public Position position() {
        return position;
    }

    /**
     * An evaluation of a query, to be given its limits and built: over the union of all records, or over just the graphs
     * that the query names by FROM. It reaches no other server and runs no property function.
     */
    public QueryExecDatasetBuilder evaluation(Query query) {
        DatasetGraph copy = UnionQuestion.is(query) ? union.get() : null;
        return limited(
                copy == null
                        ? QueryExec.newBuilder().dataset(dataset)
                        : QueryExec.newBuilder().dataset(copy).set(ARQ.stageGenerator, ORDERED),
                query);
    }

    private static QueryExecDatasetBuilder limited(QueryExecDatasetBuilder evaluation, Query query) {
        return evaluation
                .query(query)
                .set(TDB2.symUnionDefaultGraph, !query.hasDatasetDescription())
                .set(ARQ.propertyFunctions, false)
                .set(ARQ.enablePropertyFunctions, false)
                .set(ARQ.httpServiceAllowed, false);
    }

    /** The same, watched where the engine does not look at its time limit or keeps rows in memory. */
    public QueryExecDatasetBuilder evaluation(Query query, Watch watch) {
        return evaluation(query).set(ARQConstants.sysOpExecutorFactory, WatchedExecutor.factory(watch));
    }

    /** The statements of all records about a thing. */
    public Iterator<Quad> about(Node thing) {
        return dataset.findNG(Node.ANY, thing, Node.ANY, Node.ANY);
    }
}
