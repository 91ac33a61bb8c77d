package dev.clew.model;

import java.util.List;

/**
 * The answer to a {@link ReachQuery}.
 *
 * @param reached what was reached, nearest first: by the cost of the cheapest chain whatever its meanings, then by hops,
 *     then by id
 * @param total how many entities are within the hops, listed or not
 * @param searched how far the search went
 * @param change the change shown
 */
public record ReachAnswer(List<Reached> reached, int total, Searched searched, long change) {
    /** Copies the list. */
    public ReachAnswer {
        reached = List.copyOf(reached);
    }

    /**
     * An entity that was reached.
     *
     * @param entity its id
     * @param cost the cost of the chain to it, shifts left out
     * @param path the chain, in the best reading it has; from cause to effect
     */
    public record Reached(String entity, int cost, Path path) {}
}
