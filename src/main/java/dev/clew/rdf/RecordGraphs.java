package dev.clew.rdf;

import dev.clew.ledger.Change;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import dev.clew.ontology.Base;
import dev.clew.ontology.CanonicalText;
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
    Map<Node, List<Triple>> outcome(List<Change> changes) {
        Map<RecordName, RecordChange> last = new LinkedHashMap<>();
        changes.forEach(change -> change.records().forEach(record -> last.put(record.name(), record)));
        Map<Node, List<Triple>> graphs = LinkedHashMap.newLinkedHashMap(last.size());
        last.forEach((name, record) -> graphs.put(graphName(name), triples(record)));
        return graphs;
    }

    /**
     * Makes a named graph hold exactly these triples, touching only what differs, because every block touched is copied.
     *
     * @return by how much the number of graphs grew: 1, 0 or -1
     */
    static int replace(DatasetGraph store, Node graph, List<Triple> wanted) {
        Set<Triple> missing = new HashSet<>(wanted);
        Set<Triple> surplus = new HashSet<>();
        store.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> {
            Triple triple = quad.asTriple();
            if (!missing.remove(triple)) {
                surplus.add(triple);
            }
        });
        boolean existed = missing.size() < wanted.size() || !surplus.isEmpty();
        surplus.forEach(triple -> store.delete(Quad.create(graph, triple)));
        missing.forEach(triple -> store.add(Quad.create(graph, triple)));
        return (wanted.isEmpty() ? 0 : 1) - (existed ? 1 : 0);
    }
}
