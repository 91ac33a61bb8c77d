package dev.clew.graph;

import dev.clew.model.Arcs;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many edges touched a node at an earlier change: counted from its links when first asked for, for all of its past at
 * once, and kept until the node changes. Never more than a step for each link and its end. Safe for any number of threads.
 */
final class PastDegrees {
    /** By node. Read without waiting: a reader that misses what another has just kept counts it once more. */
    private volatile @Nullable History[] kept = new History[0];

    /**
     * The past of one node.
     *
     * @param since the last change to its links that this tells of
     * @param changes when either logarithm became another, in order
     * @param byClaims the logarithm from then on, by claims alone
     * @param all the logarithm from then on, facts included
     */
    private record History(int since, int[] changes, byte[] byClaims, byte[] all) {
        int at(int change, boolean facts) {
            int step = changes.length - 1;
            while (step >= 0 && changes[step] > change) {
                step--;
            }
            return step < 0 ? 0 : (facts ? all : byClaims)[step];
        }
    }

    /**
     * ⌊log₂⌋ of the number of edges at a node.
     *
     * @param change one before the state's last change to the node's links
     * @param facts whether edges by facts alone count
     */
    int at(State state, int node, int change, boolean facts) {
        @Nullable History[] all = kept;
        History history = node < all.length ? all[node] : null;
        if (history == null || history.since() < state.node(node).since()) {
            history = new Counting(state, node).history();
            keep(node, history, state.nodes().size());
        }
        return history.at(change, facts);
    }

    private synchronized void keep(int node, History history, int nodes) {
        if (kept.length < nodes) {
            kept = Arrays.copyOf(kept, nodes);
        }
        kept[node] = history;
    }

    /** Counts the edges at one node through all of its past. */
    private static final class Counting {
        private final State state;
        private final Links links;
        private final int number;
        private final Node node;
        private final ArcBuilder builder;
        /** By how many edges each change altered the number, by claims alone and in all. */
        private final TreeMap<Integer, int[]> steps = new TreeMap<>();

        private int moment;

        Counting(State state, int number) {
            this.state = state;
            this.links = state.links();
            this.number = number;
            this.node = state.node(number);
            this.builder = new ArcBuilder(state, link -> links.holds(link, moment));
        }

        History history() {
            int[] cells = node.links();
            for (int first = 0; first < cells.length; ) {
                int end = first;
                while (end < cells.length && cells[end] == cells[first]) {
                    end += 2;
                }
                if (end == first + 2) {
                    single(cells[first], cells[first + 1]);
                } else {
                    several(Arrays.copyOfRange(cells, first, end));
                }
                first = end;
            }
            return summed();
        }

        private void single(int other, int link) {
            if (other != number && state.counts(link) && !links.isDenied(link)) {
                int claimed = links.isFact(link) ? 0 : 1;
                step(links.from[link], claimed, 1);
                if (links.until[link] != Links.OPEN) {
                    step(links.until[link], -claimed, -1);
                }
            }
        }

        private void several(int[] pair) {
            Node alone = new Node(node.face(), pair, Arcs.NONE, Arcs.NONE, Node.Tally.NONE, 0);
            Node.Tally before = Node.Tally.NONE;
            for (int each : moments(pair)) {
                moment = each;
                Node.Tally after = builder.build(number, alone, null).tally();
                step(each, after.claimed() - before.claimed(), after.edges() - before.edges());
                before = after;
            }
        }

        /** When any of these links began or ended. */
        private int[] moments(int[] pair) {
            Ints moments = new Ints(pair.length);
            for (int cell = 1; cell < pair.length; cell += 2) {
                moments.add(links.from[pair[cell]]);
                moments.add(links.until[pair[cell]]);
            }
            return Arrays.stream(moments.toArray())
                    .filter(each -> each != Links.OPEN)
                    .sorted()
                    .distinct()
                    .toArray();
        }

        private void step(int change, int claimed, int edges) {
            int[] sum = steps.computeIfAbsent(change, any -> new int[2]);
            sum[0] += claimed;
            sum[1] += edges;
        }

        private History summed() {
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
            return new History(
                    node.since(),
                    changes.toArray(),
                    Arrays.copyOf(byClaims, changes.size),
                    Arrays.copyOf(all, changes.size));
        }
    }
}
