package dev.clew.sparql;

import static dev.clew.sparql.W3cSuite.mf;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.resultset.ResultsReader;

/** Sends the requests of protocol tests one after the other, and looks at what each is answered. */
final class W3cProtocol {
    /** Where the data of the protocol's tests stand. */
    static final String BASE = "http://kasei.us/2009/09/sparql/data/";

    private final W3cSuite suite;
    private final PlainEndpoint endpoint;

    W3cProtocol(W3cSuite suite, PlainEndpoint endpoint) {
        this.suite = suite;
        this.endpoint = endpoint;
    }

    /** Why a test does not pass; empty when it does. */
    String run(W3cSuite.Entry test) {
        endpoint.data.fill(dataset -> suite.load(dataset, test.entry(), W3cSuite::ut));
        List<RDFNode> requests = test.action()
                .getPropertyResourceValue(W3cRequest.ht("requests"))
                .as(RDFList.class)
                .asJavaList();
        for (RDFNode request : requests) {
            String wrong = run(new W3cRequest(request.asResource()));
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return "";
    }

    private String run(W3cRequest asked) {
        String path = asked.path();
        String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        byte[] body = asked.body();
        HttpRequest.Builder request = endpoint.request((isUpdate(asked, query) ? "/update" : "") + query);
        asked.headers().forEach(request::header);
        HttpRequest.BodyPublisher publisher =
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        HttpResponse<byte[]> response =
                endpoint.send(request.method(asked.method(), publisher).build());
        return wrong(asked.resource().getPropertyResourceValue(W3cRequest.ht("resp")), response);
    }

    private static boolean isUpdate(W3cRequest asked, String query) {
        String text = query + new String(asked.body(), StandardCharsets.UTF_8);
        boolean byType = asked.headers().values().stream().anyMatch(value -> value.contains("sparql-update"));
        return byType || text.contains("update=") || text.contains("using-");
    }

    private static String wrong(Resource expected, HttpResponse<byte[]> response) {
        List<String> statuses = expected.listProperties(mf("expectedStatus"))
                .mapWith(each -> each.getObject().asResource().getLocalName())
                .toList();
        String found = "StatusCode" + response.statusCode() / 100 + "xx";
        if (!statuses.contains(found)) {
            return "was answered " + response.statusCode() + " instead of " + statuses;
        }
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (expected.hasProperty(mf("expectedFormat"))
                && !isOf(expected.getProperty(mf("expectedFormat")).getString(), type)) {
            return "was answered as " + type;
        }
        if (expected.hasProperty(mf("expectedBoolean"))) {
            boolean wanted = expected.getProperty(mf("expectedBoolean")).getBoolean();
            boolean told = ResultsReader.create()
                    .lang(type.contains("xml") ? ResultSetLang.RS_XML : ResultSetLang.RS_JSON)
                    .build()
                    .readAny(new ByteArrayInputStream(response.body()))
                    .getBooleanResult();
            return wanted == told
                    ? ""
                    : "was told " + told + ": " + new String(response.body(), StandardCharsets.UTF_8);
        }
        return "";
    }

    private static boolean isOf(String format, String type) {
        return switch (format) {
            case "boolean", "tabular" -> type.contains("sparql-results");
            case "RDF" ->
                type.contains("turtle")
                        || type.contains("rdf+xml")
                        || type.contains("n-triples")
                        || type.contains("ld+json");
            default -> false;
        };
    }
}
