package dev.clew.ontology;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SKOS;

/** Reads the terms that pages show and explain from the packaged ontology. */
public final class Terminology {
    private static final Node READER_LABEL = Terms.clew("readerLabel");

    private Terminology() {}

    /** The terms with a reader's label, ordered by id. */
    public static List<Term> load() {
        Graph graph = OntologyFiles.terms();
        return graph
                .find(Node.ANY, READER_LABEL, Node.ANY)
                .mapWith(Triple::getSubject)
                .mapWith(node -> term(new TermReader(graph, node)))
                .toList()
                .stream()
                .sorted(Comparator.comparing(Term::id))
                .toList();
    }

    private static Term term(TermReader reader) {
        return new Term(
                reader.node().getURI().substring(Terms.CLEW.length()),
                reader.text(Terms.LABEL),
                reader.text(READER_LABEL),
                reader.text(Terms.DEFINITION),
                reader.text(SKOS.example.asNode()));
    }
}
