package dev.clew.graph;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.LinkGraph;
import dev.clew.model.LoopAnswer;
import dev.clew.model.LoopQuery;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.Searched;
import dev.clew.model.TwinAnswer;
import java.util.List;
import java.util.Optional;
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

    /** So much work goes into a search before it is asked which beginnings are too far off; most end far below. */
    private static final long PATIENCE = 100_000;

    private final LinkGraph graph;
    private final Relations relations;
    private final long limitArcs;
    private final long patience;
    private final Queue<Scratch> spare = new ConcurrentLinkedQueue<>();

    /** Searches a graph with the default limit of work. */
    public PathFinder(LinkGraph graph, Relations relations) {
        this(graph, relations, ARCS);
    }

    /** Searches a graph with another limit of work. */
    PathFinder(LinkGraph graph, Relations relations, long limitArcs) {
        this(graph, relations, new Enumeration.Effort(limitArcs, PATIENCE));
    }

    /** Searches a graph with another effort. */
    PathFinder(LinkGraph graph, Relations relations, Enumeration.Effort effort) {
        this.graph = graph;
        this.relations = relations;
        limitArcs = effort.limit();
        patience = effort.patience();
    }

    /**
     * The best paths, best first; none when there is none within the bounds.
     *
     * @throws dev.clew.model.ClewException (not-found) naming an entity that does not exist, (bad-request) naming a
     *     relation that does not exist or a change whose state is not kept
     */
    public PathAnswer find(PathQuery query) {
        query.filter().relations().forEach(relations::require);
        return graph.read(
                query.lens(),
                view -> find(new Plan(query, view, relations), query.bounds().k(), mostShifts(query)));
    }

    /**
     * The best path over exactly these entities, as the query's lens, filter and meaning allow; its ends are theirs.
     *
     * @param entities ids of 2 to 9 entities in order, from first to last
     * @throws dev.clew.model.ClewException (not-found) when it has no such path
     */
    public PathAnswer along(PathQuery query, List<String> entities) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> {
            Path path = along(query, entities, view);
            Searched searched = Searched.straight(entities.size() - 1, entities.size() - 1L, limitArcs);
            return new PathAnswer(List.of(path), searched, view.change());
        });
    }

    /**
     * The same, or nothing when the query's lens, filter and meaning leave no such path.
     *
     * @param entities ids of 2 to 9 entities in order, from first to last
     * @throws dev.clew.model.ClewException (not-found) naming an entity that does not exist
     */
    public Optional<Path> over(PathQuery query, List<String> entities) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> over(query, entities, view));
    }

    private Optional<Path> over(PathQuery query, List<String> entities, LinkGraph.View view) {
        int[] chain = entities.stream()
                .mapToInt(each -> Plan.require(view, "nodes", each))
                .toArray();
        return new PathBuilder(new Plan(query, view, relations), relations).build(chain);
    }

    private Path along(PathQuery query, List<String> entities, LinkGraph.View view) {
        return over(query, entities, view)
                .orElseThrow(
                        () -> new ClewException(
                                ErrorCode.NOT_FOUND,
                                "There is no path over " + String.join(", ", entities)
                                        + " with this sign through this lens. Ask for paths without nodes to see which there are."));
    }

    /**
     * The best path alone.
     *
     * @throws dev.clew.model.ClewException (not-found) when there is none within the bounds
     */
    public PathAnswer best(PathQuery query) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> {
            Path path = best(query, view);
            Searched searched = Searched.straight(query.bounds().maxHops(), 0, limitArcs);
            return new PathAnswer(List.of(path), searched, view.change());
        });
    }

    /**
     * A path with its opposite: the best path between the same ends that turns out the other way.
     *
     * @param query which path: the best one it finds
     * @param entities when not empty, the path over exactly these entities instead
     * @throws dev.clew.model.ClewException (not-found) when there is no path to begin with
     */
    public TwinAnswer twin(PathQuery query, List<String> entities) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> {
            Path path = entities.isEmpty() ? best(query, view) : along(query, entities, view);
            if (!path.sign().isDirected()) {
                Searched nothing = Searched.straight(query.bounds().maxHops(), 0, limitArcs);
                return new TwinAnswer(path, null, List.of(), nothing, view.change());
            }
            PathQuery opposite = query.with(new PathQuery.Meaning(
                            path.sign().opposite(), query.meaning().framing()))
                    .with(new PathQuery.Bounds(query.bounds().maxHops(), 1, PathQuery.Direction.OUT));
            PathAnswer found =
                    find(new Plan(opposite, view, relations), opposite.bounds().k(), mostShifts(opposite));
            Path twin = found.paths().isEmpty() ? null : found.paths().getFirst();
            List<TwinAnswer.Span> spans = twin == null ? List.of() : new TwinSpans(path, twin).spans();
            return new TwinAnswer(path, twin, spans, found.searched(), view.change());
        });
    }

    private Path best(PathQuery query, LinkGraph.View view) {
        PathAnswer found = find(new Plan(query, view, relations), 1, mostShifts(query));
        if (found.paths().isEmpty()) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "There is no path from " + query.ends().from() + " to "
                            + query.ends().to() + " within " + query.bounds().maxHops()
                            + " hops through this lens, so it has no opposite. Allow more hops or another lens.");
        }
        return found.paths().getFirst();
    }

    /**
     * The best feedback loops through an entity, best first: by shifts, the one where the loop closes among them, then as
     * paths are ordered. Only influence makes a loop; acts do not.
     *
     * @throws dev.clew.model.ClewException as {@link #find}
     */
    public LoopAnswer loops(LoopQuery query) {
        query.filter().relations().forEach(relations::require);
        return graph.read(query.lens(), view -> {
            int node = Plan.require(view, "entity", query.entity());
            Plan.Rules rules =
                    new Plan.Rules(query.filter(), query.lens().facts(), query.meaning(), query.bounds(), true);
            Plan plan = new Plan(new Plan.Ends(node, node), rules, view, relations);
            boolean consistent = query.meaning().framing() == PathQuery.Framings.CONSISTENT;
            PathAnswer found = find(
                    plan,
                    query.bounds().k(),
                    consistent ? 0 : 2 * query.bounds().maxHops());
            List<LoopAnswer.Loop> loops =
                    found.paths().stream().map(LoopAnswer.Loop::new).toList();
            return new LoopAnswer(loops, found.searched(), view.change());
        });
    }

    private PathAnswer find(Plan plan, int k, int mostShifts) {
        LinkGraph.View view = plan.view;
        long limit = Math.min(limitArcs, view.powers().arcs());
        view.prepare(new int[] {plan.from, plan.to}, 2);
        Scratch scratch = spare.poll();
        Scratch mine = scratch == null ? new Scratch() : scratch;
        LowerBounds bounds = new LowerBounds(plan, mine);
        int cheapest = bounds.search();
        Enumeration enumeration = new Enumeration(plan, bounds, new Enumeration.Effort(limit, patience));
        List<Chains.Chain> chains = List.of();
        if (cheapest != LowerBounds.NONE) {
            chains = enumeration.search(cheapest, k, mostShifts);
        }
        spare.add(mine);
        PathBuilder builder = new PathBuilder(plan, relations);
        List<Path> paths = chains.stream().map(builder::build).toList();
        Searched searched = new Searched(
                plan.maxHops,
                enumeration.work(),
                limit,
                enumeration.truncated(),
                enumeration.further(),
                enumeration.cut());
        return new PathAnswer(paths, searched, view.change());
    }

    private static int mostShifts(PathQuery query) {
        boolean consistent = query.meaning().framing() == PathQuery.Framings.CONSISTENT;
        return consistent ? 0 : 2 * (query.bounds().maxHops() - 1);
    }
}
