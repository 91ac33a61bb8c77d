package dev.clew.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A question for the edges at an entity.
 *
 * @param entity its id
 * @param direction whether it is the subject, the object, or either
 * @param filter which of them
 * @param lens which evidence counts
 * @param page which part of the list
 */
public record EdgeQuery(String entity, Direction direction, Filter filter, Lens lens, Page page) {
    /** Which end the entity is. */
    public enum Direction {
        /** The subject. */
        OUT,
        /** The object. */
        IN,
        /** Either. */
        BOTH
    }

    /**
     * Which edges.
     *
     * @param relations only these relations; empty for all
     * @param kinds only edges whose other end is of these kinds; empty for all
     * @param minVoices least voices for it, 0 to 1000
     * @param denied whether edges that are only denied are listed too
     */
    public record Filter(Set<String> relations, Set<EntityKind> kinds, int minVoices, boolean denied) {
        /** Every edge that is drawn. */
        public static final Filter DRAWN = new Filter(Set.of(), Set.of(), 0, false);

        /** Checks the ids and the range. */
        public Filter {
            relations = Set.copyOf(Parameters.ids("relation", relations, PathQuery.LIST));
            kinds = Set.copyOf(kinds);
            Parameters.range("minVoices", minVoices, 0, 1000);
        }
    }

    /**
     * Which part of the list.
     *
     * @param limit most edges, 1 to 1000
     * @param cursor where the last part ended; null for the start
     */
    public record Page(int limit, @Nullable String cursor) {
        /** The first fifty. */
        public static final Page FIRST = new Page(50, null);

        /** Checks the range. */
        public Page {
            Parameters.range("limit", limit, 1, 1000);
        }
    }

    /** Checks the id. */
    public EdgeQuery {
        Parameters.id("entity", entity);
    }

    /** The first fifty edges that touch the entity, facts included. */
    public static EdgeQuery of(String entity) {
        return new EdgeQuery(entity, Direction.BOTH, Filter.DRAWN, Lens.CLAIMS.withFacts(true), Page.FIRST);
    }
}
