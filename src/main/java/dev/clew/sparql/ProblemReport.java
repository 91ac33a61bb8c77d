package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import java.io.ByteArrayOutputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The problems of a refused write as a SHACL validation report (SHACL, section 3.6) in Turtle. */
final class ProblemReport {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";

    private ProblemReport() {}

    static byte[] turtle(ClewException refused) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("sh", SHACL).setNsPrefix("rdfs", RDFS.getURI());
        Node report = NodeFactory.createBlankNode();
        graph.add(report, RDF.type.asNode(), term("ValidationReport"));
        graph.add(report, term("conforms"), NodeFactory.createLiteralByValue(false));
        graph.add(report, RDFS.comment.asNode(), text(String.valueOf(refused.getMessage())));
        refused.problems().forEach(problem -> add(graph, report, problem));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).output(out);
        return out.toByteArray();
    }

    private static void add(Graph graph, Node report, Problem problem) {
        Node result = NodeFactory.createBlankNode();
        graph.add(report, term("result"), result);
        graph.add(result, RDF.type.asNode(), term("ValidationResult"));
        graph.add(result, term("resultSeverity"), term("Violation"));
        graph.add(result, term("resultMessage"), text(problem.message()));
        graph.add(result, RDFS.label.asNode(), text(problem.path()));
        String value = problem.value();
        if (value != null) {
            graph.add(result, term("value"), text(value));
        }
    }

    private static Node term(String name) {
        return NodeFactory.createURI(SHACL + name);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
