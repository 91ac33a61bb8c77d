package dev.clew.graph;

import dev.clew.model.LinkGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The best chains found so far, best first: by cost, then by the ids of their nodes. Not thread-safe. */
final class Chains {
    private final LinkGraph.View view;
    private final int most;
    private final List<Chain> kept = new ArrayList<>();
    private boolean dropped;

    /**
     * The nodes of a path.
     *
     * @param nodes their numbers in order
     * @param shifts how many times meaning or scope shifts at least
     * @param cost the cost of its hops
     */
    record Chain(int[] nodes, int shifts, int cost) {}

    Chains(LinkGraph.View view, int most) {
        this.view = view;
        this.most = most;
    }

    boolean isFull() {
        return kept.size() == most;
    }

    /** The cost of the worst chain kept. */
    int worst() {
        return kept.getLast().cost();
    }

    /** Whether a chain was not kept because enough better ones are. */
    boolean dropped() {
        return dropped;
    }

    List<Chain> kept() {
        return kept;
    }

    /** Whether a chain over these nodes is kept. */
    boolean holds(int[] nodes) {
        return kept.stream().anyMatch(each -> Arrays.equals(each.nodes(), nodes));
    }

    /** Keeps a chain when it is among the best and new. */
    void offer(Chain chain) {
        int place = kept.size();
        while (place > 0) {
            int order = compare(chain, kept.get(place - 1));
            if (order == 0) {
                return;
            }
            if (order > 0) {
                break;
            }
            place--;
        }
        if (place < most) {
            kept.add(place, chain);
            if (kept.size() > most) {
                kept.removeLast();
                dropped = true;
            }
        } else {
            dropped = true;
        }
    }

    private int compare(Chain one, Chain other) {
        if (one.cost() != other.cost()) {
            return Integer.compare(one.cost(), other.cost());
        }
        int shorter = Math.min(one.nodes().length, other.nodes().length);
        for (int i = 0; i < shorter; i++) {
            if (one.nodes()[i] != other.nodes()[i]) {
                return view.id(one.nodes()[i]).compareTo(view.id(other.nodes()[i]));
            }
        }
        return Integer.compare(one.nodes().length, other.nodes().length);
    }
}
