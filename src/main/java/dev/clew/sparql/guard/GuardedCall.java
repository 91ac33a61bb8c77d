package dev.clew.sparql.guard;

import java.util.List;
import java.util.function.Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** A call of a function that may cost without bound, done by a bounded way of its own. */
final class GuardedCall extends ExprFunctionN {
    private final String name;
    private final Function<List<NodeValue>, NodeValue> way;

    GuardedCall(String name, ExprList arguments, Function<List<NodeValue>, NodeValue> way) {
        super(name, arguments);
        this.name = name;
        this.way = way;
    }

    @Override
    public NodeValue eval(List<NodeValue> arguments) {
        return way.apply(arguments);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GuardedCall(name, arguments, way);
    }
}
