package dev.clew.sparql.guard;

import java.util.function.Consumer;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** A function named by its address, such as a constructor of numbers, each of whose arguments is looked at before. */
final class GuardedCast extends E_Function {
    private final Consumer<NodeValue> look;

    GuardedCast(String function, ExprList arguments, Consumer<NodeValue> look) {
        super(function, arguments);
        this.look = look;
    }

    @Override
    public NodeValue evalSpecial(Binding row, FunctionEnv environment) {
        for (Expr argument : getArgs()) {
            look.accept(argument.eval(row, environment));
        }
        return super.evalSpecial(row, environment);
    }

    @Override
    public Expr copy(ExprList arguments) {
        return new GuardedCast(getFunctionIRI(), arguments, look);
    }
}
