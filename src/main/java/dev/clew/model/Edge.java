package dev.clew.model;

import java.util.List;

/**
 * An edge as it is read: its sign, who is for and against, and the evidence.
 *
 * @param name subject, relation, object
 * @param statedSign the sign its claims state
 * @param sign the sign with more voices
 * @param support voices for and against
 * @param evidence claims and facts for it, claims first, by id
 * @param deniedBy claims that it does not hold, by id
 */
public record Edge(
        EdgeName name, Sign statedSign, Sign sign, Support support, List<Evidence> evidence, List<Evidence> deniedBy) {
    /** Copies the lists. */
    public Edge {
        evidence = List.copyOf(evidence);
        deniedBy = List.copyOf(deniedBy);
    }

    /** Whether it is drawn and walked; an edge with only denials is not. */
    public boolean isDrawn() {
        return !evidence.isEmpty();
    }

    /** How many reference sources state it. */
    public int factCount() {
        return (int) evidence.stream()
                .filter(each -> each.kind() == Evidence.Kind.FACT)
                .count();
    }
}
