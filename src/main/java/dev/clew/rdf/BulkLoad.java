package dev.clew.rdf;

import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.ontology.Base;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;

/** Fills a new, empty store with Jena's bulk loader, which writes one index after another instead of nine at once. */
final class BulkLoad {
    private final RdfStore store;
    private final RecordGraphs graphs;
    private long records;

    BulkLoad(RdfStore store, RecordGraphs graphs) {
        this.store = store;
        this.graphs = graphs;
    }

    /** Loads the records, and then, in a transaction of its own, the mark that makes the store count. */
    StoreMark load(Stream<RecordChange> published, Position target, Base base) {
        DataLoader loader = LoaderFactory.sequentialLoader(store.dataset(), (format, values) -> {});
        loader.startBulk();
        try {
            sendAll(published.iterator(), loader.streamRDF());
            loader.finishBulk();
        } catch (RuntimeException failure) {
            loader.finishException(failure);
            throw failure;
        }
        StoreMark mark = new StoreMark(target, records, compactBytes());
        store.write(() -> mark.write(store.dataset(), base));
        StoreFiles.recordSizes(store.directory());
        return mark;
    }

    private long compactBytes() {
        long measured = records == 0 ? 0 : StoreFiles.bytes(store.directory()) / records;
        return Math.max(measured, StoreMark.EMPTY.compactBytes());
    }

    private void sendAll(Iterator<RecordChange> published, StreamRDF sink) {
        sink.start();
        while (published.hasNext()) {
            RecordChange record = published.next();
            Node graph = graphs.graphName(record.name());
            graphs.triples(record).forEach(triple -> sink.quad(Quad.create(graph, triple)));
            records++;
        }
        sink.finish();
    }
}
