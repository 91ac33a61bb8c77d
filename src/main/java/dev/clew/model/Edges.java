package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The edges of the library, for reading. Safe for any number of threads. */
public interface Edges {
    /**
     * A part of the list of edges at an entity.
     *
     * @throws ClewException (not-found) when the entity is unknown, (bad-request) for a relation or cursor that is none
     */
    EdgePage edges(EdgeQuery query);

    /**
     * A part of the list of edges between several entities, those that are only denied left out, and how many others each
     * has an edge with. Ids of no known entity are left aside.
     *
     * @throws ClewException (bad-request) for a cursor that is none
     */
    EdgesAmong among(AmongQuery query);

    /** Every edge from one entity to the other, either way, drawn or only denied, by name. */
    List<Edge> between(String one, String other, Lens lens);

    /**
     * The ordered pairs of entities, along the influence, that have an edge which something speaks against; most voices
     * first, then by ids.
     *
     * @param entity only pairs with this entity at either end; null for all
     */
    List<Pair> contested(@Nullable String entity);

    /**
     * What differs between two lenses or two moments.
     *
     * @throws ClewException (not-found) when the entity is unknown, (bad-request) for a moment that is not kept
     */
    EdgeComparison compare(ComparisonQuery query);

    /**
     * The hops of influence that rest on one voice, those that most chains cross first, then by ids.
     *
     * @param entity only hops from or to this entity; null for all
     * @param limit most hops, 1 to 200
     * @throws ClewException (not-found) when the entity is unknown
     */
    List<ThinHop> thinHops(@Nullable String entity, int limit);

    /** How much there is. */
    Counts counts();

    /**
     * An ordered pair of entities.
     *
     * @param from the entity from which the influence comes
     * @param to the entity to which it goes
     * @param voices for its contested edges, together; one voice may count for several
     */
    record Pair(String from, String to, int voices) {}

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
