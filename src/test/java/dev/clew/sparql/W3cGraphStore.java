package dev.clew.sparql;

import static dev.clew.sparql.W3cSuite.mf;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.web.ContentType;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;

/** Sends the requests of graph store tests one after the other, and looks at what each is answered. */
final class W3cGraphStore {
    private static final String PREFIX = "/gsp";
    private static final Map<String, Integer> STATUSES =
            Map.of("OK", 200, "Created", 201, "NoContent", 204, "NotFound", 404);

    private final PlainEndpoint endpoint;

    W3cGraphStore(PlainEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** Why a test does not pass; empty when it does. */
    String run(W3cSuite.Entry test) {
        endpoint.data.fill(dataset -> {});
        List<RDFNode> requests = test.action()
                .getPropertyResourceValue(W3cRequest.ht("requests"))
                .as(RDFList.class)
                .asJavaList();
        for (RDFNode each : requests) {
            W3cRequest request = new W3cRequest(each.asResource());
            String wrong = wrong(request, endpoint.send(sent(request)));
            if (!wrong.isEmpty()) {
                return request.method() + " " + request.path() + " " + wrong;
            }
        }
        return "";
    }

    private HttpRequest sent(W3cRequest request) {
        HttpRequest.Builder builder = endpoint.request("/data" + request.path().substring(PREFIX.length()));
        request.headers().forEach(builder::header);
        return builder.method(
                        request.method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()))
                .build();
    }

    private static String wrong(W3cRequest request, HttpResponse<byte[]> response) {
        W3cRequest expected = new W3cRequest(request.resource().getPropertyResourceValue(W3cRequest.ht("resp")));
        List<Integer> statuses = expected.resource()
                .listProperties(mf("expectedStatus"))
                .mapWith(each -> STATUSES.get(each.getObject().asResource().getLocalName()))
                .toList();
        if (!statuses.contains(response.statusCode())) {
            return "was answered " + response.statusCode() + " instead of " + statuses;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        String wanted = expected.headers().getOrDefault("content-type", "");
        if (!wanted.isEmpty() && !bare(wanted).equals(bare(type))) {
            return "was answered as " + type + " instead of " + wanted;
        }
        boolean differs = expected.body().length > 0
                && !graph(expected.body(), wanted).isIsomorphicWith(graph(response.body(), type));
        return differs ? "was answered with another graph" : "";
    }

    private static String bare(String type) {
        return ContentType.create(type).getContentTypeStr();
    }

    private static Graph graph(byte[] body, String type) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(body))
                .lang(RDFLanguages.contentTypeToLang(bare(type)))
                .base("http://www.example/")
                .parse(graph);
        return graph;
    }

    /** Which optional feature of the protocol a test needs that is not offered; empty when it needs none. */
    static String needs(W3cSuite.Entry test) {
        return test.entry()
                .listProperties(mf("requires"))
                .mapWith(each -> each.getObject().asResource().getLocalName())
                .filterDrop("IndirectGraphIdentification"::equals)
                .nextOptional()
                .orElse("");
    }
}
