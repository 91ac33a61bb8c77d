package dev.clew.graph;

import dev.clew.model.PathRules;
import dev.clew.model.Searched;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the cheapest real chains in order, within a limit of work.
 *
 * <p>Chains without shift come first, then those with one, and so on. For each number of shifts it walks every simple
 * beginning depth first whose cost so far plus the lower bound of what is left stays within a threshold, and raises the
 * threshold to what it just missed until k chains are found or nothing was missed (iterative deepening A*, Korf 1985, with
 * the bounds of {@link LowerBounds}). k shortest simple paths by deviation (Yen 1971, Lawler 1972) would search anew for
 * every deviation; here one pair of balls serves all. A beginning carries, for each reading and sign in which its last hop
 * can be taken, the least cost so far, so that shifts and signs are exact although chains are told apart by nodes alone.
 */
final class Enumeration {
    /** After so many rounds thresholds are raised by steps twice as large. */
    private static final int ROUNDS_A_STEP = 4;

    /**
     * How much a search may cost.
     *
     * @param limit most arcs scanned and steps tried
     * @param patience so many of them before {@link HopsLeft} is asked which beginnings are too far off
     */
    record Effort(long limit, long patience) {}

    private final Plan plan;
    private final LowerBounds bounds;
    private final long limit;
    private final int[] path;
    private final Level[] levels;
    private final List<Chains.Chain> found = new ArrayList<>();
    private Chains chains;
    private final Continuations continuations;
    private long walked;
    private long passLimit;
    private final long patience;
    private @Nullable HopsLeft hopsLeft;
    private boolean truncated;
    private boolean further;
    private boolean shiftCut;
    private int allowedShifts;
    private int threshold;
    private int nearestMiss;
    private final int atOnce;

    /** The ways in which the beginning up to one node can be read. */
    private static final class Level {
        int stage;
        int count;
        int[] reading = new int[4];
        /** The reading of the first hop where the path is a loop, for the shift at its end; else 0. */
        int[] first = new int[4];

        int[] sign = new int[4];
        int[] shifts = new int[4];
        int[] cost = new int[4];

        void put(int readingNumber, int firstReading, int signSoFar, int shiftsSoFar, int costSoFar) {
            int place = 0;
            while (place < count
                    && (reading[place] != readingNumber || sign[place] != signSoFar || first[place] != firstReading)) {
                place++;
            }
            if (place < count && !isLess(shiftsSoFar, costSoFar, place)) {
                return;
            }
            if (place == count) {
                grow();
                count++;
            }
            reading[place] = readingNumber;
            first[place] = firstReading;
            sign[place] = signSoFar;
            shifts[place] = shiftsSoFar;
            cost[place] = costSoFar;
        }

        private boolean isLess(int shiftsSoFar, int costSoFar, int place) {
            return shiftsSoFar < shifts[place] || (shiftsSoFar == shifts[place] && costSoFar < cost[place]);
        }

        private void grow() {
            if (count == reading.length) {
                reading = Arrays.copyOf(reading, count * 2);
                first = Arrays.copyOf(first, count * 2);
                sign = Arrays.copyOf(sign, count * 2);
                shifts = Arrays.copyOf(shifts, count * 2);
                cost = Arrays.copyOf(cost, count * 2);
            }
        }

        int leastCost() {
            int least = cost[0];
            for (int i = 1; i < count; i++) {
                least = Math.min(least, cost[i]);
            }
            return least;
        }

        int best() {
            int best = 0;
            for (int i = 1; i < count; i++) {
                if (isLess(shifts[i], cost[i], best)) {
                    best = i;
                }
            }
            return best;
        }
    }

    Enumeration(Plan plan, LowerBounds bounds, Effort effort) {
        this.plan = plan;
        this.bounds = bounds;
        limit = effort.limit();
        patience = effort.patience();
        atOnce = plan.view.powers().ahead();
        this.continuations = new Continuations(plan, bounds);
        path = new int[plan.maxHops + 1];
        levels = new Level[plan.maxHops + 1];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = new Level();
        }
        path[0] = plan.from;
        levels[0].put(0, 0, 0, 0, 0);
        chains = new Chains(plan.view, 1);
    }

    /**
     * The best chains, best first.
     *
     * @param cheapest the cost of the cheapest way on the relaxed graph
     * @param most how many chains
     * @param mostShifts how many shifts a chain may have
     */
    List<Chains.Chain> search(int cheapest, int most, int mostShifts) {
        for (allowedShifts = 0; allowedShifts <= mostShifts && found.size() < most; allowedShifts++) {
            passLimit = work() + (limit - work()) / 2;
            shiftCut = false;
            chains = new Chains(plan.view, most - found.size());
            pass(cheapest);
            found.addAll(chains.kept());
            further = shiftCut || chains.dropped() || nearestMiss != LowerBounds.NONE;
            if (!shiftCut) {
                break;
            }
        }
        return found;
    }

    /** How many arcs were scanned and steps tried, those of the lower bounds included. */
    long work() {
        return bounds.work() + continuations.work() + walked + (hopsLeft == null ? 0 : hopsLeft.work());
    }

    /** What was met and not followed. */
    Searched.Cut cut() {
        return continuations.cut();
    }

    boolean truncated() {
        return truncated;
    }

    /** Whether something beyond what was found was passed over. */
    boolean further() {
        return further;
    }

    private void pass(int cheapest) {
        int reach = cheapest;
        for (int round = 0; !chains.isFull(); round++) {
            threshold = reach;
            nearestMiss = LowerBounds.NONE;
            extend(0);
            if (work() > passLimit) {
                truncated = true;
                return;
            }
            if (nearestMiss == LowerBounds.NONE || threshold >= dearest()) {
                return;
            }
            reach = Math.max(nearestMiss, reach + (1 << round / ROUNDS_A_STEP));
        }
    }

    /** What no path costs more than: what it missed at such a threshold are bounds, not paths. */
    private int dearest() {
        return plan.maxHops * PathCost.HIGHEST;
    }

    /** Whether the end can be reached from a node in the hops that are left after entering it. */
    private boolean isNear(int depth, int next) {
        if (hopsLeft == null) {
            if (work() <= patience) {
                return true;
            }
            hopsLeft = new HopsLeft(plan);
        }
        return hopsLeft.fits(next, plan.maxHops - depth - 1);
    }

    private void extend(int depth) {
        Level here = levels[depth];
        int least = here.leastCost();
        Continuations.Sifted onward = continuations.of(path[depth], here.stage, threshold - least);
        int[] cells = onward.cells();
        walked += cells.length / Continuations.CELLS;
        if (onward.beyond() != LowerBounds.NONE) {
            nearestMiss = Math.min(nearestMiss, least + onward.beyond());
        }
        if (atOnce > 0) {
            prepare(depth, cells, threshold - least);
        }
        int cell = 0;
        while (cell < cells.length && work() <= passLimit) {
            int next = cells[cell];
            int stage = cells[cell + Continuations.STAGE];
            boolean open = leavesRoom(depth, next, stage)
                    && (next == plan.to || (!isOnPath(depth, next) && isNear(depth, next)));
            levels[depth + 1].count = 0;
            levels[depth + 1].stage = stage;
            for (; cell < cells.length && cells[cell] == next; cell += Continuations.CELLS) {
                if (open) {
                    step(depth, cells, cell);
                }
            }
            if (levels[depth + 1].count > 0) {
                arrive(depth, next);
            }
        }
    }

    /** Has an engine far away fetch the nodes that the beginning may go on over. */
    private void prepare(int depth, int[] cells, int budget) {
        Ints nodes = new Ints(16);
        for (int cell = 0; cell < cells.length; cell += Continuations.CELLS) {
            boolean goesOn = cells[cell] != plan.to && !isOnPath(depth, cells[cell]) && depth + 2 <= plan.maxHops;
            if (goesOn && cells[cell + Continuations.KEY] <= budget) {
                nodes.add(cells[cell]);
            }
        }
        plan.view.prepare(nodes.toArray(), nodes.size);
    }

    /** Whether the nodes that must still be passed fit into the hops that are left. */
    private boolean leavesRoom(int depth, int next, int stage) {
        return next == plan.to || depth + 2 + plan.stages() - stage <= plan.maxHops;
    }

    private void step(int depth, int[] cells, int cell) {
        Level here = levels[depth];
        Level there = levels[depth + 1];
        int reading = cells[cell + Continuations.READING];
        for (int i = 0; i < here.count; i++) {
            int cost = here.cost[i] + cells[cell + Continuations.COST];
            int sign = here.sign[i] ^ cells[cell + Continuations.TURN];
            int left = bounds.left(cells[cell], there.stage, sign ^ plan.wanted);
            if (left == LowerBounds.NONE) {
                continue;
            }
            if (cost + left > threshold) {
                nearestMiss = Math.min(nearestMiss, cost + left);
                continue;
            }
            int first = plan.loop && depth == 0 ? reading : here.first[i];
            int shifts = here.shifts[i] + shifts(here.reading[i], reading);
            shifts += plan.loop && cells[cell] == plan.to ? shifts(reading, first) : 0;
            if (shifts > allowedShifts) {
                shiftCut = true;
                continue;
            }
            there.put(reading, first, sign, shifts, cost);
        }
    }

    private int shifts(int before, int after) {
        return before == 0 || after == 0 ? 0 : PathRules.shifts(plan.view.reading(before), plan.view.reading(after));
    }

    private void arrive(int depth, int next) {
        Level level = levels[depth + 1];
        path[depth + 1] = next;
        if (next != plan.to) {
            extend(depth + 1);
            return;
        }
        int[] nodes = Arrays.copyOf(path, depth + 2);
        if (found.stream().noneMatch(each -> Arrays.equals(each.nodes(), nodes))) {
            int best = level.best();
            chains.offer(new Chains.Chain(nodes, level.shifts[best], level.cost[best]));
            if (chains.isFull()) {
                threshold = Math.min(threshold, chains.worst());
            }
        }
    }

    private boolean isOnPath(int depth, int next) {
        for (int i = 0; i <= depth; i++) {
            if (path[i] == next) {
                return true;
            }
        }
        return false;
    }
}
