package dev.clew.rdf;

import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.DerivedRdf;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Fills an empty store in one write transaction, its mark included, so that it counts as a whole or not at all.
 *
 * <p>Every block is new to the transaction and none is copied: one transaction is as fast and as compact as Jena's bulk
 * loaders are on two cores, and unlike theirs a fault on the disk reaches the caller.
 */
final class BulkLoad {
    private static final int RECORDS_AHEAD = 200;

    private final RdfStore store;
    private final RecordGraphs graphs;
    private final Relations relations;
    private long records;

    BulkLoad(RdfStore store, RecordGraphs graphs, Relations relations) {
        this.store = store;
        this.graphs = graphs;
        this.relations = relations;
    }

    /** Loads the records and the mark that makes the store count. */
    StoreMark load(Stream<RecordChange> published, Position target, Base base) {
        StoreMark[] mark = new StoreMark[1];
        store.write(dataset -> {
            addAll(published.iterator(), dataset, new DerivedRdf(base));
            mark[0] = new StoreMark(target, records, compactBytes());
            mark[0].write(dataset, base);
            return target;
        });
        StoreFiles.recordSizes(store.directory());
        return mark[0];
    }

    private long compactBytes() {
        long measured = records == 0 ? 0 : StoreFiles.bytes(store.directory()) / records;
        return Math.max(measured, StoreMark.EMPTY.compactBytes());
    }

    /** While some records are stored, the next ones are read and parsed. */
    private void addAll(Iterator<RecordChange> published, DatasetGraph dataset, DerivedRdf derived) {
        Derivation derivation = new Derivation(dataset, derived, relations, true);
        CompletableFuture<List<Parsed>> ahead = readAhead(published);
        try {
            for (List<Parsed> some = ahead.join(); !some.isEmpty(); some = ahead.join()) {
                ahead = readAhead(published);
                some.forEach(each -> add(each, dataset, derivation));
            }
        } finally {
            // The records belong to the caller again when this returns or throws.
            ahead.handle((some, failure) -> some).join();
        }
        derivation.finish();
    }

    private CompletableFuture<List<Parsed>> readAhead(Iterator<RecordChange> published) {
        return CompletableFuture.supplyAsync(() -> {
            List<Parsed> some = new ArrayList<>();
            while (some.size() < RECORDS_AHEAD && published.hasNext()) {
                some.add(parse(published.next()));
            }
            return some;
        });
    }

    private Parsed parse(RecordChange record) {
        Node graph = graphs.graphName(record.name());
        List<Quad> quads = graphs.triples(record).stream()
                .map(triple -> Quad.create(graph, triple))
                .toList();
        return new Parsed(record, quads);
    }

    private void add(Parsed parsed, DatasetGraph dataset, Derivation derivation) {
        parsed.quads().forEach(dataset::add);
        derivation.take(parsed.record());
        records++;
    }

    /** A record and what the store is to hold of it. */
    private record Parsed(RecordChange record, List<Quad> quads) {}
}
