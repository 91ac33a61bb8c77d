package dev.clew.rdf;

import dev.clew.model.Insight;
import dev.clew.model.Origins;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Voice;
import dev.clew.ontology.DerivedRdf;
import dev.clew.ontology.RecordRdf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Whose voice an insight is, by the records that the store holds. Needs a transaction.
 *
 * @param store the dataset
 * @param derived how records are addressed
 */
record Voices(DatasetGraph store, DerivedRdf derived) {
    static final String SPEAKS_FOR = "speaks-for";

    /** The voice of an insight taken by itself. */
    Voice own(Insight insight) {
        return Origins.own(insight.belief(), insight.passage().source(), this::bodies);
    }

    /** The voice of a published insight, with what it repeats. */
    Voice voice(String insight) {
        return Origins.voice(insight, this::cited, id -> own(read(id)));
    }

    private Insight read(String id) {
        RecordName name = RecordName.insight(id);
        Node graph = derived.record(name);
        List<Triple> triples = new ArrayList<>();
        store.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> triples.add(quad.asTriple()));
        return (Insight) new RecordRdf(derived.base()).record(name, triples);
    }

    /** For whom an entity speaks, by its own record. */
    private Set<String> bodies(String entity) {
        Node node = derived.record(RecordName.entity(entity));
        return ids(store.find(node, node, DerivedRdf.speaksFor(), Node.ANY), false);
    }

    private Set<String> cited(String insight) {
        Node node = derived.record(RecordName.insight(insight));
        return ids(store.find(node, node, DerivedRdf.cites(), Node.ANY), false);
    }

    /** The insights that these entities hold or say, or that somebody does who speaks for them. */
    Set<String> heldOrSaidBy(Collection<String> entities) {
        Set<String> found = new TreeSet<>();
        for (String entity : reaching(entities, RecordType.ENTITY, DerivedRdf.speaksFor())) {
            Node node = derived.record(RecordName.entity(entity));
            for (Node property : DerivedRdf.believers()) {
                found.addAll(ids(store.find(Node.ANY, Node.ANY, property, node), true));
            }
        }
        return found;
    }

    /** The insights that repeat any of these, at first or at second hand; not these themselves. */
    Set<String> repeating(Collection<String> insights) {
        Set<String> found = new TreeSet<>(reaching(insights, RecordType.INSIGHT, DerivedRdf.cites()));
        found.removeAll(insights);
        return found;
    }

    /** These and all from which the property leads to them, each stated in its own record. */
    private Set<String> reaching(Collection<String> ends, RecordType type, Node property) {
        Set<String> all = new HashSet<>(ends);
        Deque<String> open = new ArrayDeque<>(all);
        while (!open.isEmpty()) {
            Node end = derived.record(new RecordName(type, open.pop()));
            for (String each : ids(store.find(Node.ANY, Node.ANY, property, end), true)) {
                if (all.add(each)) {
                    open.push(each);
                }
            }
        }
        return all;
    }

    /** The ids of subjects or objects, of what a record states of itself. */
    private Set<String> ids(Iterator<Quad> quads, boolean subjects) {
        Set<String> ids = new TreeSet<>();
        quads.forEachRemaining(quad -> {
            if (quad.getGraph().equals(quad.getSubject())) {
                Node node = subjects ? quad.getSubject() : quad.getObject();
                derived.base().name(node.getURI()).ifPresent(name -> ids.add(name.id()));
            }
        });
        return ids;
    }
}
