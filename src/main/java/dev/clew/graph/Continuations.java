package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Searched;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

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
    private static final int MARGIN = 2;

    /** Before a node is sifted the ball around the end may scan so many times what sifting scans, and a little more. */
    private static final int BACK = 1;

    private static final int BACK_AT_LEAST = 256;
    /** About what looking up one node among many arcs costs, in arcs scanned. */
    private static final int STEPS_A_LOOK_UP = 16;

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

    /** The arcs at the nodes that were passed which were left aside, and the hubs among these nodes. */
    Searched.Cut cut() {
        long leftAside = 0;
        Set<Integer> hubs = new HashSet<>();
        for (Map.Entry<Integer, Sifted> each : sifted.entrySet()) {
            int node = plan.nodeOf(each.getKey());
            int met = plan.view.along(node).count()
                    + (plan.eitherWay ? plan.view.against(node).count() : 0);
            leftAside += met - each.getValue().cells().length / CELLS;
            if (node != plan.from && PathCost.isHub(plan.view.degreeLog2(node))) {
                hubs.add(node);
            }
        }
        return new Searched.Cut(leftAside, hubs.size());
    }

    /** Every continuation of a node at a stage within a budget, and perhaps some beyond it. */
    Sifted of(int node, int stage, int budget) {
        int state = plan.state(node, stage, 0);
        Sifted known = sifted.get(state);
        if (known == null || known.budget() < budget) {
            known = sift(node, stage, budget + MARGIN);
            sifted.put(state, known);
        }
        return known;
    }

    /**
     * Once the ball around the end is wide enough that nothing outside it fits the budget, a hub is sifted by looking up
     * the few that fit among its many arcs, instead of scanning those.
     */
    private Sifted sift(int node, int stage, int budget) {
        int count = plan.view.along(node).count();
        int furthest = budget - PathCost.HOP;
        bounds.grow(BACK * (work + count) + BACK_AT_LEAST, furthest + 1);
        int inside = bounds.settledWithin(furthest);
        Sift sift = new Sift(node, stage, budget);
        return bounds.radius() > furthest && inside < count / STEPS_A_LOOK_UP ? sift.lookUp(inside) : sift.scan();
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

        Sifted scan() {
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

        Sifted lookUp(int inside) {
            work += (long) inside * STEPS_A_LOOK_UP;
            Arcs along = plan.view.along(node);
            Arcs against = plan.eitherWay ? plan.view.against(node) : Arcs.NONE;
            for (int i = 0; i < inside; i++) {
                int state = bounds.settled(i);
                int next = plan.nodeOf(state);
                if (plan.enter(next, stage) == plan.stageOf(state) && isFirst(state, next)) {
                    lookUp(along, next, true);
                    lookUp(against, next, false);
                }
            }
            beyond = Math.min(beyond, beyond(inside));
            return new Sifted(budget, kept.toArray(), beyond);
        }

        /** The least key of what was not looked up: farther off in the ball, or outside it; nothing when the ball is all. */
        private int beyond(int inside) {
            int nearest = bounds.nextSettled(inside);
            return nearest == LowerBounds.NONE ? nearest : PathCost.HOP + nearest;
        }

        /** With signs a node has two states in the ball; it is looked up for the nearer one. */
        private boolean isFirst(int state, int next) {
            int sign = plan.signOf(state);
            int mine = bounds.left(next, plan.stageOf(state), sign);
            int other = plan.signed ? bounds.left(next, plan.stageOf(state), 1 - sign) : LowerBounds.NONE;
            return mine < other || (mine == other && sign == 0);
        }

        private void lookUp(Arcs arcs, int next, boolean isAlong) {
            int[] cells = arcs.cells();
            for (int cell = arcs.first(next); cell < arcs.end() && cells[cell] == next; cell += Arcs.CELLS) {
                sift(cells, cell, isAlong);
            }
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
