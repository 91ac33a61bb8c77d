package dev.clew.graph;

import dev.clew.model.Arcs;
import dev.clew.model.Edges;
import dev.clew.model.Lens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists the ordered pairs of entities with a contested edge. One pass over the arcs: some milliseconds for a million.
 *
 * @param state the graph
 */
record ContestedPairs(State state) {
    private static final Comparator<Edges.Pair> ORDER = Comparator.comparingInt(Edges.Pair::voices)
            .reversed()
            .thenComparing(Edges.Pair::from)
            .thenComparing(Edges.Pair::to);

    List<Edges.Pair> list(@Nullable String entity) {
        List<Edges.Pair> found = new ArrayList<>();
        if (entity == null) {
            for (int node = 0; node < state.nodes().size(); node++) {
                add(node, state.node(node).along(), true, found);
            }
        } else {
            int node = new StateView(state, Lens.CLAIMS).node(entity);
            if (node >= 0) {
                add(node, state.node(node).along(), true, found);
                add(node, state.node(node).against(), false, found);
            }
        }
        return found.stream().distinct().sorted(ORDER).toList();
    }

    private void add(int node, Arcs arcs, boolean starts, List<Edges.Pair> found) {
        int[] cells = arcs.cells();
        for (int cell = arcs.start(); cell < arcs.end(); ) {
            int other = cells[cell];
            int voices = 0;
            boolean contested = false;
            for (; cell < arcs.end() && cells[cell] == other; cell += Arcs.CELLS) {
                if (Arcs.isContested(cells[cell + 1])) {
                    contested = true;
                    voices += Arcs.voices(cells[cell + 1]);
                }
            }
            if (contested) {
                found.add(pair(starts ? node : other, starts ? other : node, voices));
            }
        }
    }

    private Edges.Pair pair(int from, int to, int voices) {
        return new Edges.Pair(
                state.node(from).face().id(), state.node(to).face().id(), voices);
    }
}
