package dev.clew.insight;

import dev.clew.insight.WhatIf.Figure;
import dev.clew.insight.WhatIf.Range;
import dev.clew.model.Insight;
import dev.clew.model.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Carries a factor from entity to entity, hop by hop, as far as claims give numbers. A number never comes back to an entity
 * that it was reckoned from. Where claims differ the range covers them all.
 *
 * <p>Ways to reckon a number are told apart by the entities they pass. Were they put together, all numbers of an entity would
 * be refused where one of them had come by, and ranges would hang on whether the number of hops is odd.
 */
final class Propagation {
    /** Most ways of reckoning that are followed to one entity. */
    static final int WAYS = 200;

    private final Figures figures;
    private final Map<String, Insight> claims;
    private final Set<String> entities;
    private String start = "";
    private Range given = new Range(1, 1);
    private boolean cut;

    /**
     * How a number was reckoned last, and over what.
     *
     * @param insight the claim
     * @param quantity which of its numbers
     * @param from every entity that it was reckoned from, the one it is of included
     */
    private record Way(String insight, Quantity quantity, Set<String> from) {}

    /**
     * What goes into a formula.
     *
     * @param ranges by how much each of these is multiplied
     * @param from every entity that they were reckoned from
     */
    private record Inputs(Map<String, Range> ranges, Set<String> from) {
        Inputs with(String entity, Inputs other) {
            Map<String, Range> more = new TreeMap<>(ranges);
            more.put(entity, other.ranges.getOrDefault(entity, new Range(1, 1)));
            Set<String> all = new HashSet<>(from);
            all.addAll(other.from);
            return new Inputs(more, all);
        }
    }

    Propagation(Figures figures, Map<String, Insight> claims, List<String> entities) {
        this.figures = figures;
        this.claims = claims;
        this.entities = Set.copyOf(entities);
    }

    /** Whether there were more ways than were followed. */
    boolean isCut() {
        return cut;
    }

    /** The figures of each entity that a number reaches within so many hops, one for each number of a claim. */
    Map<String, List<Figure>> from(String entity, double factor, int maxHops) {
        start = entity;
        given = new Range(factor, factor);
        Map<String, Map<Way, Figure>> known = Map.of();
        for (int hop = 0; hop < maxHops; hop++) {
            known = step(known);
        }
        Map<String, List<Figure>> found = new TreeMap<>();
        known.forEach((reached, ways) -> found.put(reached, together(ways)));
        return found;
    }

    private static List<Figure> together(Map<Way, Figure> ways) {
        Map<Way, Figure> together = new LinkedHashMap<>();
        ways.forEach((way, figure) ->
                together.merge(new Way(way.insight(), way.quantity(), Set.of()), figure, Propagation::both));
        return List.copyOf(together.values());
    }

    private static Figure both(Figure one, Figure other) {
        Map<String, Range> inputs = new HashMap<>(one.inputs());
        other.inputs().forEach((entity, range) -> inputs.merge(entity, range, Range::around));
        return new Figure(one.formula(), one.insight(), Range.around(one.range(), other.range()), one.unit(), inputs);
    }

    private Map<String, Map<Way, Figure>> step(Map<String, Map<Way, Figure>> known) {
        Map<String, Map<Way, Figure>> next = new TreeMap<>();
        for (Insight claim : claims.values()) {
            for (Quantity quantity : claim.quantities()) {
                String effect = effect(quantity);
                if (entities.contains(effect) && !effect.equals(start)) {
                    for (Inputs each : inputs(quantity, effect, known)) {
                        figure(quantity, claim.id(), each)
                                .ifPresent(figure -> keep(
                                        next.computeIfAbsent(effect, any -> new LinkedHashMap<>()),
                                        new Way(claim.id(), quantity, each.from()),
                                        figure));
                    }
                }
            }
        }
        return next;
    }

    private void keep(Map<Way, Figure> kept, Way way, Figure figure) {
        if (kept.size() < WAYS || kept.containsKey(way)) {
            kept.merge(way, figure, Propagation::both);
        } else {
            cut = true;
        }
    }

    private static String effect(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Factor factor -> factor.effect();
            case Quantity.Product product -> product.result();
            case Quantity.Value value -> "";
        };
    }

    private Optional<Figure> figure(Quantity quantity, String insight, Inputs inputs) {
        return switch (quantity) {
            case Quantity.Factor factor ->
                figures.factor(factor, insight, inputs.ranges().getOrDefault(factor.cause(), given));
            case Quantity.Product product -> figures.product(insight, inputs.ranges());
            case Quantity.Value value -> Optional.empty();
        };
    }

    /** Everything that can be put into the formula of a quantity. */
    private List<Inputs> inputs(Quantity quantity, String effect, Map<String, Map<Way, Figure>> known) {
        List<String> causes = switch (quantity) {
            case Quantity.Factor factor -> List.of(factor.cause());
            case Quantity.Product product -> product.factors();
            case Quantity.Value value -> List.of();
        };
        List<Inputs> all = List.of(new Inputs(Map.of(), Set.of(effect)));
        for (String cause : causes) {
            List<Inputs> ways = ways(cause, effect, known);
            // A factor that the change reaches without a number leaves the product without one; others stay as they
            // are.
            if (ways.isEmpty() && (entities.contains(cause) || causes.size() == 1)) {
                return List.of();
            }
            all = ways.isEmpty() ? all : combined(all, cause, ways);
        }
        return all.stream().filter(each -> !each.ranges().isEmpty()).toList();
    }

    private List<Inputs> combined(List<Inputs> all, String cause, List<Inputs> ways) {
        List<Inputs> combined = new ArrayList<>();
        for (Inputs one : all) {
            for (Inputs way : ways) {
                if (combined.size() == WAYS) {
                    cut = true;
                    return combined;
                }
                combined.add(one.with(cause, way));
            }
        }
        return combined;
    }

    /** What a cause is multiplied by, in every way that did not come by the effect. */
    private List<Inputs> ways(String cause, String effect, Map<String, Map<Way, Figure>> known) {
        if (cause.equals(start)) {
            return List.of(new Inputs(Map.of(cause, given), Set.of(cause)));
        }
        List<Inputs> ways = new ArrayList<>();
        known.getOrDefault(cause, Map.of()).forEach((way, figure) -> {
            if (!way.from().contains(effect)) {
                ways.add(new Inputs(Map.of(cause, figure.range()), way.from()));
            }
        });
        return ways;
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
