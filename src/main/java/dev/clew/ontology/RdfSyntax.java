package dev.clew.ontology;

import java.io.ByteArrayOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;

/** The RDF syntaxes in which one document can be had. */
public enum RdfSyntax {
    /** Turtle, with prefixes. */
    TURTLE(RDFFormat.TURTLE_PRETTY),
    /** JSON-LD 1.1, with its context inside. */
    JSON_LD(RDFFormat.JSONLD11),
    /** TriG: the triples inside a graph named like what they describe. */
    TRIG(RDFFormat.TRIG_PRETTY),
    /** N-Triples in UTF-8. */
    N_TRIPLES(RDFFormat.NTRIPLES_UTF8);

    private static final String PROV = "http://www.w3.org/ns/prov#";

    private final RDFFormat format;

    RdfSyntax(RDFFormat format) {
        this.format = format;
    }

    /**
     * The document in UTF-8.
     *
     * @param graph what it says; given the usual prefixes
     * @param name the address of what it describes
     */
    byte[] write(Graph graph, String name) {
        prefixes(graph.getPrefixMapping());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format.getLang().equals(Lang.TRIG)) {
            DatasetGraph dataset = DatasetGraphFactory.create();
            dataset.addGraph(NodeFactory.createURI(name), graph);
            graph.getPrefixMapping().getNsPrefixMap().forEach(dataset.prefixes()::add);
            RDFWriter.source(dataset).format(format).output(out);
        } else {
            RDFWriter.source(graph).format(format).output(out);
        }
        return out.toByteArray();
    }

    private static void prefixes(PrefixMapping prefixes) {
        prefixes.setNsPrefix("clew", Terms.CLEW);
        prefixes.setNsPrefix("rel", Terms.RELATION);
        prefixes.setNsPrefix("dcterms", DCTerms.NS);
        prefixes.setNsPrefix("prov", PROV);
        prefixes.setNsPrefix("rdfs", RDFS.getURI());
        prefixes.setNsPrefix("skos", SKOS.getURI());
        prefixes.setNsPrefix("xsd", XSD.getURI());
    }
}
