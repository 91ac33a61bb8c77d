package dev.clew.sparql;

import static dev.clew.sparql.W3cSuite.mf;
import static dev.clew.sparql.W3cSuite.qt;
import static dev.clew.sparql.W3cSuite.ut;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.resultset.ResultsReader;
import org.apache.jena.sparql.resultset.SPARQLResult;
import org.apache.jena.sparql.util.IsoMatcher;

/** Runs evaluation and syntax tests through the endpoint: what it answers is read back and compared with what is expected. */
final class W3cEvaluation {
    private static final Node RS_BOOLEAN =
            NodeFactory.createURI("http://www.w3.org/2001/sw/DataAccess/tests/result-set#boolean");

    private final W3cSuite suite;
    private final PlainEndpoint endpoint;

    W3cEvaluation(W3cSuite suite, PlainEndpoint endpoint) {
        this.suite = suite;
        this.endpoint = endpoint;
    }

    /** Why a test does not pass; empty when it does. */
    String run(W3cSuite.Entry test) {
        return switch (test.type()) {
            case "QueryEvaluationTest", "CSVResultFormatTest" -> query(test);
            case "UpdateEvaluationTest" -> update(test);
            case "PositiveSyntaxTest", "PositiveSyntaxTest11" -> syntax(test, "/", "application/sparql-query", true);
            case "NegativeSyntaxTest", "NegativeSyntaxTest11" -> syntax(test, "/", "application/sparql-query", false);
            case "PositiveUpdateSyntaxTest", "PositiveUpdateSyntaxTest11" ->
                syntax(test, "/update", "application/sparql-update", true);
            case "NegativeUpdateSyntaxTest", "NegativeUpdateSyntaxTest11" ->
                syntax(test, "/update", "application/sparql-update", false);
            default -> "unknown type " + test.type();
        };
    }

    private HttpResponse<byte[]> send(String path, String contentType, String accept, byte[] body) {
        return endpoint.send(endpoint.request(path)
                .header("Content-Type", contentType)
                .header("Accept", accept)
                .POST(BodyPublishers.ofByteArray(body))
                .build());
    }

    private static String told(HttpResponse<byte[]> response) {
        return response.statusCode() + " "
                + new String(response.body(), StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }

    private String syntax(W3cSuite.Entry test, String path, String contentType, boolean good) {
        endpoint.data.fill(dataset -> {});
        HttpResponse<byte[]> response =
                send(path, contentType, "*/*", suite.bytes(test.action().getURI()));
        boolean accepted = response.statusCode() < 300;
        return accepted == good && (accepted || response.statusCode() == 400) ? "" : "was answered " + told(response);
    }

    private String query(W3cSuite.Entry test) {
        Resource action = test.action();
        Resource file = action.isURIResource() && !action.hasProperty(qt("query"))
                ? action
                : action.getPropertyResourceValue(qt("query"));
        byte[] text = suite.bytes(file.getURI());
        Query query =
                QueryFactory.create(new String(text, StandardCharsets.UTF_8), file.getURI(), Syntax.syntaxSPARQL_12);
        endpoint.data.fill(dataset -> {
            suite.load(dataset, action, W3cSuite::qt);
            query.getGraphURIs().forEach(graph -> suite.load(dataset, graph, graph));
            query.getNamedGraphURIs().forEach(graph -> suite.load(dataset, graph, graph));
        });
        Resource result = test.entry().getPropertyResourceValue(mf("result"));
        String expected = result.getURI();
        HttpResponse<byte[]> response = send("/", "application/sparql-query", accept(query, expected), text);
        if (response.statusCode() != 200) {
            return "was answered " + told(response);
        }
        return query.isConstructType() ? sameGraph(expected, response) : sameRows(query, expected, response);
    }

    private static String accept(Query query, String expected) {
        if (query.isConstructType()) {
            return "application/n-triples";
        }
        String type = expected.endsWith(".csv")
                ? "text/csv"
                : expected.endsWith(".tsv")
                        ? "text/tab-separated-values"
                        : expected.endsWith(".srj")
                                ? "application/sparql-results+json"
                                : "application/sparql-results+xml";
        return type;
    }

    private String sameGraph(String expected, HttpResponse<byte[]> response) {
        Graph found = GraphMemFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(response.body()))
                .lang(Lang.NTRIPLES)
                .parse(found);
        return IsoMatcher.isomorphic(suite.graph(expected), found) ? "" : "gave another graph: " + told(response);
    }

    private String sameRows(Query query, String expected, HttpResponse<byte[]> response) {
        if (expected.endsWith(".csv")) {
            return sameText(suite.bytes(expected), response.body()) ? "" : "gave other rows: " + told(response);
        }
        SPARQLResult wanted = wanted(expected);
        Lang lang = expected.endsWith(".tsv")
                ? ResultSetLang.RS_TSV
                : expected.endsWith(".srj") ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;
        SPARQLResult found =
                ResultsReader.create().lang(lang).build().readAny(new ByteArrayInputStream(response.body()));
        if (query.isAskType()) {
            return wanted.getBooleanResult() == found.getBooleanResult() ? "" : "gave the other truth";
        }
        List<Binding> left = rows(wanted, query.isReduced());
        List<Binding> right = rows(found, query.isReduced());
        boolean same = ResultsCompare.equalsByTerm(left, right) || sameValues(left, right);
        return same ? "" : "gave other rows: " + told(response);
    }

    private static List<Binding> rows(SPARQLResult result, boolean onceOnly) {
        List<Binding> rows = new ArrayList<>();
        RowSet.adapt(result.getResultSet()).forEachRemaining(rows::add);
        return onceOnly ? rows.stream().distinct().toList() : rows;
    }

    private static boolean sameValues(List<Binding> left, List<Binding> right) {
        List<Var> variables = left.stream()
                .flatMap(row -> row.varsMentioned().stream())
                .distinct()
                .toList();
        return ResultsCompare.equalsByValue(
                RowSetStream.create(variables, left.iterator()), RowSetStream.create(variables, right.iterator()));
    }

    private SPARQLResult wanted(String expected) {
        if (expected.endsWith(".ttl") || expected.endsWith(".rdf")) {
            return inRdf(suite.graph(expected));
        }
        Lang lang = expected.endsWith(".tsv")
                ? ResultSetLang.RS_TSV
                : expected.endsWith(".srj") ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;
        return ResultsReader.create().lang(lang).build().readAny(new ByteArrayInputStream(suite.bytes(expected)));
    }

    private static SPARQLResult inRdf(Graph graph) {
        List<Triple> truths = graph.find(Node.ANY, RS_BOOLEAN, Node.ANY).toList();
        return truths.isEmpty()
                ? new SPARQLResult(RDFInput.fromRDF(ModelFactory.createModelForGraph(graph)))
                : new SPARQLResult(
                        Boolean.parseBoolean(truths.getFirst().getObject().getLiteralLexicalForm()));
    }

    /** Rows of CSV have no order, lines end in two ways, and nodes without a name have any. */
    private static boolean sameText(byte[] wanted, byte[] found) {
        return lines(wanted).equals(lines(found));
    }

    private static java.util.List<String> lines(byte[] text) {
        return new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.replaceAll("_:[A-Za-z0-9]+", "_:").strip())
                .sorted()
                .toList();
    }

    private String update(W3cSuite.Entry test) {
        Resource action = test.action();
        endpoint.data.fill(dataset -> suite.load(dataset, action, W3cSuite::ut));
        HttpResponse<byte[]> response = send(
                "/update",
                "application/sparql-update",
                "*/*",
                suite.bytes(action.getPropertyResourceValue(ut("request")).getURI()));
        if (response.statusCode() >= 300) {
            return "was answered " + told(response);
        }
        DatasetGraph wanted = DatasetGraphFactory.create();
        Resource result = test.entry().getPropertyResourceValue(mf("result"));
        suite.load(wanted, result, W3cSuite::ut);
        return IsoMatcher.isomorphic(wanted, endpoint.data.dataset()) ? "" : "left another dataset";
    }
}
