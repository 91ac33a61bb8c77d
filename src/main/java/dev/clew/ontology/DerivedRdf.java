package dev.clew.ontology;

import dev.clew.model.Contest;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.RecordName;
import dev.clew.model.Support;
import dev.clew.model.Voice;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * What follows from the records, as the triples of the derived graph: whose voice each insight is, and for each edge its
 * sign, the voices for and against it, and whether it is contested. Immutable; safe for any number of threads.
 *
 * <p>An edge is named by a hash of its subject, relation and object and described as an RDF statement about its plain
 * triple ({@code rdf:subject}, {@code rdf:predicate}, {@code rdf:object}), so that queries over records meet neither its
 * plain triple nor properties of links a second time.
 *
 * @param base the base of all addresses
 */
public record DerivedRdf(Base base) {
    private static final String NAME = "derived";
    private static final Node EDGE = Terms.clew("Edge");
    private static final Node VOICE = Terms.clew("voice");
    private static final Node EDGE_SIGN = Terms.clew("edgeSign");
    private static final Node VOICES_FOR = Terms.clew("voicesFor");
    private static final Node VOICES_AGAINST = Terms.clew("voicesAgainst");
    private static final Node CONTESTED = Terms.clew("contested");
    private static final Node CONTESTED_BY = Terms.clew("contestedBy");

    /** The name of the derived graph. */
    public Node graph() {
        return NodeFactory.createURI(base.address() + NAME);
    }

    /** The address of a record. */
    public Node record(RecordName name) {
        return NodeFactory.createURI(base.iri(name));
    }

    /** Whose voice an insight is. */
    public Triple voice(String insight, Voice voice) {
        return Triple.create(record(RecordName.insight(insight)), VOICE, record(voice.origin()));
    }

    /** The address of an edge. */
    public Node edge(EdgeName name) {
        String parts = name.subject() + "\n" + name.relation() + "\n" + name.object();
        return NodeFactory.createURI(base.address() + NAME + "#edge-" + Statements.hash(parts));
    }

    /** Everything about an edge; one that is only denied has no sign. */
    public Set<Triple> edge(Edge edge) {
        Set<Triple> triples = new LinkedHashSet<>();
        Node node = edge(edge.name());
        EdgeName name = edge.name();
        Support support = edge.support();
        triples.add(Triple.create(node, Terms.TYPE, EDGE));
        triples.add(Triple.create(node, RDF.subject.asNode(), record(RecordName.entity(name.subject()))));
        triples.add(Triple.create(node, RDF.predicate.asNode(), Terms.relation(name.relation())));
        triples.add(Triple.create(node, RDF.object.asNode(), record(RecordName.entity(name.object()))));
        triples.add(Triple.create(node, VOICES_FOR, count(support.voicesFor())));
        triples.add(Triple.create(node, VOICES_AGAINST, count(support.voicesAgainst())));
        triples.add(Triple.create(node, CONTESTED, truth(support.isContested())));
        if (edge.isDrawn()) {
            triples.add(Triple.create(
                    node, EDGE_SIGN, NodeFactory.createLiteralString(edge.sign().symbol())));
        }
        Contest contest = support.contestedBy();
        if (contest != null) {
            triples.add(Triple.create(node, CONTESTED_BY, NodeFactory.createLiteralString(contest.code())));
        }
        return triples;
    }

    private static Node count(int voices) {
        return NodeFactory.createLiteralDT(Integer.toString(voices), XSDDatatype.XSDinteger);
    }

    private static Node truth(boolean value) {
        return NodeFactory.createLiteralDT(Boolean.toString(value), XSDDatatype.XSDboolean);
    }

    /** The property by which an insight names those that it repeats. */
    public static Node cites() {
        return Terms.CITES;
    }

    /** The properties by which an insight names who believes and who says it. */
    public static Set<Node> believers() {
        return Set.of(Terms.HOLDER, Terms.SPEAKER);
    }

    /** The property by which an entity's record states for whom it speaks. */
    public static Node speaksFor() {
        return Terms.relation("speaks-for");
    }
}
