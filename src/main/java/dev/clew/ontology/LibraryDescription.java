package dev.clew.ontology;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * What the library holds and where it can be had, in the terms of <a href="https://www.w3.org/TR/void/">VoID</a>.
 *
 * @param modified when the last change that is counted was committed
 * @param change the number of that change
 * @param records how many records are published
 * @param classes how many things of each class there are, by the class's address
 * @param properties how many triples each property has, by its address
 */
public record LibraryDescription(
        Instant modified, long change, long records, Map<String, Long> classes, Map<String, Long> properties) {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final List<String> DUMPS = List.of("dump.trig.gz", "dump.nq.gz");
    private static final List<String> FEATURES = List.of("Turtle", "JSON-LD", "TriG", "N-Triples");
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final String EXAMPLE = "entity/compute";

    /** Where the description stands, relative to the base. */
    public static final String PLACE = ".well-known/void";

    /** Copies the maps. */
    public LibraryDescription {
        classes = Map.copyOf(classes);
        properties = Map.copyOf(properties);
    }

    /** How many triples there are, each once, in whatever graphs it stands. */
    public long triples() {
        return properties.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The description, in UTF-8. */
    public byte[] write(Base base, RdfSyntax syntax) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("void", VOID);
        String document = base.address() + PLACE;
        Node about = NodeFactory.createURI(document);
        Node library = NodeFactory.createURI(document + "#library");
        graph.add(about, RDF.type.asNode(), term("DatasetDescription"));
        graph.add(about, NodeFactory.createURI("http://xmlns.com/foaf/0.1/primaryTopic"), library);
        describe(graph, library, base);
        classes.forEach((iri, count) -> partition(graph, library, "class", iri, count));
        properties.forEach((iri, count) -> partition(graph, library, "property", iri, count));
        return syntax.write(graph, document);
    }

    private void describe(Graph graph, Node library, Base base) {
        graph.add(library, RDF.type.asNode(), term("Dataset"));
        graph.add(library, DCTerms.title.asNode(), text("Clew: claims made in podcasts and documents"));
        graph.add(
                library,
                DCTerms.description.asNode(),
                text("What people claim, who believes it, who says it and where, as linked data; as of change " + change
                        + ". Each record names its source, and each source its licence."));
        graph.add(
                library,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(modified.toString(), XSDDatatype.XSDdateTime));
        graph.add(library, term("uriSpace"), text(base.address()));
        graph.add(library, term("triples"), number(triples()));
        graph.add(library, term("entities"), number(records));
        graph.add(library, term("classes"), number(classes.size()));
        graph.add(library, term("properties"), number(properties.size()));
        graph.add(library, term("sparqlEndpoint"), address(base, "sparql"));
        graph.add(library, term("exampleResource"), address(base, EXAMPLE));
        graph.add(library, term("openSearchDescription"), address(base, "opensearch.xml"));
        DUMPS.forEach(dump -> graph.add(library, term("dataDump"), address(base, dump)));
        FEATURES.forEach(format -> graph.add(library, term("feature"), NodeFactory.createURI(FORMATS + format)));
        for (String vocabulary : List.of(Terms.CLEW, Terms.RELATION)) {
            graph.add(library, term("vocabulary"), NodeFactory.createURI(vocabulary));
        }
    }

    /** A part has an address of its own, made from what it is a part by. */
    private static void partition(Graph graph, Node library, String by, String iri, long count) {
        Node part = NodeFactory.createURI(library.getURI() + "-" + by + "-" + Statements.hash(iri));
        graph.add(library, term(by + "Partition"), part);
        graph.add(part, term(by), NodeFactory.createURI(iri));
        graph.add(part, term(by.equals("class") ? "entities" : "triples"), number(count));
    }

    private static Node address(Base base, String place) {
        return NodeFactory.createURI(base.address() + place);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(VOID + name);
    }
}
