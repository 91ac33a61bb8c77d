package dev.clew.rdf;

import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.JenaTransactionException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.TDB2;
import org.jspecify.annotations.Nullable;

/**
 * The dataset of an {@link RdfProjection} across its rebuilds: a thread that begins a read transaction holds the store
 * that is current then until it ends the transaction. The default graph is the union; nothing can be written.
 */
final class FollowingDataset extends DatasetGraphWrapper {
    private final RdfProjection projection;
    private final ThreadLocal<@Nullable RdfStore> entered = new ThreadLocal<>();

    FollowingDataset(RdfProjection projection) {
        super(null, new Context().set(TDB2.symUnionDefaultGraph, true));
        this.projection = projection;
    }

    @Override
    protected DatasetGraph get() {
        RdfStore store = entered.get();
        if (store == null) {
            throw new JenaTransactionException("The RDF dataset is read within a transaction only");
        }
        return store.dataset();
    }

    @Override
    protected DatasetGraph getW() {
        throw new UnsupportedOperationException("The RDF dataset is written by its projection only");
    }

    @Override
    public Context getContext() {
        return getCxt();
    }

    @Override
    public Graph getDefaultGraph() {
        return getUnionGraph();
    }

    @Override
    public Graph getUnionGraph() {
        return new GraphReadOnly(get().getUnionGraph());
    }

    @Override
    public Graph getGraph(Node graphNode) {
        boolean isDefault = Quad.isDefaultGraph(graphNode) || Quad.isUnionGraph(graphNode);
        return isDefault ? getUnionGraph() : new GraphReadOnly(get().getGraph(graphNode));
    }

    @Override
    public Iterator<Quad> find() {
        return get().findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY);
    }

    @Override
    public void begin() {
        begin(TxnType.READ);
    }

    @Override
    public void begin(ReadWrite readWrite) {
        begin(TxnType.convert(readWrite));
    }

    @Override
    public void begin(TxnType type) {
        if (type != TxnType.READ) {
            throw new JenaTransactionException("The RDF dataset is read only");
        }
        if (entered.get() != null) {
            throw new JenaTransactionException("A transaction of this thread has already begun");
        }
        RdfStore store = projection.enter();
        entered.set(store);
        store.dataset().begin(TxnType.READ);
    }

    @Override
    public void commit() {
        end();
    }

    @Override
    public void abort() {
        end();
    }

    @Override
    public void end() {
        RdfStore store = entered.get();
        if (store != null) {
            entered.remove();
            try {
                store.dataset().end();
            } finally {
                store.leave();
            }
        }
    }

    @Override
    public boolean promote(Promote mode) {
        return false;
    }

    @Override
    public boolean isInTransaction() {
        return entered.get() != null;
    }

    @Override
    public @Nullable ReadWrite transactionMode() {
        return isInTransaction() ? ReadWrite.READ : null;
    }

    @Override
    public @Nullable TxnType transactionType() {
        return isInTransaction() ? TxnType.READ : null;
    }

    @Override
    public boolean supportsTransactions() {
        return true;
    }

    @Override
    public boolean supportsTransactionAbort() {
        return true;
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("The RDF dataset is closed by its projection only");
    }
}
