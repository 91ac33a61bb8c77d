package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Evidence;
import dev.clew.model.Hop;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ParameterizedSparqlString;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;

/**
 * Paths from within a query: {@code (?path ?hop ?subject ?relation ?object ?sign ?insight) clew:path (FROM TO "k=3&sign=%2B")}.
 *
 * <p>FROM and TO are entities, the text holds any further parameters of {@code /api/paths} as they stand in an address, lens
 * included, and the answer and its bounds are those of that call. One row for each piece of evidence of each hop; paths and
 * hops are numbered from 1; {@code ?sign} is what the hop carries; a fact's record stands in for an insight. At most {@value
 * #CALLS} searches a query.
 */
final class PathFunction extends PropertyFunctionEval {
    /** The name of the function. */
    static final String NAME = "https://w3id.org/clew/ontology#path";
    /** Most searches of one query. */
    static final int CALLS = 200;

    private static final String RELATION = "https://w3id.org/clew/relation/";
    private static final int VARIABLES = 7;
    private static final String EXAMPLE =
            "write (?path ?hop ?subject ?relation ?object ?sign ?insight) clew:path (<from> <to> \"k=3\")";

    private final Function<Map<String, List<String>>, PathAnswer> paths;
    private final String base;
    private final AtomicInteger calls;

    PathFunction(Function<Map<String, List<String>>, PathAnswer> paths, String base, AtomicInteger calls) {
        super(PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_LIST);
        this.paths = paths;
        this.base = base;
        this.calls = calls;
    }

    /** The query that gives the same paths as the call with these parameters. */
    static String query(String from, String to, String parameters) {
        ParameterizedSparqlString text = new ParameterizedSparqlString("""
                PREFIX clew: <https://w3id.org/clew/ontology#>
                SELECT ?path ?hop ?subject ?relation ?object ?sign ?insight
                WHERE { (?path ?hop ?subject ?relation ?object ?sign ?insight) clew:path (?from ?to ?parameters) }
                ORDER BY ?path ?hop ?insight
                """);
        text.setIri("from", from);
        text.setIri("to", to);
        text.setLiteral("parameters", parameters);
        return text.toString();
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> columns = subject.isList() ? subject.getArgList() : List.of();
        List<Node> asked = object.isList() ? object.getArgList() : List.of();
        if (columns.size() != VARIABLES || asked.size() < 2 || asked.size() > 3) {
            throw refused("clew:path has other arguments");
        }
        if (calls.incrementAndGet() > CALLS) {
            throw refused("The query asks for paths more than " + CALLS + " times");
        }
        PathAnswer answer = paths.apply(parameters(asked));
        List<Binding> rows = new ArrayList<>();
        for (int i = 0; i < answer.paths().size(); i++) {
            rows(binding, columns, i + 1, answer.paths().get(i), rows);
        }
        return QueryIterPlainWrapper.create(rows.iterator(), context);
    }

    private Map<String, List<String>> parameters(List<Node> asked) {
        String text =
                asked.size() == 3 && asked.get(2).isLiteral() ? asked.get(2).getLiteralLexicalForm() : "";
        Map<String, List<String>> parameters = WrittenParameters.read(text, PathFunction::refused);
        parameters.put("from", List.of(entity(asked.get(0))));
        parameters.put("to", List.of(entity(asked.get(1))));
        return parameters;
    }

    private String entity(Node node) {
        String begin = base + "entity/";
        if (!node.isURI() || !node.getURI().startsWith(begin)) {
            throw refused("clew:path needs entities for its ends, such as <" + begin + "compute>, and got " + node);
        }
        return node.getURI().substring(begin.length());
    }

    private void rows(Binding binding, List<Node> columns, int number, Path path, List<Binding> rows) {
        for (int i = 0; i < path.hops().size(); i++) {
            Hop hop = path.hops().get(i);
            for (Evidence evidence : hop.grounds().evidence()) {
                String record = evidence.kind() == Evidence.Kind.INSIGHT ? "insight/" : "entity/";
                List<Node> values = List.of(
                        NodeValue.makeInteger(number).asNode(),
                        NodeValue.makeInteger(i + 1L).asNode(),
                        NodeFactory.createURI(base + "entity/" + hop.edge().subject()),
                        NodeFactory.createURI(RELATION + hop.edge().relation()),
                        NodeFactory.createURI(base + "entity/" + hop.edge().object()),
                        NodeFactory.createLiteralString(hop.sign().symbol()),
                        NodeFactory.createURI(base + record + evidence.id()));
                FunctionRows.row(binding, columns, values).ifPresent(rows::add);
            }
        }
    }

    private static ClewException refused(String what) {
        return new ClewException(ErrorCode.BAD_REQUEST, what + "; " + EXAMPLE + ".");
    }
}
