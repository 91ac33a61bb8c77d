package dev.clew.graph;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What touched a node at an earlier change: told by its links when first asked for, for all of its past at once, and kept
 * until the node changes. Of degrees never more than a step for each link and its end; of arcs at most {@value #CELLS}
 * cells of all nodes together. Safe for any number of threads.
 */
final class PastNodes {
    /** So many arcs' cells are kept, 80 MB; of further nodes they are made for each moment by who asks. */
    static final long CELLS = 20_000_000;

    /** By node. Read without waiting: a reader that misses what another has just kept tells it once more. */
    private volatile @Nullable NodePast[] kept = new NodePast[0];

    private long cells;

    /**
     * ⌊log₂⌋ of the number of edges at a node.
     *
     * @param change one before the state's last change to the node's links
     * @param facts whether edges by facts alone count
     */
    int degreeLog2(State state, int node, int change, boolean facts) {
        return past(state, node).degreeLog2(change, facts);
    }

    /** The arcs that a node ever had; null where they are not kept. */
    NodePast.@Nullable Walked walked(State state, int node) {
        return past(state, node).arcs();
    }

    private NodePast past(State state, int node) {
        @Nullable NodePast[] all = kept;
        NodePast past = node < all.length ? all[node] : null;
        if (past == null || past.since() < state.node(node).since()) {
            past = new NodePastBuilder(state, node).build();
            past = keep(node, past, state.nodes().size());
        }
        return past;
    }

    private synchronized NodePast keep(int node, NodePast past, int nodes) {
        if (kept.length < nodes) {
            kept = Arrays.copyOf(kept, nodes);
        }
        NodePast before = kept[node];
        cells -= before == null ? 0 : before.cells();
        NodePast fits = cells + past.cells() <= CELLS ? past : past.withoutArcs();
        cells += fits.cells();
        kept[node] = fits;
        return fits;
    }
}
