package dev.clew.sparql;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.RdfView;
import dev.clew.sparql.guard.Budget;
import dev.clew.sparql.guard.Guards;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;

/**
 * One evaluation: the whole answer is in memory before its first byte is sent, up to the limits.
 *
 * <p>So a query that runs out of time is answered with 503 and never with a result that just ends, a cut answer says so in
 * its head, and a slow client holds no transaction on the store.
 */
final class QueryRun {
    private final SparqlSettings settings;
    private final Budget budget;
    private long characters;
    private boolean cut;

    QueryRun(SparqlSettings settings, Budget budget) {
        this.settings = settings;
        this.budget = budget;
    }

    /**
     * A whole answer.
     *
     * @param result rows, a truth value or a graph, independent of the store
     * @param position the change it shows
     * @param cut whether there would have been more than the row limit
     */
    record Answer(QueryExecResult result, Position position, boolean cut) {}

    /**
     * Evaluates an admitted query. When it is stopped the engine closes iterators under the evaluating thread, which fail in
     * ways of their own; what fails then is the stop.
     *
     * @param functions the only property functions that it may use
     * @throws ClewException timed-out or too-costly, naming the limit
     */
    Answer run(Query query, RdfView view, PropertyFunctionRegistry functions) {
        return budget.during(() -> evaluated(query, view, functions));
    }

    private Answer evaluated(Query query, RdfView view, PropertyFunctionRegistry functions) {
        Query followed = FollowedNames.in(Guards.in(query, budget), view.dataset());
        Query evaluated = followed.isDescribeType() ? Description.selection(followed) : followed;
        try (QueryExec execution = view.evaluation(evaluated, budget)
                .set(ARQ.propertyFunctions, true)
                .set(ARQ.enablePropertyFunctions, true)
                .set(ARQConstants.registryPropertyFunctions, functions)
                .overallTimeout(budget.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
                .build()) {
            budget.onStop(execution::abort);
            QueryExecResult result = followed.isDescribeType()
                    ? new QueryExecResult(graph(Description.of(followed, view, budget, execution.select())))
                    : result(followed, execution);
            return new Answer(result, view.position(), cut);
        }
    }

    private QueryExecResult result(Query query, QueryExec execution) {
        if (query.isAskType()) {
            return new QueryExecResult(execution.ask());
        }
        if (query.isSelectType()) {
            return new QueryExecResult(rows(execution.select()));
        }
        return new QueryExecResult(graph(execution.constructTriples()));
    }

    private RowSet rows(RowSet rows) {
        List<Var> variables = rows.getResultVars();
        List<Binding> kept = new ArrayList<>();
        while (mayTakeMore(kept.size(), rows)) {
            kept.add(detached(rows.next(), variables));
        }
        return RowSetStream.create(variables, Iter.map(kept.iterator(), this::writtenInTime));
    }

    private Binding writtenInTime(Binding row) {
        budget.requireWritten();
        return row;
    }

    private Binding detached(Binding row, List<Var> variables) {
        BindingBuilder builder = Binding.builder();
        for (Var variable : variables) {
            Node value = row.get(variable);
            if (value != null) {
                count(value);
                builder.add(variable, value);
            }
        }
        return builder.build();
    }

    private Graph graph(Iterator<Triple> triples) {
        Graph graph = GraphMemFactory.createDefaultGraph();
        while (mayTakeMore(graph.size(), triples)) {
            Triple triple = triples.next();
            count(triple.getSubject());
            count(triple.getObject());
            graph.add(triple);
        }
        return graph;
    }

    private boolean mayTakeMore(int taken, Iterator<?> more) {
        if (taken < settings.limitRows()) {
            return more.hasNext();
        }
        cut = more.hasNext();
        return false;
    }

    private void count(Node value) {
        characters += value.isLiteral() ? value.getLiteralLexicalForm().length() : 60;
        if (characters > settings.answers().bytes()) {
            throw new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "The results are larger than the limit of "
                            + settings.answers().bytes() + " bytes: ask for less, or add LIMIT.");
        }
    }
}
