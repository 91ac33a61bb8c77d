package dev.clew.graph;

import dev.clew.model.LinkGraph;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.Searched;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Finds the k best simple paths between two entities, over any engine.
 *
 * <p>Order: by the number of shifts of meaning or scope, then by cost ({@link PathCost}: hops, hubs entered, thin
 * evidence), then by the ids of the entities along the path; so the order is total and the same on every engine. Paths are
 * told apart by their entities; of several edges and readings between two entities the path takes those that make it best,
 * and shows the others as alternatives. Where a sign is wanted only hops that carry one are walked, and the product is part
 * of the search, not sieved out of its result.
 *
 * <p>How: {@link LowerBounds} runs two searches towards each other on a relaxed graph, {@link Enumeration} then lists real
 * paths within those bounds, {@link PathBuilder} fills in evidence. Work is limited to {@value #ARCS} scanned arcs; an
 * answer that was cut says so. Safe for any number of threads.
 */
public final class PathFinder {
    /** Most arcs that one search scans. */
    public static final long ARCS = 8_000_000;

    private final LinkGraph graph;
    private final Relations relations;
    private final long limitArcs;
    private final Queue<Scratch> spare = new ConcurrentLinkedQueue<>();

    /** Searches a graph with the default limit of work. */
    public PathFinder(LinkGraph graph, Relations relations) {
        this(graph, relations, ARCS);
    }

    /** Searches a graph with another limit of work. */
    PathFinder(LinkGraph graph, Relations relations, long limitArcs) {
        this.graph = graph;
        this.relations = relations;
        this.limitArcs = limitArcs;
    }

    /**
     * The best paths, best first; none when there is none within the bounds.
     *
     * @throws dev.clew.model.ClewException (not-found) naming an entity that does not exist, (bad-request) naming a
     *     relation that does not exist or a change whose state is not kept
     */
    public PathAnswer find(PathQuery query) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> find(query, view));
    }

    private PathAnswer find(PathQuery query, LinkGraph.View view) {
        Plan plan = new Plan(query, view, relations);
        view.prepare(new int[] {plan.from, plan.to}, 2);
        Scratch scratch = spare.poll();
        Scratch mine = scratch == null ? new Scratch() : scratch;
        LowerBounds bounds = new LowerBounds(plan, mine);
        int cheapest = bounds.search();
        Enumeration enumeration = new Enumeration(plan, bounds, limitArcs);
        List<Chains.Chain> chains = List.of();
        if (cheapest != LowerBounds.NONE) {
            chains = enumeration.search(cheapest, query.bounds().k(), mostShifts(query));
        }
        spare.add(mine);
        PathBuilder builder = new PathBuilder(plan, relations);
        List<Path> paths = chains.stream().map(builder::build).toList();
        Searched searched = new Searched(plan.maxHops, enumeration.work(), enumeration.truncated());
        return new PathAnswer(paths, searched, view.change());
    }

    private static int mostShifts(PathQuery query) {
        boolean consistent = query.meaning().framing() == PathQuery.Framings.CONSISTENT;
        return consistent ? 0 : 2 * (query.bounds().maxHops() - 1);
    }
}
