package dev.clew.graph;

import dev.clew.model.Arcs;

/**
 * Cheapest ways on the relaxed graph, in which an entity may be passed twice and meanings never shift: no real path is
 * cheaper, so what is left to the end bounds every path from below.
 *
 * <p>Two searches run towards each other (Dijkstra 1959, from both ends as Nicholson 1966; rows of equal distance as Dial
 * 1969), the one that has scanned less going first, until their radii together reach the cheapest meeting. Hubs are dear,
 * so they are rarely opened and the balls stay small. Outside the ball around the end its radius is the bound.
 */
final class LowerBounds {
    /** No way at all. */
    static final int NONE = Integer.MAX_VALUE;

    private final Plan plan;
    private final Scratch.Side ahead;
    private final Scratch.Side back;
    private long aheadWork;
    private long backWork;
    private int best = NONE;
    private int radius;
    /** How many nodes are worth asking for in one go; 0 when none. */
    private final int atOnce;

    private final Ints settled = new Ints(64);

    LowerBounds(Plan plan, Scratch scratch) {
        this.plan = plan;
        this.ahead = scratch.ahead;
        this.back = scratch.back;
        this.atOnce = plan.view.powers().ahead();
    }

    /** Searches. @return the cost of the cheapest way, {@link #NONE} when there is none */
    int search() {
        ahead.begin();
        back.begin();
        ahead.improve(plan.state(plan.from, 0, 0), 0);
        back.improve(plan.state(plan.to, plan.lastStage(), 0), 0);
        while (!ahead.open.isEmpty()
                && !back.open.isEmpty()
                && (best == NONE || ahead.open.nearest() + back.open.nearest() < best)) {
            if (aheadWork + toScan(ahead) <= backWork + toScan(back)) {
                step(ahead, true);
            } else {
                step(back, false);
            }
        }
        grow(0, 0);
        return best;
    }

    /**
     * Widens the ball around the end, which makes bounds tighter and never looser.
     *
     * @param work goes on while fewer arcs than this were scanned
     * @param reach and while its radius is below this
     */
    void grow(long work, int reach) {
        while (!back.open.isEmpty() && back.open.nearest() < reach && backWork + toScan(back) <= work) {
            step(back, false);
        }
        radius = back.open.isEmpty() ? NONE : back.open.nearest();
    }

    /** Below this distance from the end every state is in the ball; {@link #NONE} when the ball is all there is. */
    int radius() {
        return radius;
    }

    /** How many states of the ball are at most so far from the end; they are the first of {@link #settled}. */
    int settledWithin(int distance) {
        int low = 0;
        int high = settled.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (back.distance(settled.values[middle]) <= distance) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How far from the end every state is at least that is not among the first so many of {@link #settled}. */
    int nextSettled(int count) {
        return count < settled.size ? back.distance(settled.values[count]) : radius;
    }

    /** A state of the ball around the end, nearest first. */
    int settled(int place) {
        return settled.values[place];
    }

    /** How many arcs were scanned. */
    long work() {
        return aheadWork + backWork;
    }

    /** The least that is left from a node at a stage with a sign; {@link #NONE} when the end cannot be reached. */
    int left(int node, int stage, int sign) {
        if (node == plan.to) {
            return sign == 0 ? 0 : NONE;
        }
        int state = plan.state(node, stage, sign);
        return back.isSettled(state) ? back.distance(state) : radius;
    }

    /** The least that is left from a node at a stage with any sign. */
    int left(int node, int stage) {
        int left = left(node, stage, 0);
        return plan.signed ? Math.min(left, left(node, stage, 1)) : left;
    }

    /** About how many arcs the nearest row scans. */
    private long toScan(Scratch.Side side) {
        Ints row = side.open.row();
        long arcs = 0;
        for (int i = 0; i < row.size && i < 32; i++) {
            if (row.values[i] < 0) {
                arcs += 1L << plan.view.degreeLog2(plan.nodeOf(~row.values[i]));
            }
        }
        return arcs;
    }

    /**
     * Settles the nearest states. A settled state is opened only when the least that lies behind it is due, {@code ~state}
     * standing for it until then: hubs far from the goal are so never scanned.
     */
    private void step(Scratch.Side side, boolean forward) {
        int distance = side.open.nearest();
        Ints row = side.open.row();
        if (atOnce > 0) {
            prepare(side, row.size);
        }
        for (int i = 0; i < row.size; i++) {
            int state = row.values[i];
            if (state < 0) {
                open(~state, forward);
            } else if (!side.isSettled(state) && side.distance(state) == distance) {
                side.settle(state);
                if (!forward) {
                    settled.add(state);
                }
                meet(state, distance, forward);
                if (!isAtEnd(state, forward)) {
                    int node = plan.nodeOf(state);
                    side.open.add(~state, distance + PathCost.HOP + (forward ? 0 : plan.toll(node)));
                }
            }
        }
        side.open.taken();
    }

    /** Has an engine far away fetch what is opened now, and with it what is opened soon. */
    private void prepare(Scratch.Side side, int rowSize) {
        Ints waiting = side.open.waiting(rowSize + 4 * atOnce);
        Ints nodes = new Ints(64);
        int due = 0;
        for (int i = 0; i < waiting.size; i++) {
            if (waiting.values[i] < 0) {
                nodes.add(plan.nodeOf(~waiting.values[i]));
            }
            due = i < rowSize ? nodes.size : due;
        }
        plan.view.prepare(nodes.toArray(), due);
    }

    private boolean isAtEnd(int state, boolean forward) {
        int node = plan.nodeOf(state);
        return forward
                ? node == plan.to && plan.stageOf(state) == plan.lastStage()
                : node == plan.from && plan.stageOf(state) == 0;
    }

    private void open(int state, boolean forward) {
        if (forward) {
            openAhead(state, ahead.distance(state));
        } else {
            openBack(state, back.distance(state));
        }
    }

    private void meet(int state, int distance, boolean forward) {
        int node = plan.nodeOf(state);
        int other = plan.signed ? plan.state(node, plan.stageOf(state), plan.signOf(state) ^ plan.wanted) : state;
        int rest = (forward ? back : ahead).distance(other);
        if (rest != NONE && distance + rest < best) {
            best = distance + rest;
        }
    }

    private void openAhead(int state, int distance) {
        int node = plan.nodeOf(state);
        int stage = plan.stageOf(state);
        int sign = plan.signOf(state);
        openAhead(plan.view.along(node), node, new int[] {distance, stage, sign}, true);
        if (plan.eitherWay) {
            openAhead(plan.view.against(node), node, new int[] {distance, stage, sign}, false);
        }
    }

    private void openAhead(Arcs arcs, int node, int[] at, boolean along) {
        int[] cells = arcs.cells();
        aheadWork += arcs.count();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            int traits = cells[cell + 1];
            if (!plan.walks(traits, node, along)) {
                continue;
            }
            int next = cells[cell];
            int distance = at[0] + PathCost.arc(traits) + plan.toll(next);
            if (distance >= best) {
                continue;
            }
            int stage = plan.enter(next, at[1]);
            if (stage != Plan.CLOSED) {
                int state = plan.state(next, stage, at[2] ^ plan.turn(traits));
                if (distance < ahead.distance(state)) {
                    ahead.improve(state, distance);
                    meet(state, distance, true);
                }
            }
        }
    }

    private void openBack(int state, int distance) {
        int node = plan.nodeOf(state);
        int stage = plan.stageOf(state);
        int before = plan.before(node, stage);
        int[] at = {distance + plan.toll(node), before, plan.signOf(state)};
        openBack(plan.view.against(node), at, true);
        if (plan.eitherWay) {
            openBack(plan.view.along(node), at, false);
        }
    }

    private void openBack(Arcs arcs, int[] at, boolean along) {
        int[] cells = arcs.cells();
        backWork += arcs.count();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            int traits = cells[cell + 1];
            int previous = cells[cell];
            if (!plan.walks(traits, previous, along)) {
                continue;
            }
            int distance = at[0] + PathCost.arc(traits);
            if (plan.isOpen(previous, at[1])) {
                int state = plan.state(previous, at[1], at[2] ^ plan.turn(traits));
                if (distance < back.distance(state)) {
                    back.improve(state, distance);
                    meet(state, distance, false);
                }
            }
        }
    }
}
