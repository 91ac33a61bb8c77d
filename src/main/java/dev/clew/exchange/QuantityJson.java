package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.Quantity;

/** A quantity in JSON; {@code kind} tells which. */
final class QuantityJson {
    private QuantityJson() {}

    static ObjectNode write(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Value value ->
                new JsonObjects()
                        .text("kind", "value")
                        .text("of", value.of())
                        .number("value", value.value())
                        .text("unit", value.unit())
                        .text("when", value.when())
                        .node();
            case Quantity.Factor factor ->
                new JsonObjects()
                        .text("kind", "factor")
                        .text("cause", factor.cause())
                        .number("causeBy", factor.causeBy())
                        .text("effect", factor.effect())
                        .number("effectBy", factor.effectBy())
                        .node();
            case Quantity.Product product ->
                new JsonObjects()
                        .text("kind", "product")
                        .text("result", product.result())
                        .texts("factors", product.factors())
                        .node();
        };
    }

    static Quantity read(JsonFields fields) {
        String kind = fields.requiredText("kind");
        return switch (kind) {
            case "value" ->
                new Quantity.Value(
                        fields.requiredText("of"),
                        fields.number("value"),
                        fields.requiredText("unit"),
                        fields.text("when"));
            case "factor" ->
                new Quantity.Factor(
                        fields.requiredText("cause"),
                        fields.number("causeBy"),
                        fields.requiredText("effect"),
                        fields.number("effectBy"));
            case "product" -> new Quantity.Product(fields.requiredText("result"), fields.texts("factors"));
            default -> throw ClewException.invalid("kind", "must be one of value, factor, product", kind);
        };
    }
}
