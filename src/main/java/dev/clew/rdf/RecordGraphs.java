package dev.clew.rdf;

import dev.clew.ledger.Change;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import dev.clew.ontology.Base;
import dev.clew.ontology.CanonicalText;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Records as the named graphs of a store. */
final class RecordGraphs {
    private final Base base;
    private final CanonicalText text;

    RecordGraphs(Base base) {
        this.base = base;
        this.text = new CanonicalText(base);
    }

    /** The name of a record's graph: the record's address. */
    Node graphName(RecordName name) {
        return NodeFactory.createURI(base.iri(name));
    }

    /** The triples of a record as it is published; none when it is retracted. */
    List<Triple> triples(RecordChange change) {
        RecordChange.Content content = change.content();
        return content == null ? List.of() : text.read(content.canonicalText());
    }

    /** What the changes leave of every record that they touch, read and checked before anything is written. */
    Map<RecordChange, List<Triple>> outcome(List<Change> changes) {
        Map<RecordName, RecordChange> last = new LinkedHashMap<>();
        changes.forEach(change -> change.records().forEach(record -> last.put(record.name(), record)));
        Map<RecordChange, List<Triple>> graphs = LinkedHashMap.newLinkedHashMap(last.size());
        last.values().forEach(record -> graphs.put(record, triples(record)));
        return graphs;
    }

    /**
     * What a replacement found and did.
     *
     * @param existed whether there was anything before
     * @param removed whether anything had to go
     */
    record Replaced(boolean existed, boolean removed) {}

    /**
     * Makes a named graph hold exactly these triples, touching only what differs, because every block touched is copied.
     *
     * @return by how much the number of graphs grew: 1, 0 or -1
     */
    static int replace(DatasetGraph store, Node graph, List<Triple> wanted) {
        return (wanted.isEmpty() ? 0 : 1)
                - (replace(store, graph, Node.ANY, wanted).existed() ? 1 : 0);
    }

    /** The same for what a named graph holds about one subject. */
    static Replaced replace(DatasetGraph store, Node graph, Node subject, Collection<Triple> wanted) {
        Set<Triple> missing = new HashSet<>(wanted);
        Set<Triple> surplus = new HashSet<>();
        store.find(graph, subject, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Triple triple = quad.asTriple();
            if (!missing.remove(triple)) {
                surplus.add(triple);
            }
        });
        boolean existed = missing.size() < wanted.size() || !surplus.isEmpty();
        surplus.forEach(triple -> store.delete(Quad.create(graph, triple)));
        missing.forEach(triple -> store.add(Quad.create(graph, triple)));
        return new Replaced(existed, !surplus.isEmpty());
    }
}
