package dev.clew.model;

/**
 * A question for what an entity influences, or what influences it, within some hops of influence.
 *
 * @param entity its id
 * @param direction which way
 * @param filter what hops may use; its kinds are those of the entities listed
 * @param lens which evidence counts
 * @param bounds how far, 1 to 8 hops, and how many, 1 to 50
 */
public record ReachQuery(
        String entity, Direction direction, PathQuery.Filter filter, Lens lens, PathQuery.Bounds bounds) {
    /** Three hops, 25 entities. */
    public static final PathQuery.Bounds BOUNDS = new PathQuery.Bounds(3, 25, PathQuery.Direction.OUT);

    /** Which way influence is followed. */
    public enum Direction {
        /** To what it influences: its effects. */
        DOWNSTREAM,
        /** To what influences it: its causes. */
        UPSTREAM
    }

    /** Checks the id, and that it is not to be avoided. */
    public ReachQuery {
        Parameters.id("entity", entity);
        if (filter.avoid().contains(entity)) {
            throw Parameters.refused("avoid", entity, "name an entity other than the one asked about");
        }
    }

    /** The 25 nearest within three hops, with everything else left open. */
    public static ReachQuery of(String entity, Direction direction) {
        return new ReachQuery(entity, direction, PathQuery.Filter.NONE, Lens.CLAIMS, BOUNDS);
    }

    /** The same of another entity. */
    public ReachQuery of(String other) {
        return new ReachQuery(other, direction, filter, lens, bounds);
    }
}
