package dev.clew.search;

import dev.clew.search.meaning.Near;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * The first hits of a search by words and by meaning, in their order, and what follows them.
 *
 * @param order documents, best first
 * @param near the texts that are near
 * @param lastByWords where the hits by words that are in it end; null when no more follow
 */
record Window(List<Placed> order, List<Near> near, @Nullable FieldDoc lastByWords) {
    /**
     * A document in its place.
     *
     * @param document its number
     * @param score what put it there
     * @param similarity how near its meaning is; null when only its words matched
     */
    record Placed(int document, float score, @Nullable Double similarity) {}

    /** Copies the lists. */
    Window {
        order = List.copyOf(order);
        near = List.copyOf(near);
    }
}
