package dev.clew.sparql;

import static dev.clew.sparql.W3cSuite.mf;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.resultset.ResultsReader;

/** Sends the requests of protocol tests one after the other, and looks at what each is answered. */
final class W3cProtocol {
    /** Where the data of the protocol's tests stand. */
    static final String BASE = "http://kasei.us/2009/09/sparql/data/";

    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";

    private final W3cSuite suite;
    private final PlainEndpoint endpoint;

    W3cProtocol(W3cSuite suite, PlainEndpoint endpoint) {
        this.suite = suite;
        this.endpoint = endpoint;
    }

    private static Property ht(String name) {
        return ResourceFactory.createProperty(HT, name);
    }

    private static Property cnt(String name) {
        return ResourceFactory.createProperty(CNT, name);
    }

    /** Why a test does not pass; empty when it does. */
    String run(W3cSuite.Entry test) {
        endpoint.data.fill(dataset -> suite.load(dataset, test.entry(), W3cSuite::ut));
        List<RDFNode> requests = test.action()
                .getPropertyResourceValue(ht("requests"))
                .as(RDFList.class)
                .asJavaList();
        for (RDFNode request : requests) {
            String wrong = run(request.asResource());
            if (!wrong.isEmpty()) {
                return wrong;
            }
        }
        return "";
    }

    private String run(Resource asked) {
        String path = asked.getProperty(ht("absolutePath")).getString();
        String query = path.contains("?") ? path.substring(path.indexOf('?')) : "";
        Resource body = asked.getPropertyResourceValue(ht("body"));
        String text = body == null ? "" : body.getProperty(cnt("chars")).getString();
        HttpRequest.Builder request = endpoint.request((isUpdate(asked, query + text) ? "/update" : "") + query);
        headers(asked)
                .forEach(header -> request.header(
                        header.getProperty(ht("fieldName")).getString(),
                        header.getProperty(ht("fieldValue")).getString()));
        String method = asked.getProperty(ht("methodName")).getString();
        HttpRequest.BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(text.getBytes(charset(body)));
        HttpResponse<byte[]> response =
                endpoint.send(request.method(method, publisher).build());
        return wrong(asked.getPropertyResourceValue(ht("resp")), response);
    }

    private static Charset charset(Resource body) {
        return Charset.forName(body.getProperty(cnt("characterEncoding")).getString());
    }

    private static boolean isUpdate(Resource asked, String text) {
        boolean byType = headers(asked).stream()
                .anyMatch(header ->
                        header.getProperty(ht("fieldValue")).getString().contains("sparql-update"));
        return byType || text.contains("update=") || text.contains("using-");
    }

    private static List<Resource> headers(Resource asked) {
        Resource headers = asked.getPropertyResourceValue(ht("headers"));
        return headers == null
                ? List.of()
                : headers.as(RDFList.class).asJavaList().stream()
                        .map(RDFNode::asResource)
                        .toList();
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
