package dev.clew.model;

import java.util.Comparator;

/**
 * The name of an edge: all links between the same two entities by the same relation.
 *
 * @param subject the id of the entity it is read from; of a symmetric relation the alphabetically first
 * @param relation the id of the relation
 * @param object the id of the entity it is read to
 */
public record EdgeName(String subject, String relation, String object) implements Comparable<EdgeName> {
    private static final Comparator<EdgeName> ORDER = Comparator.comparing(EdgeName::relation)
            .thenComparing(EdgeName::subject)
            .thenComparing(EdgeName::object);

    @Override
    public int compareTo(EdgeName other) {
        return ORDER.compare(this, other);
    }
}
