package dev.clew.rdf;

import dev.clew.model.RecordName;
import dev.clew.model.Testimony;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What every record says of every ordered pair of entities, kept in the store's own default graph, which queries never
 * see: so that an edge can be counted anew from those few lines, in the transaction that changes them. Needs a write
 * transaction.
 *
 * @param store the dataset
 * @param text how a testimony is written
 */
record Testimonies(DatasetGraph store, TestimonyText text) {
    /**
     * An ordered pair of entities, along the influence.
     *
     * @param from where the influence comes from
     * @param to where it goes
     */
    record Pair(String from, String to) {
        static Pair of(Testimony testimony) {
            return new Pair(testimony.from(), testimony.to());
        }

        Node node() {
            return NodeFactory.createURI("urn:clew:pair:" + from + ":" + to);
        }
    }

    private static Node by(RecordName record) {
        return NodeFactory.createURI("urn:clew:by:" + record.path());
    }

    /** What a record says. */
    List<Testimony> by(String insight) {
        return read(Node.ANY, by(RecordName.insight(insight)));
    }

    /** What all records say of a pair. */
    List<Testimony> of(Pair pair) {
        return read(pair.node(), Node.ANY);
    }

    private List<Testimony> read(Node pair, Node record) {
        List<Testimony> found = new ArrayList<>();
        store.find(Quad.defaultGraphIRI, pair, record, Node.ANY)
                .forEachRemaining(quad -> found.add(text.read(quad.getObject().getLiteralLexicalForm())));
        return found;
    }

    /**
     * Makes a record say exactly this.
     *
     * @return what it did not say before, and what it does not say any more
     */
    Set<Testimony> replace(RecordName record, Collection<Testimony> wanted) {
        Set<Testimony> missing = new HashSet<>(wanted);
        Set<Testimony> surplus = new HashSet<>();
        for (Testimony each : read(Node.ANY, by(record))) {
            if (!missing.remove(each)) {
                surplus.add(each);
            }
        }
        surplus.forEach(each -> store.delete(quad(record, each)));
        missing.forEach(each -> store.add(quad(record, each)));
        Set<Testimony> changed = new HashSet<>(missing);
        changed.addAll(surplus);
        return changed;
    }

    /** Makes a record that said nothing say this; gives what it says. */
    Set<Testimony> begin(RecordName record, Collection<Testimony> said) {
        Set<Testimony> each = new HashSet<>(said);
        each.forEach(one -> store.add(quad(record, one)));
        return each;
    }

    private static Quad quad(RecordName record, Testimony testimony) {
        Node line = NodeFactory.createLiteralString(TestimonyText.write(testimony));
        return Quad.create(Quad.defaultGraphIRI, Pair.of(testimony).node(), by(record), line);
    }
}
