package dev.clew.graph;

import dev.clew.model.Arcs;
import org.jspecify.annotations.Nullable;

/**
 * All of the past of one node. Immutable.
 *
 * @param since the last change to its links that this tells of
 * @param degrees how many edges it had
 * @param arcs the arcs it had; null where that is not kept
 */
record NodePast(int since, Steps degrees, @Nullable Walked arcs) {
    /**
     * How the number of edges grew and shrank.
     *
     * @param changes when either logarithm became another, in order
     * @param byClaims the logarithm from then on, by claims alone
     * @param all the logarithm from then on, facts included
     */
    record Steps(int[] changes, byte[] byClaims, byte[] all) {}

    /**
     * Every arc that ever was, in the order of {@link Arcs}: an arc's own cells, the change it came with and the first
     * without it.
     */
    record Walked(int[] along, int[] against) {
        private static final int FROM = Arcs.CELLS;
        private static final int UNTIL = FROM + 1;

        /** Cells an arc. */
        static final int CELLS = UNTIL + 1;

        Arcs along(int change) {
            return at(along, change);
        }

        Arcs against(int change) {
            return at(against, change);
        }

        private static Arcs at(int[] cells, int change) {
            Ints there = new Ints(cells.length / CELLS * Arcs.CELLS);
            for (int cell = 0; cell < cells.length; cell += CELLS) {
                if (cells[cell + FROM] <= change && change < cells[cell + UNTIL]) {
                    there.addAll(cells, cell, cell + Arcs.CELLS);
                }
            }
            return new Arcs(there.values, 0, there.size);
        }
    }

    int degreeLog2(int change, boolean facts) {
        int step = degrees.changes().length - 1;
        while (step >= 0 && degrees.changes()[step] > change) {
            step--;
        }
        return step < 0 ? 0 : (facts ? degrees.all() : degrees.byClaims())[step];
    }

    long cells() {
        return arcs == null ? 0 : arcs.along().length + arcs.against().length;
    }

    NodePast withoutArcs() {
        return new NodePast(since, degrees, null);
    }
}
