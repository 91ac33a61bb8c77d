package dev.clew.graph;

import dev.clew.model.Arcs;
import java.util.HashMap;
import java.util.Map;

/**
 * How a path can go on from a node without growing too dear: the few arcs that can still lead to the end within a budget,
 * sifted once for each node of a search however often it is passed.
 */
final class Continuations {
    /** Cells of a continuation: see the constants. */
    static final int CELLS = 6;
    /** Where it leads. */
    static final int NEXT = 0;
    /** The stage after it. */
    static final int STAGE = 1;
    /** Its reading. */
    static final int READING = 2;
    /** What it costs, the entity it enters included. */
    static final int COST = 3;
    /** 1 when it turns the sign. */
    static final int TURN = 4;
    /** What it and the rest of the way cost at least. */
    static final int KEY = 5;

    /** Sifting takes in a little more than was asked for, so that the next threshold finds it done. */
    private static final int MARGIN = 10;

    private final Plan plan;
    private final LowerBounds bounds;
    private final Map<Integer, Sifted> sifted = new HashMap<>();
    private long work;

    /**
     * What a node's arcs were sifted to.
     *
     * @param budget arcs whose key is at most this are kept
     * @param cells the continuations; those to one node stand side by side
     * @param beyond the least key of the others; {@link LowerBounds#NONE} when no other leads to the end
     */
    record Sifted(int budget, int[] cells, int beyond) {}

    Continuations(Plan plan, LowerBounds bounds) {
        this.plan = plan;
        this.bounds = bounds;
    }

    /** How many arcs were scanned. */
    long work() {
        return work;
    }

    /** Every continuation of a node at a stage within a budget, and perhaps some beyond it. */
    Sifted of(int node, int stage, int budget) {
        int state = plan.state(node, stage, 0);
        Sifted known = sifted.get(state);
        if (known == null || known.budget() < budget) {
            known = new Sift(node, stage, budget + MARGIN).done();
            sifted.put(state, known);
        }
        return known;
    }

    /** One sifting. */
    private final class Sift {
        private final int node;
        private final int stage;
        private final int budget;
        private final Ints kept = new Ints(16);
        private int beyond = LowerBounds.NONE;

        Sift(int node, int stage, int budget) {
            this.node = node;
            this.stage = stage;
            this.budget = budget;
        }

        Sifted done() {
            Arcs along = plan.view.along(node);
            if (plan.eitherWay) {
                merge(along, plan.view.against(node));
            } else {
                work += along.count();
                for (int cell = along.start(); cell < along.end(); cell += Arcs.CELLS) {
                    sift(along.cells(), cell, true);
                }
            }
            return new Sifted(budget, kept.toArray(), beyond);
        }

        private void merge(Arcs along, Arcs against) {
            int cell = along.start();
            int other = against.start();
            work += along.count() + against.count();
            while (cell < along.end() || other < against.end()) {
                boolean first =
                        other == against.end() || (cell < along.end() && along.cells()[cell] <= against.cells()[other]);
                if (first) {
                    sift(along.cells(), cell, true);
                    cell += Arcs.CELLS;
                } else {
                    sift(against.cells(), other, false);
                    other += Arcs.CELLS;
                }
            }
        }

        private void sift(int[] cells, int cell, boolean isAlong) {
            int next = cells[cell];
            int traits = cells[cell + 1];
            int after = plan.enter(next, stage);
            if (after == Plan.CLOSED || !plan.walks(traits, node, isAlong)) {
                return;
            }
            int left = bounds.left(next, after);
            if (left == LowerBounds.NONE) {
                return;
            }
            int cost = PathCost.arc(traits) + plan.toll(next);
            int key = cost + left;
            if (key > budget) {
                beyond = Math.min(beyond, key);
                return;
            }
            kept.add(next);
            kept.add(after);
            kept.add(cells[cell + 2]);
            kept.add(cost);
            kept.add(plan.turn(traits));
            kept.add(key);
        }
    }
}
