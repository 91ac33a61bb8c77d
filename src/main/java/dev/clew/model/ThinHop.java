package dev.clew.model;

import java.util.List;

/**
 * A hop of influence that rests on one voice.
 *
 * @param from the id of the entity influence comes from
 * @param to the id of the entity it goes to
 * @param waysIn how many other entities influence the first
 * @param waysOut how many other entities the second influences
 * @param edges the edges it could take, by name
 */
public record ThinHop(String from, String to, int waysIn, int waysOut, List<Edge> edges) {
    /** Copies the list. */
    public ThinHop {
        edges = List.copyOf(edges);
    }

    /** How many chains of at most three hops go over it with nothing, or one hop, before and after. */
    public long crossings() {
        return (1L + waysIn) * (1L + waysOut);
    }
}
