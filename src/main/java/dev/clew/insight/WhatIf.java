package dev.clew.insight;

import dev.clew.model.Edge;
import dev.clew.model.Edges;
import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.ReachAnswer;
import dev.clew.model.ReachQuery;
import dev.clew.model.Sign;
import dev.clew.ontology.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What follows downstream when one thing is multiplied: by how much where claims give numbers, in which direction where they
 * give none. Numbers travel only along edges, by the formulas of the ontology, each figure from one claim. Safe for any
 * number of threads.
 *
 * <p>Cost: the edges between the entities reached are looked up pair by pair, at most 51 entities, and at most {@value
 * #INSIGHTS} claims are read.
 */
public final class WhatIf {
    /** Most claims that are read for numbers. */
    public static final int INSIGHTS = 2_000;

    /** Most ways of reckoning that are followed to one entity. */
    public static final int WAYS = Propagation.WAYS;

    private final Function<ReachQuery, ReachAnswer> reach;
    private final Edges edges;
    private final Figures figures;

    /** Answers from these. */
    public WhatIf(Function<ReachQuery, ReachAnswer> reach, Edges edges) {
        this.reach = reach;
        this.edges = edges;
        this.figures = new Figures();
    }

    /**
     * What follows.
     *
     * @param effects one for each entity reached, nearest first
     * @param start the values of the entity that is multiplied
     * @param read what it was reckoned from
     * @param reached how far influence was followed
     */
    public record Answer(List<Effect> effects, List<Figure> start, Read read, ReachAnswer reached) {}

    /**
     * What was read for numbers.
     *
     * @param claims how many claims
     * @param claimsCut whether there were more
     * @param waysCut whether more ways lead to an entity than were followed, so that its range may be too narrow
     */
    public record Read(int claims, boolean claimsCut, boolean waysCut) {}

    /**
     * What becomes of one entity.
     *
     * @param reached how influence gets there
     * @param direction whether it becomes more or less; {@code ?} where that is open
     * @param range by how much it is multiplied; null where no claim gives a number
     * @param figures what the range rests on, and values scaled by it
     */
    public record Effect(
            ReachAnswer.Reached reached,
            Sign direction,
            @Nullable Range range,
            List<Figure> figures) {}

    /**
     * Asks.
     *
     * @param query the entity, the lens and the bounds; downstream
     * @param factor by how much the entity is multiplied, above 0 and not 1
     * @param insight gives a published insight
     */
    public Answer ask(ReachQuery query, double factor, Function<String, Optional<Insight>> insight) {
        ReachAnswer reached = reach.apply(query);
        List<String> entities = new ArrayList<>(List.of(query.entity()));
        reached.reached().forEach(each -> entities.add(each.entity()));
        TreeSet<String> ids = evidence(entities, query);
        Map<String, Insight> claims = new TreeMap<>();
        ids.stream().limit(INSIGHTS).forEach(id -> insight.apply(id).ifPresent(claim -> claims.put(id, claim)));
        Propagation spread = new Propagation(figures, claims, entities);
        Map<String, List<Figure>> found =
                spread.from(query.entity(), factor, query.bounds().maxHops());
        List<Effect> effects = reached.reached().stream()
                .map(each -> effect(each, factor, found.getOrDefault(each.entity(), List.of()), spread))
                .toList();
        List<Figure> start = spread.values(query.entity(), new Range(factor, factor));
        Read read = new Read(claims.size(), ids.size() > INSIGHTS, spread.isCut());
        return new Answer(effects, start, read, reached);
    }

    /** Claims behind the edges between any two of these entities. */
    private TreeSet<String> evidence(List<String> entities, ReachQuery query) {
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < entities.size(); i++) {
            for (int j = i + 1; j < entities.size(); j++) {
                for (Edge edge : edges.between(entities.get(i), entities.get(j), query.lens())) {
                    edge.evidence().stream()
                            .filter(each -> each.kind() == Evidence.Kind.INSIGHT)
                            .map(Evidence::id)
                            .forEach(ids::add);
                }
            }
        }
        return ids;
    }

    private static Effect effect(ReachAnswer.Reached reached, double factor, List<Figure> found, Propagation spread) {
        Sign sign = reached.path().sign();
        Sign turned = factor > 1 ? sign : sign.opposite();
        if (found.isEmpty()) {
            return new Effect(reached, turned, null, List.of());
        }
        Range range = found.stream().map(Figure::range).reduce(Range::around).orElseThrow();
        List<Figure> all = new ArrayList<>(found);
        all.addAll(spread.values(reached.entity(), range));
        Sign direction = range.low() > 1 ? Sign.PLUS : range.high() < 1 ? Sign.MINUS : Sign.UNKNOWN;
        return new Effect(reached, direction, range, all);
    }

    /**
     * From how much to how much.
     *
     * @param low the least
     * @param high the most
     */
    public record Range(double low, double high) {
        static Range around(Range one, Range other) {
            return new Range(Math.min(one.low(), other.low()), Math.max(one.high(), other.high()));
        }

        static Range of(double one, double other) {
            return new Range(Math.min(one, other), Math.max(one, other));
        }
    }

    /**
     * One number with what it comes from.
     *
     * @param formula the formula that gave it
     * @param insight the id of the claim that gives the number
     * @param range the result
     * @param unit of a value; null for a factor
     * @param inputs what it was reckoned from: by how much each of these entities is multiplied
     */
    public record Figure(
            Formula formula,
            String insight,
            Range range,
            @Nullable String unit,
            Map<String, Range> inputs) {
        /** Copies the inputs. */
        public Figure {
            inputs = Map.copyOf(inputs);
        }
    }
}
