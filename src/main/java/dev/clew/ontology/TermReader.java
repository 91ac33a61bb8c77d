package dev.clew.ontology;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Reads what the packaged ontology says of one term; the files belong to the release, so a gap in them is a fault.
 *
 * @param graph one file
 * @param node the term
 */
record TermReader(Graph graph, Node node) {
    /** The one text that the property gives. */
    String text(Node property) {
        List<String> found = texts(property);
        if (found.size() != 1) {
            throw new IllegalStateException(node + " needs exactly one " + property + " and has " + found.size());
        }
        return found.get(0);
    }

    /** All texts that the property gives, in alphabetical order. */
    List<String> texts(Node property) {
        return graph
                .find(node, property, Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    boolean has(Node property) {
        return graph.contains(node, property, Node.ANY);
    }

    boolean has(Node property, Node value) {
        return graph.contains(node, property, value);
    }
}
