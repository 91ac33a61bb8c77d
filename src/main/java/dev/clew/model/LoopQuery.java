package dev.clew.model;

/**
 * A question for the k best feedback loops through an entity: chains of influence that lead back to it.
 *
 * @param entity its id
 * @param filter what loops may use
 * @param lens which evidence counts
 * @param meaning {@code +} for reinforcing loops only, {@code -} for balancing ones; and whether meanings may shift
 * @param bounds how far and how many
 */
public record LoopQuery(
        String entity, PathQuery.Filter filter, Lens lens, PathQuery.Meaning meaning, PathQuery.Bounds bounds) {
    /** Four hops, ten loops. */
    public static final PathQuery.Bounds BOUNDS = new PathQuery.Bounds(4, 10, PathQuery.Direction.OUT);

    /** Checks the id, and that the entity is not to be avoided. */
    public LoopQuery {
        Parameters.id("entity", entity);
        if (filter.avoid().contains(entity)) {
            throw Parameters.refused("avoid", entity, "name an entity other than that of the loop");
        }
    }

    /** The ten best loops of at most four hops, with everything else left open. */
    public static LoopQuery through(String entity) {
        return new LoopQuery(entity, PathQuery.Filter.NONE, Lens.CLAIMS, PathQuery.Meaning.ANY, BOUNDS);
    }
}
