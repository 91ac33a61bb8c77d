package dev.clew.model;

import java.util.List;

/**
 * What two entities have in common: causes of both, or effects of both.
 *
 * @param common the nearest first: by the costs of both chains together, then by id
 * @param total how many there are, listed or not
 * @param searched how far the search went
 * @param change the change shown
 */
public record CommonAnswer(List<Common> common, int total, Searched searched, long change) {
    /** Copies the list. */
    public CommonAnswer {
        common = List.copyOf(common);
    }

    /**
     * A common cause or effect.
     *
     * @param entity its id
     * @param cost the costs of both chains, shifts left out
     * @param one the chain between it and the first entity
     * @param other the chain between it and the second
     */
    public record Common(String entity, int cost, Path one, Path other) {}
}
