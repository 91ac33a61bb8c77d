package dev.clew.graph;

import dev.clew.model.Arcs;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Tells all of the past of one node from its links: pair by pair, and of each pair moment by moment. Used once. */
final class NodePastBuilder {
    private final State state;
    private final Links links;
    private final int number;
    private final Node node;
    private final ArcBuilder builder;
    private final Row along = new Row(new Ints(64), new Ints(64));
    private final Row against = new Row(new Ints(64), new Ints(64));
    /** By how many edges each change altered the number, by claims alone and in all. */
    private final TreeMap<Integer, int[]> steps = new TreeMap<>();

    private int moment;

    private record Row(Ints cells, Ints spans) {
        void add(Arcs arcs, int from, int until) {
            cells.addAll(arcs.cells(), arcs.start(), arcs.end());
            for (int arc = 0; arc < arcs.count(); arc++) {
                spans.add(from);
                spans.add(until);
            }
        }

        NodePast.Row done() {
            return new NodePast.Row(cells.toArray(), spans.toArray());
        }
    }

    NodePastBuilder(State state, int number) {
        this.state = state;
        this.links = state.links();
        this.number = number;
        this.node = state.node(number);
        this.builder = new ArcBuilder(state, link -> links.holds(link, moment));
    }

    NodePast build() {
        int[] cells = node.links();
        for (int first = 0; first < cells.length; ) {
            int end = first;
            while (end < cells.length && cells[end] == cells[first]) {
                end += 2;
            }
            pair(Arrays.copyOfRange(cells, first, end));
            first = end;
        }
        return new NodePast(node.since(), degrees(), new NodePast.Walked(along.done(), against.done()));
    }

    private void pair(int[] cells) {
        Node alone = new Node(node.face(), cells, Arcs.NONE, Arcs.NONE, Node.Tally.NONE, 0);
        Node.Tally before = Node.Tally.NONE;
        int[] moments = moments(cells);
        for (int i = 0; i < moments.length; i++) {
            moment = moments[i];
            int until = i + 1 < moments.length ? moments[i + 1] : Links.OPEN;
            Node seen = builder.see(number, alone);
            along.add(seen.along(), moment, until);
            against.add(seen.against(), moment, until);
            Node.Tally after = Node.Tally.of(state.words(), seen.along(), seen.against());
            step(after.claimed() - before.claimed(), after.edges() - before.edges());
            before = after;
        }
    }

    /** When any of these links began or ended. */
    private int[] moments(int[] pair) {
        Ints moments = new Ints(pair.length);
        for (int cell = 1; cell < pair.length; cell += 2) {
            moments.add(links.from[pair[cell]]);
            if (links.until[pair[cell]] != Links.OPEN) {
                moments.add(links.until[pair[cell]]);
            }
        }
        return moments.size == 1
                ? moments.toArray()
                : Arrays.stream(moments.toArray()).sorted().distinct().toArray();
    }

    private void step(int claimed, int edges) {
        int[] sum = steps.computeIfAbsent(moment, any -> new int[2]);
        sum[0] += claimed;
        sum[1] += edges;
    }

    private NodePast.Steps degrees() {
        Ints changes = new Ints(8);
        byte[] byClaims = new byte[steps.size()];
        byte[] all = new byte[steps.size()];
        int claimed = 0;
        int edges = 0;
        for (Map.Entry<Integer, int[]> each : steps.entrySet()) {
            claimed += each.getValue()[0];
            edges += each.getValue()[1];
            int last = changes.size - 1;
            byte logClaimed = Degrees.log2(claimed);
            byte logEdges = Degrees.log2(edges);
            if (last < 0 || byClaims[last] != logClaimed || all[last] != logEdges) {
                byClaims[last + 1] = logClaimed;
                all[last + 1] = logEdges;
                changes.add(each.getKey());
            }
        }
        return new NodePast.Steps(
                changes.toArray(), Arrays.copyOf(byClaims, changes.size), Arrays.copyOf(all, changes.size));
    }
}
