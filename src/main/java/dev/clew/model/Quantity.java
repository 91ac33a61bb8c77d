package dev.clew.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number that a claim gives: a value, a factor between two entities, or a product of entities. */
public sealed interface Quantity {
    /** What tells it apart from the insight's other quantities, a line a part, its kind first. */
    String identity();

    /**
     * "The United States has 5 000 data centres": so much of something.
     *
     * @param of the entity
     * @param value the number
     * @param unit in words or as a UCUM code
     * @param when an ISO 8601 date or year; null when the claim does not say
     */
    record Value(
            String of,
            BigDecimal value,
            String unit,
            @Nullable String when) implements Quantity {
        /** Checks the parts and brings the number to one form. */
        public Value {
            Slug.check("of", of);
            value = canonical(value);
            Checks.text("unit", unit, Limits.LABEL_CHARACTERS);
            Checks.optionalText("when", when, Limits.LABEL_CHARACTERS);
        }

        @Override
        public String identity() {
            return Identities.lines("value", of, value.toPlainString(), unit, when);
        }
    }

    /**
     * "Ten times the compute doubles the capability": one entity times so much makes another times so much.
     *
     * @param cause the entity that changes
     * @param causeBy its factor, above 0
     * @param effect the entity that follows
     * @param effectBy its factor, above 0
     */
    record Factor(String cause, BigDecimal causeBy, String effect, BigDecimal effectBy) implements Quantity {
        /** Checks the ids and that both factors are above 0. */
        public Factor {
            Slug.check("cause", cause);
            Slug.check("effect", effect);
            causeBy = positive("causeBy", causeBy);
            effectBy = positive("effectBy", effectBy);
        }

        @Override
        public String identity() {
            return Identities.lines("factor", cause, causeBy.toPlainString(), effect, effectBy.toPlainString());
        }
    }

    /**
     * "Capital stock is compute times quality": one entity is the product of others.
     *
     * @param result the product
     * @param factors two or more entities
     */
    record Product(String result, List<String> factors) implements Quantity {
        /** Checks the ids and that there are at least two factors. */
        public Product {
            Slug.check("result", result);
            factors = Checks.ids("factors", factors, Limits.LIST);
            if (factors.size() < 2) {
                throw ClewException.invalid("factors", "must name at least two entities", factors.toString());
            }
        }

        @Override
        public String identity() {
            return Identities.lines("product", result, String.join("\n", factors));
        }
    }

    private static BigDecimal positive(String path, BigDecimal value) {
        if (value.signum() <= 0) {
            throw ClewException.invalid(path, "must be above 0", value.toPlainString());
        }
        return canonical(value);
    }

    private static BigDecimal canonical(BigDecimal value) {
        if (value.precision() > 40 || Math.abs(value.scale()) > 40) {
            throw ClewException.invalid("value", "must have at most 40 digits", value.toString());
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
