package dev.clew.model;

import java.util.Map;

/**
 * The edges between several entities.
 *
 * @param page a part of their list, most voices first
 * @param outside for each of the entities that is known, how many others it has an edge with; none for the others
 */
public record EdgesAmong(EdgePage page, Map<String, Integer> outside) {
    /** Copies the counts. */
    public EdgesAmong {
        outside = Map.copyOf(outside);
    }
}
