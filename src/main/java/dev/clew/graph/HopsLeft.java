package dev.clew.graph;

import dev.clew.model.Arcs;
import java.util.HashMap;
import java.util.Map;

/**
 * How many hops it is at least from each node to the end: one breadth-first search backwards over the arcs that the plan
 * walks, so no beginning that is too far off for the hops it has left needs to be gone on with. It scans up to every arc
 * once, and is therefore made only for a search that costs more without it.
 */
final class HopsLeft {
    private final Plan plan;
    private final Map<Integer, Integer> hops = new HashMap<>();
    private long work;

    /** Searches as far as the plan's hops reach. */
    HopsLeft(Plan plan) {
        this.plan = plan;
        hops.put(plan.to, 0);
        int[] row = {plan.to};
        for (int hop = 1; hop <= plan.maxHops && row.length > 0; hop++) {
            Ints next = new Ints(64);
            plan.view.prepare(row, row.length);
            for (int node : row) {
                reach(plan.view.against(node), true, hop, next);
                if (plan.eitherWay) {
                    reach(plan.view.along(node), false, hop, next);
                }
            }
            row = next.toArray();
        }
    }

    private void reach(Arcs arcs, boolean along, int hop, Ints next) {
        int[] cells = arcs.cells();
        work += arcs.count();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            int previous = cells[cell];
            if (plan.walks(cells[cell + 1], previous, along) && hops.putIfAbsent(previous, hop) == null) {
                next.add(previous);
            }
        }
    }

    /** How many arcs were scanned. */
    long work() {
        return work;
    }

    /** Whether the end can be near enough to a node for so many hops. */
    boolean fits(int node, int left) {
        return hops.getOrDefault(node, Integer.MAX_VALUE) <= left;
    }
}
