package dev.clew.rdf;

import dev.clew.ledger.Position;
import dev.clew.ontology.Base;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a store says about itself, written in the same transaction as the records it speaks of.
 *
 * <p>It is one triple of the store's own default graph. Queries never see that graph, because their default graph is the
 * union of the named ones; so the mark needs no reserved graph name and no filter, and is as durable as the data.
 *
 * @param position the change the store shows
 * @param records how many named graphs it holds
 * @param compactBytes what a record took when the store was last built from nothing
 */
record StoreMark(Position position, long records, long compactBytes) {
    /** The mark of a store that has seen nothing. */
    static final StoreMark EMPTY = new StoreMark(Position.NONE, 0, 8192);

    private static final String FORMAT = "rdf-2";
    private static final Node SUBJECT = NodeFactory.createURI("urn:clew:store");
    private static final Node PREDICATE = NodeFactory.createURI("urn:clew:mark");

    /** The mark of the store, empty when there is none, or one of another format or base. Needs a transaction. */
    static Optional<StoreMark> read(DatasetGraph store, Base base) {
        Iterator<Quad> found = store.find(Quad.defaultGraphIRI, SUBJECT, PREDICATE, Node.ANY);
        return found.hasNext() ? parse(found.next().getObject(), base) : Optional.empty();
    }

    private static Optional<StoreMark> parse(Node literal, Base base) {
        String[] lines = literal.getLiteralLexicalForm().split("\n", -1);
        if (lines.length != 5 || !lines[0].equals(FORMAT) || !lines[1].equals(base.address())) {
            return Optional.empty();
        }
        return Optional.of(new StoreMark(Position.parse(lines[2]), Long.parseLong(lines[3]), Long.parseLong(lines[4])));
    }

    /** Replaces the mark of the store. Needs a write transaction. */
    void write(DatasetGraph store, Base base) {
        write(store, FORMAT, base);
    }

    void write(DatasetGraph store, String format, Base base) {
        store.deleteAny(Quad.defaultGraphIRI, SUBJECT, PREDICATE, Node.ANY);
        String text = String.join(
                "\n", format, base.address(), position.text(), Long.toString(records), Long.toString(compactBytes));
        store.add(Quad.defaultGraphIRI, SUBJECT, PREDICATE, NodeFactory.createLiteralString(text));
    }

    /** The same store at a later position with so many records more. */
    StoreMark advanced(Position to, long recordsMore) {
        return new StoreMark(to, records + recordsMore, compactBytes);
    }
}
