package dev.clew.ontology;

import dev.clew.model.Quantity;
import dev.clew.model.RecordType;
import org.apache.jena.graph.Node;

/** A quantity as a node of its own class. */
final class QuantityRdf {
    private QuantityRdf() {}

    static void write(Quantity quantity, Statements out, Subject insight) {
        Subject node = out.part("quantity", quantity.identity());
        insight.add(Terms.QUANTITY, node.node());
        switch (quantity) {
            case Quantity.Value value ->
                node.type(Terms.VALUE_CLASS)
                        .entity(Terms.OF, value.of())
                        .decimal(Terms.VALUE, value.value())
                        .text(Terms.UNIT, value.unit())
                        .text(Terms.WHEN, value.when());
            case Quantity.Factor factor ->
                node.type(Terms.FACTOR_CLASS)
                        .entity(Terms.CAUSE, factor.cause())
                        .decimal(Terms.CAUSE_BY, factor.causeBy())
                        .entity(Terms.EFFECT, factor.effect())
                        .decimal(Terms.EFFECT_BY, factor.effectBy());
            case Quantity.Product product ->
                node.type(Terms.PRODUCT_CLASS)
                        .entity(Terms.RESULT, product.result())
                        .entities(Terms.FACTOR, product.factors());
        }
    }

    static Quantity read(Description node) {
        Node type = node.type();
        if (type.equals(Terms.VALUE_CLASS)) {
            return new Quantity.Value(
                    node.requiredId(Terms.OF, RecordType.ENTITY),
                    node.decimal(Terms.VALUE),
                    node.requiredText(Terms.UNIT),
                    node.text(Terms.WHEN));
        }
        if (type.equals(Terms.FACTOR_CLASS)) {
            return new Quantity.Factor(
                    node.requiredId(Terms.CAUSE, RecordType.ENTITY),
                    node.decimal(Terms.CAUSE_BY),
                    node.requiredId(Terms.EFFECT, RecordType.ENTITY),
                    node.decimal(Terms.EFFECT_BY));
        }
        if (type.equals(Terms.PRODUCT_CLASS)) {
            return new Quantity.Product(
                    node.requiredId(Terms.RESULT, RecordType.ENTITY), node.ids(Terms.FACTOR, RecordType.ENTITY));
        }
        throw node.refuse(Terms.TYPE, "must be clew:ValueQuantity, clew:FactorQuantity or clew:ProductQuantity", type);
    }
}
