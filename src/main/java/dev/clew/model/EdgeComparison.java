package dev.clew.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer to a {@link ComparisonQuery}.
 *
 * @param differences gravest kind first, then most voices, then by name
 * @param total how many there are in all
 * @param counts how many of each kind there are whatever kinds were asked for; one difference may be of several
 * @param bounds how far it looked
 */
public record EdgeComparison(
        List<EdgeDifference> differences, int total, Map<EdgeDifference.Kind, Integer> counts, Bounds bounds) {
    /**
     * How far a comparison looked.
     *
     * @param pairs how many pairs of entities were compared
     * @param limit most pairs that are compared
     * @param truncated whether there were more
     * @param before the change shown on the one side
     * @param after the change shown on the other
     */
    public record Bounds(int pairs, int limit, boolean truncated, long before, long after) {}

    /** Copies the list and the counts. */
    public EdgeComparison {
        differences = List.copyOf(differences);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }
}
