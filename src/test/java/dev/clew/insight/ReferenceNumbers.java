package dev.clew.insight;

import dev.clew.model.Insight;
import dev.clew.model.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What-if as its definition reads: every way to reckon a number, one number a way, none of which comes back to an entity that
 * it was reckoned from. Slow and without ranges; what the real reckoning must cover, and no more.
 */
final class ReferenceNumbers {
    private final List<Quantity> quantities;
    private final List<String> entities;
    private final String start;
    private final double factor;

    ReferenceNumbers(Collection<Insight> claims, List<String> entities, String start, double factor) {
        this.quantities =
                claims.stream().flatMap(each -> each.quantities().stream()).toList();
        this.entities = entities;
        this.start = start;
        this.factor = factor;
    }

    /** Every number by which an entity may be multiplied, reckoned in at most so many hops. */
    List<Double> numbers(String entity, int hops) {
        return numbers(entity, hops, Set.of());
    }

    private List<Double> numbers(String entity, int hops, Set<String> passed) {
        if (entity.equals(start)) {
            return List.of(factor);
        }
        List<Double> numbers = new ArrayList<>();
        if (hops > 0 && entities.contains(entity) && !passed.contains(entity)) {
            Set<String> over = new HashSet<>(passed);
            over.add(entity);
            quantities.forEach(each -> numbers.addAll(numbers(each, entity, hops - 1, over)));
        }
        return numbers;
    }

    private List<Double> numbers(Quantity quantity, String entity, int hops, Set<String> passed) {
        if (quantity instanceof Quantity.Factor pair && pair.effect().equals(entity)) {
            return numbers(pair.cause(), hops, passed).stream()
                    .map(input -> power(pair, input))
                    .filter(Double::isFinite)
                    .toList();
        }
        return quantity instanceof Quantity.Product product && product.result().equals(entity)
                ? products(product, hops, passed)
                : List.of();
    }

    /** A cause that stays as it is says nothing of what its change would do: no number. */
    private static double power(Quantity.Factor pair, double input) {
        double exponent = Math.log(pair.effectBy().doubleValue())
                / Math.log(pair.causeBy().doubleValue());
        return Double.isFinite(exponent) ? Math.pow(input, exponent) : Double.NaN;
    }

    private List<Double> products(Quantity.Product product, int hops, Set<String> passed) {
        List<Double> products = List.of(1.0);
        boolean changed = false;
        for (String each : product.factors()) {
            List<Double> numbers = numbers(each, hops, passed);
            if (numbers.isEmpty() && entities.contains(each)) {
                return List.of();
            }
            if (!numbers.isEmpty()) {
                changed = true;
                products = products.stream()
                        .flatMap(one -> numbers.stream().map(other -> one * other))
                        .toList();
            }
        }
        return changed ? products : List.of();
    }
}
