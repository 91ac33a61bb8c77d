package dev.clew.model;

import java.util.Comparator;

/**
 * An edge as read in one meaning and scope: what a hop is made of.
 *
 * @param edge the edge
 * @param reading the meanings, place and time; its claims state the same or are silent
 * @param statedSign the sign its claims state
 * @param sign the sign with more voices; {@code ?} for a tie, {@code 0} where none is stated
 * @param grounds voices, evidence and what speaks against it
 */
public record EdgeReading(EdgeName edge, Reading reading, Sign statedSign, Sign sign, Hop.Grounds grounds)
        implements Comparable<EdgeReading> {
    private static final Comparator<EdgeReading> ORDER =
            Comparator.comparing(EdgeReading::edge).thenComparing(EdgeReading::reading);

    /** Whether it rests on facts alone. */
    public boolean isBackground() {
        return grounds.evidence().getFirst().kind() == Evidence.Kind.FACT;
    }

    /** Voices for it. */
    public int voicesFor() {
        return grounds.support().voicesFor();
    }

    /** By edge, then by reading. */
    @Override
    public int compareTo(EdgeReading other) {
        return ORDER.compare(this, other);
    }
}
