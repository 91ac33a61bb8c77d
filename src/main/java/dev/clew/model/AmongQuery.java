package dev.clew.model;

import java.util.Set;

/**
 * A question for the edges between several entities: what one picture of them shows.
 *
 * @param entities their ids, 1 to {@value #LIMIT_ENTITIES}
 * @param lens which evidence counts
 * @param page which part of the list
 */
public record AmongQuery(Set<String> entities, Lens lens, EdgeQuery.Page page) {
    /** Most entities of one picture. */
    public static final int LIMIT_ENTITIES = 2_000;

    /** Checks the ids and how many they are. */
    public AmongQuery {
        Parameters.range("entities", entities.size(), 1, LIMIT_ENTITIES);
        entities = Set.copyOf(Parameters.ids("entities", entities, LIMIT_ENTITIES));
    }
}
