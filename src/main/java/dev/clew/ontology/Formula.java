package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnvBase;
import org.apache.jena.sparql.util.ExprUtils;

/**
 * A formula of the ontology: data, of which only the expression is evaluated. Safe for any number of threads.
 *
 * @param id its local name, such as {@code powerLaw}
 * @param label its words
 * @param definition what it says
 * @param expression its expression
 */
public record Formula(String id, String label, String definition, Expr expression) {
    private static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("math", "http://www.w3.org/2005/xpath-functions/math#")
            .lock();

    /** The formula for a kind of quantity, such as {@code FactorQuantity}; read from the packaged ontology. */
    public static Formula forQuantity(String quantityClass) {
        Graph terms = OntologyFiles.terms();
        Node formula = terms.find(Node.ANY, Terms.clew("usesQuantity"), Terms.clew(quantityClass))
                .nextOptional()
                .orElseThrow(() ->
                        new ClewException(ErrorCode.INTERNAL, "The ontology has no formula for " + quantityClass + "."))
                .getSubject();
        TermReader reader = new TermReader(terms, formula);
        Expr expression = ExprUtils.parse(reader.text(Terms.clew("expression")), PREFIXES);
        return new Formula(
                formula.getURI().substring(Terms.CLEW.length()),
                reader.text(Terms.LABEL),
                reader.text(Terms.DEFINITION),
                expression);
    }

    /** Its result for these variables; empty when it has none, as where a logarithm would be of 1 and divided by. */
    public OptionalDouble apply(Map<String, Double> variables) {
        BindingBuilder binding = Binding.builder();
        variables.forEach((name, value) ->
                binding.add(Var.alloc(name), NodeValue.makeDouble(value).asNode()));
        try {
            NodeValue result = expression.eval(binding.build(), new FunctionEnvBase(ARQ.getContext()));
            double value = result.getDouble();
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (ExprEvalException undefined) {
            return OptionalDouble.empty();
        }
    }
}
