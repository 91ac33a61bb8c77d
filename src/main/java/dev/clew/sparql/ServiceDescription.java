package dev.clew.sparql;

import java.util.List;
import org.apache.jena.atlas.web.MediaType;
import org.apache.jena.fuseki.servlets.ActionLib;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.vocabulary.RDF;

/** What the endpoint says of itself (<a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>). */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final List<String> RESULT_FORMATS = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "N-Triples",
            "JSON-LD",
            "RDF_XML");

    private ServiceDescription() {}

    /** Sends it in the RDF format that the client asks for, Turtle by default. */
    static void send(HttpAction action) {
        MediaType chosen = ActionLib.contentNegotationRDF(action);
        Lang language = RDFLanguages.contentTypeToLang(chosen.getContentTypeStr());
        ActionLib.graphResponse(action, graph(address(action)), language == null ? Lang.TURTLE : language);
        ServletOps.success(action);
    }

    /** The endpoint's address as it was asked for, without a slash at its end. */
    static String address(HttpAction action) {
        String address = action.getRequestRequestURL().toString();
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    /** The description of the endpoint at this address. */
    static Graph graph(String address) {
        Node endpoint = NodeFactory.createURI(address);
        Node service = part(endpoint, "service");
        Node dataset = part(endpoint, "dataset");
        Node defaultGraph = part(endpoint, "default-graph");
        Graph graph = GraphMemFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefix("sd", SD).setNsPrefix("format", FORMATS);
        graph.add(service, RDF.type.asNode(), term("Service"));
        graph.add(service, term("endpoint"), endpoint);
        graph.add(service, term("supportedLanguage"), term("SPARQL11Query"));
        graph.add(service, term("supportedLanguage"), term("SPARQL11Update"));
        graph.add(service, term("feature"), term("UnionDefaultGraph"));
        graph.add(service, term("propertyFeature"), NodeFactory.createURI(PathFunction.NAME));
        graph.add(service, term("propertyFeature"), NodeFactory.createURI(MatchFunction.NAME));
        graph.add(service, term("defaultDataset"), dataset);
        graph.add(dataset, RDF.type.asNode(), term("Dataset"));
        graph.add(dataset, term("defaultGraph"), defaultGraph);
        graph.add(defaultGraph, RDF.type.asNode(), term("Graph"));
        RESULT_FORMATS.forEach(
                format -> graph.add(service, term("resultFormat"), NodeFactory.createURI(FORMATS + format)));
        return graph;
    }

    private static Node part(Node endpoint, String name) {
        return NodeFactory.createURI(endpoint.getURI() + "#" + name);
    }

    private static Node term(String name) {
        return NodeFactory.createURI(SD + name);
    }
}
