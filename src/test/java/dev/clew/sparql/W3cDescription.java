package dev.clew.sparql;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/** Looks at what the endpoint says of itself, as the tests of service descriptions ask. */
final class W3cDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private final PlainEndpoint endpoint;

    W3cDescription(PlainEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Why a test does not pass; empty when it does. */
    String run(W3cSuite.Entry test) {
        HttpResponse<byte[]> response = endpoint.send(
                endpoint.request("").header("Accept", "text/turtle").build());
        if (response.statusCode() != 200) {
            return "was answered " + response.statusCode();
        }
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(response.body()))
                .base(endpoint.address())
                .lang(Lang.TURTLE)
                .parse(graph);
        boolean right = switch (test.entry().getLocalName()) {
            case "returns-rdf" -> !graph.isEmpty();
            case "has-endpoint-triple" ->
                graph.contains(Node.ANY, term("endpoint"), NodeFactory.createURI(endpoint.address()));
            case "conforms-to-schema" -> describesOneService(graph);
            default -> false;
        };
        return right ? "" : "is described otherwise";
    }

    private static boolean describesOneService(Graph graph) {
        return graph.find(Node.ANY, RDF.type.asNode(), term("Service")).toList().size() == 1
                && graph.find(Node.ANY, term("endpoint"), Node.ANY).toList().size() == 1
                && graph.find(Node.ANY, term("supportedLanguage"), Node.ANY).toList().stream()
                        .allMatch(triple -> triple.getObject().isURI()
                                && triple.getObject().getURI().startsWith(SD))
                && graph.find(Node.ANY, term("defaultDataset"), Node.ANY)
                                .toList()
                                .size()
                        <= 1;
    }

    private static Node term(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
