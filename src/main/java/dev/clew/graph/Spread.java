package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.LinkGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Follows influence from one entity, or back from it, cheapest first, within a number of hops (Dijkstra 1959 over nodes and
 * hops). Where two chains are as cheap and as short, the one whose entities come first by id is kept. Not thread-safe.
 */
final class Spread {
    private static final int NOBODY = -1;

    private final Plan plan;
    private final boolean ahead;
    private final int start;
    private final long limit;
    private final int layers;
    private final Scratch.Side side;
    private final Map<Integer, Integer> parents = new HashMap<>();
    /** The best state of each node, in the order in which nodes were settled. */
    private final Map<Integer, Integer> best = new HashMap<>();

    private final List<Integer> order = new ArrayList<>();
    private long work;
    private boolean truncated;

    /**
     * A node that was reached.
     *
     * @param node its number
     * @param cost of the chain
     * @param chain its nodes, from cause to effect
     */
    record Reached(int node, int cost, int[] chain) {}

    /** From {@code plan.from} on when that is a node, else back from {@code plan.to}. */
    Spread(Plan plan, Scratch scratch, long limit) {
        this.plan = plan;
        this.ahead = plan.from >= 0;
        this.start = ahead ? plan.from : plan.to;
        this.side = scratch.ahead;
        this.limit = limit;
        // A state is a node, the hops to it, and whether an act led there, behind which nothing is.
        this.layers = (plan.maxHops + 1) * 2;
    }

    long work() {
        return work;
    }

    boolean truncated() {
        return truncated;
    }

    /** The hubs among the nodes that were settled. */
    Set<Integer> hubs() {
        return order.stream()
                .filter(node -> PathCost.isHub(plan.view.degreeLog2(node)))
                .collect(Collectors.toSet());
    }

    /** Settles nodes until so many that count are settled, and all that are as near as the last of them. */
    void run(int most, IntPredicate counts) {
        side.begin();
        side.improve(start * layers, 0);
        int counted = 0;
        while (!side.open.isEmpty() && counted < most && !truncated) {
            int distance = side.open.nearest();
            Ints row = side.open.row();
            prepare(row);
            for (int i = 0; i < row.size; i++) {
                int state = row.values[i];
                if (!side.isSettled(state) && side.distance(state) == distance) {
                    side.settle(state);
                    counted += settle(state) && counts.test(state / layers) ? 1 : 0;
                }
            }
            side.open.taken();
        }
    }

    private void prepare(Ints row) {
        if (plan.view.powers().ahead() > 0) {
            Ints nodes = new Ints(row.size + 1);
            for (int i = 0; i < row.size; i++) {
                if (hops(row.values[i]) < plan.maxHops && !isTerminal(row.values[i])) {
                    nodes.add(row.values[i] / layers);
                }
            }
            plan.view.prepare(nodes.toArray(), nodes.size);
        }
    }

    /** @return whether it is the first state of its node */
    private boolean settle(int state) {
        int node = state / layers;
        Integer known = best.get(node);
        boolean isFirst = known == null && node != start;
        if (known == null || (side.distance(known) == side.distance(state) && isBetter(state, known))) {
            best.put(node, state);
        }
        if (isFirst) {
            order.add(node);
        }
        if (known == null || hops(known) > hops(state) || isTerminal(known)) {
            extend(state);
        }
        return isFirst;
    }

    private boolean isBetter(int state, int than) {
        return hops(state) != hops(than) ? hops(state) < hops(than) : compare(chain(state), chain(than)) < 0;
    }

    private void extend(int state) {
        int node = state / layers;
        int hops = hops(state);
        if (hops == plan.maxHops || isTerminal(state)) {
            return;
        }
        Arcs arcs = ahead ? plan.view.along(node) : plan.view.against(node);
        work += arcs.count();
        truncated |= work > limit;
        int toll = node == start ? 0 : plan.toll(node);
        int[] cells = arcs.cells();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            int next = cells[cell];
            int traits = cells[cell + 1];
            boolean act = Arcs.isAct(traits);
            // Back from an effect nobody knows yet who begins the chain: whoever acts does.
            int first = act && !ahead ? plan.from : ahead ? node : next;
            if (next != start && plan.enter(next, 0) != Plan.CLOSED && plan.walks(traits, first, true)) {
                int reached = next * layers + (hops + 1) * 2 + (act && !ahead ? 1 : 0);
                reach(reached, state, side.distance(state) + toll + PathCost.arc(traits));
            }
        }
    }

    private void reach(int state, int parent, int distance) {
        int known = side.distance(state);
        if (distance < known) {
            side.improve(state, distance);
            parents.put(state, parent);
        } else if (distance == known && !side.isSettled(state)) {
            int before = parents.getOrDefault(state, NOBODY);
            if (before != parent && compare(chain(parent), chain(before)) < 0) {
                parents.put(state, parent);
            }
        }
    }

    private int hops(int state) {
        return state % layers / 2;
    }

    private static boolean isTerminal(int state) {
        return (state & 1) == 1;
    }

    /** From cause to effect. */
    private int[] chain(int state) {
        int hops = hops(state);
        int[] chain = new int[hops + 1];
        int at = state;
        for (int i = hops; i >= 0; i--) {
            chain[ahead ? i : hops - i] = at / layers;
            at = i == 0 ? at : parents.getOrDefault(at, NOBODY);
        }
        return chain;
    }

    private int compare(int[] one, int[] other) {
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            if (one[i] != other[i]) {
                return plan.view.id(one[i]).compareTo(plan.view.id(other[i]));
            }
        }
        return Integer.compare(one.length, other.length);
    }

    /** Everything that was settled. */
    List<Reached> reached() {
        List<Reached> reached = new ArrayList<>();
        for (int node : order) {
            int state = best.getOrDefault(node, NOBODY);
            reached.add(new Reached(node, side.distance(state), chain(state)));
        }
        return reached;
    }

    /** How many nodes that count are within the hops, by a pass that scans each node once. */
    int total(IntPredicate counts) {
        BitSet seen = new BitSet();
        seen.set(start);
        Ints level = new Ints(16);
        level.add(start);
        int total = 0;
        BitSet open = new BitSet();
        for (int hops = 0; hops < plan.maxHops && level.size > 0; hops++) {
            Ints next = new Ints(64);
            plan.view.prepare(level.toArray(), level.size);
            for (int i = 0; i < level.size; i++) {
                scan(level.values[i], seen, open, next);
            }
            level = next;
        }
        for (int node = seen.nextSetBit(0); node >= 0; node = seen.nextSetBit(node + 1)) {
            total += node != start && counts.test(node) ? 1 : 0;
        }
        return total;
    }

    /** Nodes that only an act leads back to are seen, and opened when influence leads there too. */
    private void scan(int node, BitSet seen, BitSet open, Ints next) {
        LinkGraph.View view = plan.view;
        Arcs arcs = ahead ? view.along(node) : view.against(node);
        int[] cells = arcs.cells();
        work += arcs.count();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            int other = cells[cell];
            boolean act = Arcs.isAct(cells[cell + 1]) && !ahead;
            int first = act ? plan.from : ahead ? node : other;
            if (other != start
                    && !open.get(other)
                    && plan.enter(other, 0) != Plan.CLOSED
                    && plan.walks(cells[cell + 1], first, true)) {
                seen.set(other);
                if (!act) {
                    open.set(other);
                    next.add(other);
                }
            }
        }
    }
}
