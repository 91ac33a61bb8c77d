package dev.clew.insight;

import dev.clew.insight.WhatIf.Figure;
import dev.clew.insight.WhatIf.Range;
import dev.clew.model.Insight;
import dev.clew.model.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries a factor from entity to entity, hop by hop, as far as claims give numbers. A number never comes back to an entity
 * that it was reckoned from. Where claims differ the range covers them all.
 */
final class Propagation {
    private final Figures figures;
    private final Map<String, Insight> claims;
    private final Set<String> entities;
    private String start = "";

    /**
     * What an entity is multiplied by so far.
     *
     * @param range by how much
     * @param figures what says so
     * @param from every entity that it was reckoned from, itself included
     */
    private record Known(Range range, List<Figure> figures, Set<String> from) {}

    Propagation(Figures figures, Map<String, Insight> claims, List<String> entities) {
        this.figures = figures;
        this.claims = claims;
        this.entities = Set.copyOf(entities);
    }

    /** The figures of each entity that a number reaches within so many hops. */
    Map<String, List<Figure>> from(String entity, double factor, int maxHops) {
        start = entity;
        Known given = new Known(new Range(factor, factor), List.of(), Set.of(entity));
        Map<String, Known> known = Map.of(entity, given);
        for (int hop = 0; hop < maxHops; hop++) {
            Map<String, Known> next = step(known);
            next.put(entity, given);
            known = next;
        }
        Map<String, List<Figure>> found = new TreeMap<>();
        known.forEach((reached, each) -> found.put(reached, each.figures()));
        found.remove(entity);
        return found;
    }

    private Map<String, Known> step(Map<String, Known> known) {
        Map<String, List<Figure>> found = new TreeMap<>();
        Map<String, Set<String>> from = new HashMap<>();
        for (Insight claim : claims.values()) {
            for (Quantity quantity : claim.quantities()) {
                String effect = effect(quantity);
                Optional<Figure> figure = entities.contains(effect) && !effect.equals(start)
                        ? figure(quantity, claim.id(), effect, known)
                        : Optional.empty();
                figure.ifPresent(each -> {
                    found.computeIfAbsent(effect, any -> new ArrayList<>()).add(each);
                    Set<String> roots = from.computeIfAbsent(effect, any -> new HashSet<>(Set.of(effect)));
                    each.inputs().keySet().forEach(input -> roots.addAll(roots(input, known)));
                });
            }
        }
        Map<String, Known> next = new TreeMap<>();
        found.forEach((effect, all) ->
                next.put(effect, new Known(Range.around(all), all, from.getOrDefault(effect, Set.of()))));
        return next;
    }

    private static Set<String> roots(String input, Map<String, Known> known) {
        Known each = known.get(input);
        return each == null ? Set.of() : each.from();
    }

    private static String effect(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Factor factor -> factor.effect();
            case Quantity.Product product -> product.result();
            case Quantity.Value value -> "";
        };
    }

    private Optional<Figure> figure(Quantity quantity, String insight, String effect, Map<String, Known> known) {
        return switch (quantity) {
            case Quantity.Factor factor ->
                usable(factor.cause(), effect, known).flatMap(input -> figures.factor(factor, insight, input));
            case Quantity.Product product -> product(product, insight, effect, known);
            case Quantity.Value value -> Optional.empty();
        };
    }

    private static Optional<Range> usable(String cause, String effect, Map<String, Known> known) {
        return Optional.ofNullable(known.get(cause))
                .filter(each -> !each.from().contains(effect))
                .map(Known::range);
    }

    /** A factor that the change reaches without a number leaves the product without one. */
    private Optional<Figure> product(
            Quantity.Product product, String insight, String effect, Map<String, Known> known) {
        Map<String, Range> inputs = new TreeMap<>();
        for (String factor : product.factors()) {
            Optional<Range> input = usable(factor, effect, known);
            if (input.isPresent()) {
                inputs.put(factor, input.get());
            } else if (entities.contains(factor)) {
                return Optional.empty();
            }
        }
        return inputs.isEmpty() ? Optional.empty() : figures.product(insight, inputs);
    }

    /** Values that claims give of an entity, scaled. */
    List<Figure> values(String entity, Range range) {
        List<Figure> values = new ArrayList<>();
        for (Insight claim : claims.values()) {
            for (Quantity quantity : claim.quantities()) {
                if (quantity instanceof Quantity.Value value && value.of().equals(entity)) {
                    figures.value(value, claim.id(), range).ifPresent(values::add);
                }
            }
        }
        return values;
    }
}
