package dev.clew.sparql;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchQuery;
import java.util.List;
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

/**
 * Text search from within a query: {@code (?insight ?score) clew:matches ("chips" 20)}.
 *
 * <p>The claims that {@code /api/search?type=insight&mode=text} finds for the text, best first, with the same scores: as many
 * as the number says, 1 to {@value SearchQuery#HITS_LIMIT}, {@value SearchQuery#HITS_DEFAULT} when it is left out. A text is
 * searched once a query, however often a row asks for it; at most {@value TextSearches#MOST} different ones.
 */
final class MatchFunction extends PropertyFunctionEval {
    /** The name of the function. */
    static final String NAME = "https://w3id.org/clew/ontology#matches";

    private static final String EXAMPLE = "write (?insight ?score) clew:matches (\"chips\" 20)";

    private final TextSearches searches;
    private final String base;

    MatchFunction(TextSearches searches, String base) {
        super(PropFuncArgType.PF_ARG_EITHER, PropFuncArgType.PF_ARG_EITHER);
        this.searches = searches;
        this.base = base;
    }

    @Override
    public QueryIterator execEvaluated(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        List<Node> columns = subject.isList() ? subject.getArgList() : List.of(subject.getArg());
        List<Node> asked = object.isList() ? object.getArgList() : List.of(object.getArg());
        if (columns.isEmpty() || columns.size() > 2 || asked.isEmpty() || asked.size() > 2) {
            throw refused("clew:matches has other arguments");
        }
        List<Binding> rows = hits(asked).stream()
                .flatMap(hit -> FunctionRows.row(binding, columns, values(hit)).stream())
                .toList();
        return QueryIterPlainWrapper.create(rows.iterator(), context);
    }

    private List<Node> values(SearchAnswer.Hit hit) {
        return List.of(
                NodeFactory.createURI(base + hit.name().path()),
                NodeValue.makeDouble(hit.score()).asNode());
    }

    private List<SearchAnswer.Hit> hits(List<Node> asked) {
        Node text = asked.getFirst();
        if (!text.isLiteral()) {
            throw refused("clew:matches needs a text to look for, known before it is reached");
        }
        return searches.hits(
                text.getLiteralLexicalForm(), asked.size() == 1 ? SearchQuery.HITS_DEFAULT : limit(asked.get(1)));
    }

    private static int limit(Node node) {
        if (node.isLiteral() && node.getLiteralLexicalForm().matches("\\d{1,3}")) {
            int limit = Integer.parseInt(node.getLiteralLexicalForm());
            if (limit >= 1 && limit <= SearchQuery.HITS_LIMIT) {
                return limit;
            }
        }
        throw refused("clew:matches takes a limit of 1 to " + SearchQuery.HITS_LIMIT + " and got "
                + (node.isLiteral() ? node.getLiteralLexicalForm() : node));
    }

    private static ClewException refused(String what) {
        return new ClewException(ErrorCode.BAD_REQUEST, what + "; " + EXAMPLE + ".");
    }
}
