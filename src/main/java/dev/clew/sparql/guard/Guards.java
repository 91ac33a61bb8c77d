package dev.clew.sparql.guard;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.List;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.ExprTransformer;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformer;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.apache.jena.sparql.syntax.syntaxtransform.UpdateTransformOps;
import org.apache.jena.update.UpdateRequest;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * Puts bounded calls in the place of those that can grow or run without bound: texts that double, numbers that double
 * their digits, patterns that try every way. The answers are the same as long as the bounds are kept.
 */
public final class Guards extends ExprTransformCopy {
    /** Most binary digits of a product. */
    private static final int LIMIT_BITS = 10_000;

    /** Most characters that a number is read out of. */
    private static final int LIMIT_DIGITS = 1_000;

    private final ElementTransform elements = new ElementTransformCopyBase();
    private final Budget budget;
    private final BoundedPatterns patterns;

    private Guards(Budget budget) {
        this.budget = budget;
        this.patterns = new BoundedPatterns(budget);
    }

    /** The query with its calls bounded by this budget. */
    public static Query in(Query query, Budget budget) {
        Guards guards = new Guards(budget);
        return QueryTransformOps.transform(query, guards.elements, guards);
    }

    /** The update with its calls bounded by this budget. */
    public static UpdateRequest in(UpdateRequest update, Budget budget) {
        Guards guards = new Guards(budget);
        return UpdateTransformOps.transform(update, guards.elements, guards);
    }

    @Override
    public Expr transform(ExprFunctionN function, ExprList arguments) {
        return switch (function) {
            case E_Regex regex -> new GuardedCall("regex", arguments, patterns::matches);
            case E_StrReplace replace -> new GuardedCall("replace", arguments, patterns::replace);
            case E_Function cast -> new GuardedCast(cast.getFunctionIRI(), arguments, this::requireNumberLength);
            case E_StrConcat concat -> new GuardedCall("concat", arguments, values -> concat(concat, values));
            default -> super.transform(function, arguments);
        };
    }

    @Override
    public Expr transform(ExprFunction1 function, Expr argument) {
        return function instanceof E_StrEncodeForURI encode
                ? new GuardedCall("encode", new ExprList(argument), values -> encode(encode, values.getFirst()))
                : super.transform(function, argument);
    }

    @Override
    public Expr transform(ExprFunction2 function, Expr left, Expr right) {
        return switch (function) {
            case E_Multiply product ->
                new GuardedCall("product", new ExprList(List.of(left, right)), values -> multiply(product, values));
            case E_StrDatatype typed ->
                new GuardedCall("typed", new ExprList(List.of(left, right)), values -> typed(typed, values));
            default -> super.transform(function, left, right);
        };
    }

    @Override
    public Expr transform(ExprFunctionOp function, ExprList arguments, Op pattern) {
        return function.copy(arguments, ElementTransformer.transform(function.getElement(), elements, this));
    }

    @Override
    public Expr transform(ExprAggregator aggregator) {
        Aggregator old = aggregator.getAggregator();
        ExprList arguments = old.getExprList();
        if (arguments == null || arguments.isEmpty()) {
            return aggregator;
        }
        ExprList guarded = new ExprList();
        for (Expr argument : arguments) {
            Expr inside = ExprTransformer.transform(this, argument);
            guarded.add(
                    switch (old) {
                        case AggGroupConcat joins -> counted(inside, joins.getSeparator());
                        case AggGroupConcatDistinct joins -> counted(inside, joins.getSeparator());
                        default -> inside;
                    });
        }
        return new ExprAggregator(aggregator.getVar(), old.copy(guarded));
    }

    private Expr counted(Expr joined, @Nullable String separator) {
        int beside = separator == null ? 1 : separator.length();
        return new GuardedCall("counted", new ExprList(joined), values -> {
            budget.make(values.getFirst().asString().length() + (long) beside);
            return values.getFirst();
        });
    }

    private NodeValue concat(E_StrConcat concat, List<NodeValue> values) {
        long length = 0;
        for (NodeValue value : values) {
            length += value.asString().length();
        }
        budget.make(length);
        return concat.eval(values);
    }

    private NodeValue encode(E_StrEncodeForURI encode, NodeValue value) {
        budget.make(3L * value.asString().length());
        return encode.eval(value);
    }

    private NodeValue typed(E_StrDatatype function, List<NodeValue> values) {
        if (!XSD.xstring.getURI().equals(values.getLast().asString())) {
            requireNumberLength(values.getFirst());
        }
        return function.eval(values.getFirst(), values.getLast());
    }

    private void requireNumberLength(NodeValue value) {
        if (value.isLiteral() && value.asNode().getLiteralLexicalForm().length() > LIMIT_DIGITS) {
            throw budget.ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "The query reads a number or day out of more than " + LIMIT_DIGITS + " characters: shorten it."));
        }
    }

    private NodeValue multiply(E_Multiply product, List<NodeValue> values) {
        NodeValue left = values.getFirst();
        NodeValue right = values.getLast();
        if (bits(left) + bits(right) > LIMIT_BITS) {
            throw budget.ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "The query makes a number of more than " + LIMIT_BITS + " binary digits: reckon with doubles."));
        }
        return product.eval(left, right);
    }

    private static int bits(NodeValue value) {
        try {
            if (value.isInteger()) {
                return value.getInteger().bitLength();
            }
            return value.isDecimal() ? value.getDecimal().unscaledValue().bitLength() : 0;
        } catch (ExprEvalException noNumber) {
            return 0;
        }
    }
}
