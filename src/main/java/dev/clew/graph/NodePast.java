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

    /** The arcs both ways. */
    record Walked(Row along, Row against) {}

    /**
     * Every arc that ever was one way, in the order of {@link Arcs}.
     *
     * @param cells those of arcs
     * @param spans two an arc: the change it came with, and the first without it
     */
    record Row(int[] cells, int[] spans) {
        /** Those that were there at a change. */
        Arcs at(int change) {
            int[] there = new int[cells.length];
            int size = 0;
            int arcs = spans.length / 2;
            for (int arc = 0; arc < arcs; ) {
                int first = arc;
                while (arc < arcs && isThere(arc, change)) {
                    arc++;
                }
                int run = (arc - first) * Arcs.CELLS;
                System.arraycopy(cells, first * Arcs.CELLS, there, size, run);
                size += run;
                while (arc < arcs && !isThere(arc, change)) {
                    arc++;
                }
            }
            return new Arcs(there, 0, size);
        }

        private boolean isThere(int arc, int change) {
            return spans[2 * arc] <= change && change < spans[2 * arc + 1];
        }

        private long size() {
            return cells.length + spans.length;
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
        return arcs == null ? 0 : arcs.along().size() + arcs.against().size();
    }

    NodePast withoutArcs() {
        return new NodePast(since, degrees, null);
    }
}
