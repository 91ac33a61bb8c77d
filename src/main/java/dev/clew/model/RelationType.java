package dev.clew.model;

import java.util.List;

/**
 * A typed, directed kind of link.
 *
 * @param id its slug, such as {@code depends-on}
 * @param wording how it is written and explained
 * @param relationClass what a hop over it may carry
 * @param defaultSign the sign of its links unless they say {@code 0}
 * @param flow which way its influence runs, and whether both ways are the same
 */
public record RelationType(String id, Wording wording, RelationClass relationClass, Sign defaultSign, Flow flow) {
    /**
     * The words of a relation.
     *
     * @param label read from subject to object, such as "depends on"
     * @param inverseLabel read from object to subject, such as "is needed by"
     * @param aliases other words that mean it
     * @param definition what it says
     * @param example a sentence that uses it
     */
    public record Wording(String label, String inverseLabel, List<String> aliases, String definition, String example) {
        /** Copies the aliases. */
        public Wording {
            aliases = List.copyOf(aliases);
        }
    }

    /** Which way the influence of a relation runs. */
    public enum Flow {
        /** From subject to object. */
        FORWARD,
        /** From object to subject, as in "depends on". */
        BACKWARD,
        /** Both ends mean the same to each other, as in "competes with". */
        SYMMETRIC
    }

    /** Checks the id and that only influence runs backward. */
    public RelationType {
        Slug.check("relation", id);
        if (flow == Flow.BACKWARD && relationClass != RelationClass.INFLUENCE) {
            throw ClewException.invalid("relation", "only an influence relation may run from object to subject", id);
        }
    }

    /** Whether a link by this relation may carry the sign: the default sign or none. */
    public boolean allows(Sign sign) {
        return sign == defaultSign || sign == Sign.ZERO;
    }

    /** Whether influence runs from object to subject. */
    public boolean runsBackward() {
        return flow == Flow.BACKWARD;
    }

    /** Whether both directions mean the same. */
    public boolean isSymmetric() {
        return flow == Flow.SYMMETRIC;
    }
}
