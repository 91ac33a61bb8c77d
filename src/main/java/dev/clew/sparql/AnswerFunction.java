package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.pfunction.PropFuncArg;
import org.apache.jena.sparql.pfunction.PropFuncArgType;
import org.apache.jena.sparql.pfunction.PropertyFunctionEval;

/** A call of the API from within a query, see {@link AnswerCall}; its calls count with those for paths. */
final class AnswerFunction extends PropertyFunctionEval {
    private static final String RELATION = "https://w3id.org/clew/relation/";

    private final AnswerCall call;
    private final String base;
    private final AtomicInteger calls;

    AnswerFunction(AnswerCall call, String base, AtomicInteger calls) {
        super(PropFuncArgType.PF_ARG_LIST, PropFuncArgType.PF_ARG_LIST);
        this.call = call;
        this.base = base;
        this.calls = calls;
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> columns = subject.isList() ? subject.getArgList() : List.of();
        List<Node> asked = object.isList() ? object.getArgList() : List.of();
        int first = call.about() == null ? 0 : 1;
        if (columns.size() != call.columns().size() || asked.size() < first || asked.size() > first + 1) {
            throw refused("clew:" + call.name() + " has other arguments");
        }
        if (calls.incrementAndGet() > PathFunction.CALLS) {
            throw refused("The query makes more than " + PathFunction.CALLS + " calls");
        }
        List<Binding> rows = call.rows().apply(parameters(asked, first)).stream()
                .flatMap(row -> FunctionRows.row(
                        binding, columns, row.stream().map(this::node).toList())
                        .stream())
                .toList();
        return QueryIterPlainWrapper.create(rows.iterator(), context);
    }

    private Map<String, List<String>> parameters(List<Node> asked, int first) {
        String text = asked.size() > first && asked.get(first).isLiteral()
                ? asked.get(first).getLiteralLexicalForm()
                : "";
        Map<String, List<String>> parameters = WrittenParameters.read(text, this::refused);
        if (first > 0) {
            parameters.put("id", List.of(record(asked.getFirst())));
        }
        return parameters;
    }

    private String record(Node node) {
        return Optional.of(node)
                .filter(each -> each.isURI() && each.getURI().startsWith(base))
                .flatMap(each -> RecordName.parse(each.getURI().substring(base.length())))
                .filter(name -> name.type() == call.about())
                .map(RecordName::id)
                .orElseThrow(() -> refused("clew:" + call.name() + " needs the address of a record first, known before"
                        + " it is reached, and got " + node));
    }

    private Node node(AnswerCall.Value value) {
        return switch (value) {
            case AnswerCall.Value.Of record ->
                NodeFactory.createURI(base + record.name().path());
            case AnswerCall.Value.Relation relation -> NodeFactory.createURI(RELATION + relation.id());
            case AnswerCall.Value.Text text -> NodeFactory.createLiteralString(text.text());
            case AnswerCall.Value.Whole whole ->
                NodeValue.makeInteger(whole.number()).asNode();
            case AnswerCall.Value.Real real ->
                NodeValue.makeDouble(real.number()).asNode();
        };
    }

    private ClewException refused(String what) {
        return new ClewException(ErrorCode.BAD_REQUEST, what + "; write " + call.example() + ".");
    }
}
