package dev.clew.insight;

import dev.clew.insight.WhatIf.Figure;
import dev.clew.insight.WhatIf.Range;
import dev.clew.model.Quantity;
import dev.clew.ontology.Formula;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Reckons by the formulas of the ontology; both ends of a range are put in. */
final class Figures {
    private final Formula powerLaw = Formula.forQuantity("FactorQuantity");
    private final Formula product = Formula.forQuantity("ProductQuantity");
    private final Formula scaledValue = Formula.forQuantity("ValueQuantity");

    /** A cause that stays as it is says nothing of what its change would do: such a pair gives no number. */
    Optional<Figure> factor(Quantity.Factor factor, String insight, Range input) {
        if (factor.causeBy().compareTo(BigDecimal.ONE) == 0) {
            return Optional.empty();
        }
        Map<String, Double> pair = Map.of(
                "causeBy", factor.causeBy().doubleValue(),
                "effectBy", factor.effectBy().doubleValue());
        OptionalDouble one = apply(powerLaw, pair, input.low());
        OptionalDouble other = apply(powerLaw, pair, input.high());
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        powerLaw,
                        insight,
                        Range.of(one.getAsDouble(), other.getAsDouble()),
                        null,
                        Map.of(factor.cause(), input)));
    }

    Optional<Figure> product(String insight, Map<String, Range> inputs) {
        double low = 1;
        double high = 1;
        for (Range input : inputs.values()) {
            OptionalDouble least = apply(product, Map.of("product", low), input.low());
            OptionalDouble most = apply(product, Map.of("product", high), input.high());
            if (least.isEmpty() || most.isEmpty()) {
                return Optional.empty();
            }
            low = least.getAsDouble();
            high = most.getAsDouble();
        }
        return Optional.of(new Figure(product, insight, new Range(low, high), null, inputs));
    }

    Optional<Figure> value(Quantity.Value value, String insight, Range input) {
        Map<String, Double> given = Map.of("value", value.value().doubleValue());
        OptionalDouble one = apply(scaledValue, given, input.low());
        OptionalDouble other = apply(scaledValue, given, input.high());
        return one.isEmpty() || other.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(
                        scaledValue,
                        insight,
                        Range.of(one.getAsDouble(), other.getAsDouble()),
                        value.unit(),
                        Map.of(value.of(), input)));
    }

    private static OptionalDouble apply(Formula formula, Map<String, Double> given, double input) {
        Map<String, Double> variables = new HashMap<>(given);
        variables.put("input", input);
        return formula.apply(variables);
    }
}
