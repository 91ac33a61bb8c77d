package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path and its opposite.
 *
 * @param path the path asked about
 * @param twin the best path between the same ends with the opposite sign, unshifted ones first; null when there is none
 *     within the bounds, or the path has no sign
 * @param spans both side by side, from the first entity to the last; empty without a twin
 * @param searched how far the search for the twin went
 * @param change the change shown
 */
public record TwinAnswer(Path path, @Nullable Path twin, List<Span> spans, Searched searched, long change) {
    /** Copies the list. */
    public TwinAnswer {
        spans = List.copyOf(spans);
    }

    /**
     * A stretch between two entities that both pass, with none between them that both pass.
     *
     * @param from the id of its first entity
     * @param to the id of its last
     * @param path numbers of the path's hops on it, from 0
     * @param twin numbers of the twin's hops on it, from 0
     * @param difference what the two do here
     */
    public record Span(String from, String to, List<Integer> path, List<Integer> twin, Difference difference) {
        /** Copies the lists. */
        public Span {
            path = List.copyOf(path);
            twin = List.copyOf(twin);
        }
    }

    /** What a path and its twin do on one stretch. */
    public enum Difference {
        /** The same edge in the same reading. */
        SAME,
        /** The same direction, by another edge, reading or way. */
        WAY,
        /** The opposite direction: here they part. */
        OPPOSITE;

        /** The written form. */
        public String code() {
            return Enumerations.code(this);
        }
    }
}
