package dev.clew.graph;

import dev.clew.model.AmongQuery;
import dev.clew.model.Arcs;
import dev.clew.model.Edge;
import dev.clew.model.EdgesAmong;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Lists the edges between several entities, and counts the other ends of those that lead elsewhere. */
final class AmongLister {
    private final StateView view;
    private final AmongQuery query;
    private final BitSet members = new BitSet();
    private final List<Edge> edges = new ArrayList<>();

    AmongLister(State state, AmongQuery query) {
        this.view = new StateView(state, query.lens());
        this.query = query;
    }

    EdgesAmong list() {
        query.entities().stream().mapToInt(view::node).filter(node -> node >= 0).forEach(members::set);
        Map<String, Integer> outside = new TreeMap<>();
        for (int node = members.nextSetBit(0); node >= 0; node = members.nextSetBit(node + 1)) {
            BitSet ends = ends(node);
            addEdges(node, ends);
            ends.andNot(members);
            outside.put(view.id(node), ends.cardinality());
        }
        return new EdgesAmong(EdgeOrder.page(edges, query.page(), view.change()), outside);
    }

    /** The other ends of all that is drawn at a node. */
    private BitSet ends(int node) {
        Node seen = view.seen(node);
        BitSet ends = new BitSet();
        add(seen.along(), ends);
        add(seen.against(), ends);
        return ends;
    }

    private void add(Arcs arcs, BitSet ends) {
        int[] cells = arcs.cells();
        for (int cell = arcs.start(); cell < arcs.end(); cell += Arcs.CELLS) {
            if (query.lens().facts() || !Arcs.isBackground(cells[cell + 1])) {
                ends.set(cells[cell]);
            }
        }
    }

    /** Each pair of members is looked at once, from the one with the lower number. */
    private void addEdges(int node, BitSet ends) {
        for (int other = ends.nextSetBit(node); other >= 0; other = ends.nextSetBit(other + 1)) {
            if (members.get(other)) {
                view.edges(node, other).stream().filter(Edge::isDrawn).forEach(edges::add);
            }
        }
    }
}
