package dev.clew.ontology;

import dev.clew.ontology.VocabularyTerm.Sort;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The vocabulary of this release, read once: every class, property, constant, relation and word. Immutable. */
public final class Vocabulary {
    /** What a class is a kind of. */
    public static final String SUPERCLASS = RDFS.subClassOf.getURI();
    /** Which property says the same in general. */
    public static final String SUPERPROPERTY = RDFS.subPropertyOf.getURI();
    /** What has a property. */
    public static final String DOMAIN = RDFS.domain.getURI();
    /** What a property leads to. */
    public static final String RANGE = RDFS.range.getURI();
    /** What comes near a term elsewhere. */
    public static final String NEAR = SKOS.closeMatch.getURI();
    /** The word that pages show. */
    public static final String READER_LABEL = Terms.CLEW + "readerLabel";
    /** How a relation reads from its object. */
    public static final String INVERSE_LABEL = Terms.CLEW + "inverseLabel";
    /** What else a relation is called. */
    public static final String ALIAS = SKOS.altLabel.getURI();
    /** The sign that a relation's links have. */
    public static final String DEFAULT_SIGN = Terms.CLEW + "defaultSign";

    private static final List<String> DETAILS =
            List.of(READER_LABEL, SUPERCLASS, SUPERPROPERTY, DOMAIN, RANGE, INVERSE_LABEL, DEFAULT_SIGN, ALIAS, NEAR);

    private final Graph graph = GraphMemFactory.createDefaultGraph();
    private final List<VocabularyTerm> terms;

    private Vocabulary() {
        GraphUtil.addInto(graph, OntologyFiles.terms());
        GraphUtil.addInto(graph, OntologyFiles.relations());
        terms = graph
                .find(Node.ANY, Terms.DEFINITION, Node.ANY)
                .mapWith(Triple::getSubject)
                .filterKeep(node -> isOurs(node.getURI()))
                .mapWith(this::term)
                .toList()
                .stream()
                .sorted(Comparator.comparing(VocabularyTerm::sort).thenComparing(VocabularyTerm::iri))
                .toList();
    }

    /** Reads the packaged files. */
    public static Vocabulary load() {
        return new Vocabulary();
    }

    private static boolean isOurs(String iri) {
        return iri.startsWith(Terms.CLEW) || iri.startsWith(Terms.RELATION);
    }

    private VocabularyTerm term(Node node) {
        TermReader reader = new TermReader(graph, node);
        Map<String, List<String>> details = new LinkedHashMap<>();
        for (String property : DETAILS) {
            List<String> values = values(node, NodeFactory.createURI(property));
            if (!values.isEmpty()) {
                details.put(property, values);
            }
        }
        return new VocabularyTerm(
                node.getURI(),
                sort(node),
                reader.text(Terms.LABEL),
                reader.text(Terms.DEFINITION),
                reader.text(SKOS.example.asNode()),
                Collections.unmodifiableMap(details));
    }

    private List<String> values(Node node, Node property) {
        return graph
                .find(node, property, Node.ANY)
                .mapWith(triple -> triple.getObject().isURI()
                        ? triple.getObject().getURI()
                        : triple.getObject().getLiteralLexicalForm())
                .toList()
                .stream()
                .sorted()
                .toList();
    }

    private Sort sort(Node node) {
        if (Terms.isRelation(node)) {
            return Sort.RELATION;
        }
        if (is(node, OWL.Class.asNode())) {
            return Sort.CLASS;
        }
        if (is(node, OWL.ObjectProperty.asNode())) {
            return Sort.OBJECT_PROPERTY;
        }
        if (is(node, OWL.DatatypeProperty.asNode()) || is(node, OWL.AnnotationProperty.asNode())) {
            return Sort.DATA_PROPERTY;
        }
        return is(node, SKOS.Concept.asNode()) ? Sort.WORD : Sort.CONSTANT;
    }

    private boolean is(Node node, Node type) {
        return graph.contains(node, Terms.TYPE, type);
    }

    /** Every term, by sort and then by address. */
    public List<VocabularyTerm> terms() {
        return terms;
    }

    /** The relation with this id; empty when there is none. */
    public Optional<VocabularyTerm> relation(String id) {
        return terms.stream()
                .filter(term -> term.iri().equals(Terms.RELATION + id))
                .findFirst();
    }

    /** All that is said of the terms, shapes left out, in UTF-8. */
    public byte[] write(RdfSyntax syntax) {
        Graph copy = GraphMemFactory.createDefaultGraph();
        GraphUtil.addInto(copy, graph);
        return syntax.write(copy, Terms.CLEW);
    }

    /** All that is said of one term, in UTF-8. */
    public byte[] write(VocabularyTerm term, RdfSyntax syntax) {
        Graph part = GraphMemFactory.createDefaultGraph();
        graph.find(NodeFactory.createURI(term.iri()), Node.ANY, Node.ANY).forEachRemaining(part::add);
        return syntax.write(part, term.iri());
    }
}
