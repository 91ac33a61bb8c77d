package dev.clew.rdf;

import dev.clew.ledger.Position;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.jspecify.annotations.Nullable;

/** One read's use of the copy in memory: taken when a question asks for it, given back at the end. For one thread. */
final class UnionReading implements AutoCloseable {
    private final RdfStore store;
    private final Position position;
    private @Nullable Graph graph;

    UnionReading(RdfStore store, Position position) {
        this.store = store;
        this.position = position;
    }

    /** The union as a dataset, when it is in memory as of the change that the read sees; else null, now or for a while. */
    @Nullable DatasetGraph dataset() {
        if (graph == null) {
            graph = store.enterCopy(position);
        }
        return graph == null ? null : DatasetGraphFactory.wrap(graph);
    }

    @Override
    public void close() {
        if (graph != null) {
            graph = null;
            store.copy().leave();
        }
    }
}
