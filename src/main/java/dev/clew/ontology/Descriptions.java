package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** A record's triples by subject and predicate. */
final class Descriptions {
    private final Base base;
    private final Node record;
    private final Map<Node, Map<Node, List<Node>>> bySubject = new HashMap<>();

    Descriptions(Base base, RecordName name, Collection<Triple> triples) {
        this.base = base;
        this.record = NodeFactory.createURI(base.iri(name));
        for (Triple triple : triples) {
            bySubject
                    .computeIfAbsent(triple.getSubject(), subject -> new HashMap<>())
                    .computeIfAbsent(triple.getPredicate(), predicate -> new ArrayList<>(2))
                    .add(triple.getObject());
        }
    }

    Base base() {
        return base;
    }

    Description record() {
        return describe(record, "");
    }

    Description part(Node node, String path) {
        if (!node.isURI() || !node.getURI().startsWith(record.getURI() + "#")) {
            throw ClewException.invalid(
                    path, "must be a part of this record, addressed " + record.getURI() + "#…", node.toString());
        }
        return describe(node, path);
    }

    private Description describe(Node node, String path) {
        return new Description(this, node, path, bySubject.getOrDefault(node, Map.of()));
    }
}
