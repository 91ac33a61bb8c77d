package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path over the best edge between its two entities.
 *
 * @param edge the edge
 * @param way how it is walked
 * @param reading the meanings and scope in which it is read here
 * @param sign the sign it carries in this path; {@code ?} unless an influence walked along, or an act as first hop
 * @param statedSign the sign its claims state
 * @param grounds voices and evidence
 * @param others other edges and readings between the same two entities, walked the same way
 */
public record Hop(EdgeName edge, Way way, Reading reading, Sign sign, Sign statedSign, Grounds grounds, Others others) {
    /** Most alternatives listed. */
    public static final int ALTERNATIVES = 20;

    /**
     * How an edge is walked.
     *
     * @param forward from subject to object
     * @param along along its influence, which for "depends on" means from object to subject
     * @param background whether it rests on facts alone
     */
    public record Way(boolean forward, boolean along, boolean background) {}

    /**
     * What a hop rests on.
     *
     * @param support voices for and against in this reading
     * @param evidence claims and facts for it, claims first, by id; never empty
     * @param against claims that deny it or claim the opposite, in a meaning and scope that can be the same, by id
     * @param otherwise claims that deny it or claim the opposite in another meaning or scope, by id
     */
    public record Grounds(Support support, List<Evidence> evidence, List<Evidence> against, List<Evidence> otherwise) {
        /** Copies the lists. */
        public Grounds {
            evidence = List.copyOf(evidence);
            against = List.copyOf(against);
            otherwise = List.copyOf(otherwise);
        }
    }

    /**
     * Another edge or reading that the hop could have taken.
     *
     * @param edge the edge
     * @param reading the meanings and scope
     * @param sign the sign it would carry
     * @param support voices for and against
     */
    public record Alternative(EdgeName edge, Reading reading, Sign sign, Support support) {}

    /**
     * What else the hop could have taken.
     *
     * @param best the best of them, best first; at most 20
     * @param total how many there are
     */
    public record Others(List<Alternative> best, int total) {
        /** Copies the list. */
        public Others {
            best = List.copyOf(best);
        }
    }

    /** The entity it is walked from. */
    public String from() {
        return way.forward() ? edge.subject() : edge.object();
    }

    /** The entity it is walked to. */
    public String to() {
        return way.forward() ? edge.object() : edge.subject();
    }

    /** The meaning of the entity it is walked from, as this hop states it; null when silent. */
    public @Nullable String fromFraming() {
        return way.forward() ? reading.subjectFraming() : reading.objectFraming();
    }

    /** The meaning of the entity it is walked to, as this hop states it; null when silent. */
    public @Nullable String toFraming() {
        return way.forward() ? reading.objectFraming() : reading.subjectFraming();
    }

    /** Voices for and against. */
    public Support support() {
        return grounds.support();
    }

    /** Whether it rests on one voice. */
    public boolean isThin() {
        return grounds.support().voicesFor() == 1;
    }
}
