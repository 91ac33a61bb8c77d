package dev.clew.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question for what differs between two lenses, or between two moments of one.
 *
 * @param before the one side
 * @param after the other
 * @param scope which edges, and how many
 */
public record ComparisonQuery(Side before, Side after, Scope scope) {
    /**
     * One side.
     *
     * @param lens which evidence counts
     * @param minVoices edges with fewer voices are taken as not drawn, 0 to 1000
     */
    public record Side(Lens lens, int minVoices) {
        /** Checks the range. */
        public Side {
            Parameters.range("minVoices", minVoices, 0, 1000);
        }
    }

    /**
     * Which edges.
     *
     * @param entity only edges at this entity; null for all
     * @param kinds only differences of these kinds; empty for all
     * @param limit most differences, 1 to {@value #LIMIT}
     */
    public record Scope(@Nullable String entity, Set<EdgeDifference.Kind> kinds, int limit) {
        /** Most differences. */
        public static final int LIMIT = 1000;

        /** Checks id and range. */
        public Scope {
            Parameters.optionalId("entity", entity);
            kinds = Set.copyOf(kinds);
            Parameters.range("limit", limit, 1, LIMIT);
        }
    }

    /** Everything that differs between two lenses, as far as the limit goes. */
    public static ComparisonQuery of(Lens before, Lens after) {
        return new ComparisonQuery(new Side(before, 0), new Side(after, 0), new Scope(null, Set.of(), Scope.LIMIT));
    }
}
