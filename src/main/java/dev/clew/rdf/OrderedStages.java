package dev.clew.rdf;

import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.main.StageGeneratorGeneric;

/** Matches the patterns of a query in a graph in memory, in the order that {@link JoinOrder} gives them. */
final class OrderedStages extends StageGeneratorGeneric {
    private static final JoinOrder ORDER = new JoinOrder();

    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext context) {
        return execute(pattern, ORDER, input, context);
    }
}
