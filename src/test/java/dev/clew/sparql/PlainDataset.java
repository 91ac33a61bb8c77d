package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.rdf.RdfSource;
import dev.clew.rdf.RdfView;
import java.util.Collection;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem.GraphMemRoaring;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateExecutionFactory;
import org.apache.jena.update.UpdateRequest;

/** A dataset in memory without records, door or union graph, as the suites of the recommendation expect one. */
final class PlainDataset implements RdfSource {
    private final String base;
    private final boolean copied;
    private volatile DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private volatile long changes;

    /**
     * Begins empty.
     *
     * @param copied whether queries that name no graph are asked of a copy of the default graph, as those of records are
     */
    PlainDataset(String base, boolean copied) {
        this.base = base;
        this.copied = copied;
    }

    /** Begins anew with what is put in. */
    void fill(java.util.function.Consumer<DatasetGraph> filling) {
        DatasetGraph fresh = DatasetGraphFactory.createTxnMem();
        Txn.executeWrite(fresh, () -> filling.accept(fresh));
        dataset = fresh;
        changes++;
    }

    /** What is in it now. */
    DatasetGraph dataset() {
        return dataset;
    }

    Position update(UpdateRequest update) {
        Txn.executeWrite(
                dataset,
                () -> UpdateExecutionFactory.create(update, org.apache.jena.query.DatasetFactory.wrap(dataset))
                        .execute());
        changes++;
        return position();
    }

    /** Makes a graph hold just these. */
    Position put(Node name, Collection<Triple> triples) {
        Txn.executeWrite(dataset, () -> {
            dataset.deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
            triples.forEach(
                    triple -> dataset.add(name, triple.getSubject(), triple.getPredicate(), triple.getObject()));
        });
        changes++;
        return position();
    }

    @Override
    public String baseAddress() {
        return base;
    }

    @Override
    public Position position() {
        return new Position("plain", changes, "");
    }

    @Override
    public <T> T read(Function<RdfView, T> work) {
        DatasetGraph current = dataset;
        return Txn.calculateRead(
                current, () -> work.apply(new RdfView(current, position(), () -> copied ? copy(current) : null)));
    }

    private static DatasetGraph copy(DatasetGraph dataset) {
        Graph graph = new GraphMemRoaring();
        dataset.getDefaultGraph().find().forEachRemaining(graph::add);
        return DatasetGraphFactory.wrap(graph);
    }
}
