package dev.clew.graph;

import dev.clew.model.CommonAnswer;
import dev.clew.model.EntityKind;
import dev.clew.model.LinkGraph;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.ReachAnswer;
import dev.clew.model.ReachQuery;
import dev.clew.model.Relations;
import dev.clew.model.Searched;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Open search: what an entity influences or is influenced by, and what two have in common. Only influence is followed, along
 * it, and an act as a chain's first hop; costs are those of {@link PathFinder}, so hubs are damped. Work is limited to
 * {@value #ARCS} scanned arcs. Safe for any number of threads.
 */
public final class ReachFinder {
    /** Most arcs that one search scans. */
    public static final long ARCS = 4_000_000;

    private final LinkGraph graph;
    private final Relations relations;
    private final Queue<Scratch> spare = new ConcurrentLinkedQueue<>();

    /** Searches a graph. */
    public ReachFinder(LinkGraph graph, Relations relations) {
        this.graph = graph;
        this.relations = relations;
    }

    /**
     * What is reached, nearest first.
     *
     * @throws dev.clew.model.ClewException (not-found) naming an entity that does not exist, (bad-request) naming a
     *     relation that does not exist or a change whose state is not kept
     */
    public ReachAnswer reach(ReachQuery query) {
        query.filter().relations().forEach(relations::require);
        return graph.read(
                query.lens(),
                view -> lend(scratch -> {
                    Spread spread = spread(query, view, scratch);
                    IntPredicate listed = kinds(query, view);
                    spread.run(query.bounds().k(), listed);
                    List<Spread.Reached> nearest = spread.reached().stream()
                            .filter(each -> listed.test(each.node()))
                            .sorted(byCost(view))
                            .limit(query.bounds().k())
                            .toList();
                    int total = spread.total(listed);
                    List<ReachAnswer.Reached> reached = nearest.stream()
                            .map(each ->
                                    new ReachAnswer.Reached(view.id(each.node()), each.cost(), path(each, query, view)))
                            .toList();
                    Searched searched = searched(query, List.of(spread), total - reached.size());
                    return new ReachAnswer(reached, total, searched, view.change());
                }));
    }

    /**
     * What is upstream of both entities, or downstream of both.
     *
     * @param query the question of the first entity
     * @param other the id of the second
     * @throws dev.clew.model.ClewException as {@link #reach}
     */
    public CommonAnswer common(ReachQuery query, String other) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> {
            Spread[] spreads = new Spread[2];
            Map<Integer, Spread.Reached> first = lend(scratch -> {
                spreads[0] = spread(query, view, scratch);
                return all(spreads[0]);
            });
            Map<Integer, Spread.Reached> second = lend(scratch -> {
                spreads[1] = spread(query.of(other), view, scratch);
                return all(spreads[1]);
            });
            Set<Integer> ends =
                    Set.of(Plan.require(view, "entity", query.entity()), Plan.require(view, "other", other));
            List<Integer> both = first.keySet().stream()
                    .filter(second::containsKey)
                    .filter(node -> !ends.contains(node) && kinds(query, view).test(node))
                    .sorted(Comparator.comparingInt((Integer node) -> cost(node, first, second))
                            .thenComparing(view::id))
                    .toList();
            List<CommonAnswer.Common> common = both.stream()
                    .limit(query.bounds().k())
                    .map(node -> new CommonAnswer.Common(
                            view.id(node),
                            cost(node, first, second),
                            path(at(first, node), query, view),
                            path(at(second, node), query, view)))
                    .toList();
            Searched searched = searched(query, List.of(spreads), both.size() - common.size());
            return new CommonAnswer(common, both.size(), searched, view.change());
        });
    }

    private static Spread.Reached at(Map<Integer, Spread.Reached> reached, int node) {
        return Objects.requireNonNull(reached.get(node));
    }

    private static int cost(int node, Map<Integer, Spread.Reached> first, Map<Integer, Spread.Reached> second) {
        return at(first, node).cost() + at(second, node).cost();
    }

    private static Map<Integer, Spread.Reached> all(Spread spread) {
        spread.run(Integer.MAX_VALUE, node -> true);
        Map<Integer, Spread.Reached> all = new HashMap<>();
        spread.reached().forEach(each -> all.put(each.node(), each));
        return all;
    }

    private <T> T lend(Function<Scratch, T> work) {
        Scratch scratch = spare.poll();
        Scratch mine = scratch == null ? new Scratch() : scratch;
        T done = work.apply(mine);
        spare.add(mine);
        return done;
    }

    private Spread spread(ReachQuery query, LinkGraph.View view, Scratch scratch) {
        int node = Plan.require(view, "entity", query.entity());
        boolean ahead = query.direction() == ReachQuery.Direction.DOWNSTREAM;
        Plan.Ends ends = ahead ? new Plan.Ends(node, -1) : new Plan.Ends(-1, node);
        return new Spread(new Plan(ends, rules(query), view, relations), scratch, ARCS);
    }

    private static Plan.Rules rules(ReachQuery query) {
        PathQuery.Filter filter = query.filter();
        PathQuery.Filter anyKind =
                new PathQuery.Filter(filter.avoid(), filter.relations(), Set.of(), filter.minVoices());
        return new Plan.Rules(anyKind, query.lens().facts(), PathQuery.Meaning.ANY, query.bounds(), true);
    }

    private static IntPredicate kinds(ReachQuery query, LinkGraph.View view) {
        Set<EntityKind> kinds = query.filter().kinds();
        return node -> kinds.isEmpty() || kinds.contains(view.describe(node).kind());
    }

    private static Comparator<Spread.Reached> byCost(LinkGraph.View view) {
        return Comparator.comparingInt(Spread.Reached::cost)
                .thenComparingInt(each -> each.chain().length)
                .thenComparing(each -> view.id(each.node()));
    }

    private Path path(Spread.Reached reached, ReachQuery query, LinkGraph.View view) {
        int[] chain = reached.chain();
        Plan.Ends ends = new Plan.Ends(chain[0], chain[chain.length - 1]);
        return new PathBuilder(new Plan(ends, rules(query), view, relations), relations)
                .build(chain)
                .orElseThrow(() -> new IllegalStateException("a hop of a chain that was found has no reading"));
    }

    private static Searched searched(ReachQuery query, List<Spread> spreads, int others) {
        long work = spreads.stream().mapToLong(Spread::work).sum();
        boolean truncated = spreads.stream().anyMatch(Spread::truncated);
        long hubs = spreads.stream()
                .flatMap(spread -> spread.hubs().stream())
                .distinct()
                .count();
        Searched.Cut cut = new Searched.Cut(others, Math.toIntExact(hubs));
        return new Searched(query.bounds().maxHops(), work, ARCS, truncated, others > 0, cut);
    }
}
