package dev.clew.model;

import java.util.List;

/** The edges of the library, for reading. Safe for any number of threads. */
public interface Edges {
    /**
     * A part of the list of edges at an entity.
     *
     * @throws ClewException (not-found) when the entity is unknown, (bad-request) for a relation or cursor that is none
     */
    EdgePage edges(EdgeQuery query);

    /** Every edge from one entity to the other, either way, drawn or only denied, by name. */
    List<Edge> between(String one, String other, Lens lens);

    /** How much there is. */
    Counts counts();

    /**
     * How much there is: what the home page says above the fold.
     *
     * @param claims insights whose links count
     * @param voices independent voices of those claims
     * @param edges drawn edges that rest on claims
     * @param contested of those, how many are contested in any way
     * @param change the change counted at
     */
    record Counts(int claims, int voices, int edges, int contested, long change) {}
}
