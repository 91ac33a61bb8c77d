package dev.clew.ontology;

import dev.clew.model.RecordName;
import java.time.Instant;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * One change of the library as an RDF document, in the terms of <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>.
 *
 * @param n its number
 * @param at when it was committed
 * @param made who made it and why
 * @param published the records of which it made a new version
 * @param retracted the records that it took back
 */
public record ChangeDocument(long n, Instant at, Made made, List<RecordName> published, List<RecordName> retracted) {
    private static final String PROV = "http://www.w3.org/ns/prov#";

    /**
     * Who made a change and why.
     *
     * @param who the name of an account or command
     * @param why in words
     */
    public record Made(String who, String why) {}

    /** Copies the lists. */
    public ChangeDocument {
        published = List.copyOf(published);
        retracted = List.copyOf(retracted);
    }

    /** The document, in UTF-8, with addresses under the base. */
    public byte[] write(Base base, RdfSyntax syntax) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node change = NodeFactory.createURI(base.changeIri(n));
        graph.add(change, RDF.type.asNode(), prov("Activity"));
        graph.add(change, prov("endedAtTime"), NodeFactory.createLiteralDT(at.toString(), XSDDatatype.XSDdateTime));
        graph.add(change, DCTerms.creator.asNode(), NodeFactory.createLiteralString(made.who()));
        graph.add(change, RDFS.comment.asNode(), NodeFactory.createLiteralString(made.why()));
        published.forEach(name -> graph.add(change, prov("generated"), NodeFactory.createURI(base.iri(name))));
        retracted.forEach(name -> graph.add(change, prov("invalidated"), NodeFactory.createURI(base.iri(name))));
        return syntax.write(graph, base.changeIri(n));
    }

    private static Node prov(String name) {
        return NodeFactory.createURI(PROV + name);
    }
}
