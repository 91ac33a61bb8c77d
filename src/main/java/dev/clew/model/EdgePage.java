package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of edges at an entity, most voices first, then by relation and ids.
 *
 * @param edges the edges
 * @param total how many edges the whole list has
 * @param cursor where the next part begins; null at the end
 * @param change the change shown
 */
public record EdgePage(
        List<Edge> edges, int total, @Nullable String cursor, long change) {
    /** Copies the list. */
    public EdgePage {
        edges = List.copyOf(edges);
    }
}
