package dev.clew.model;

import java.util.Map;

/** How many voices stand behind what published claims assert, and whether it is contested. Safe for any number of threads. */
@FunctionalInterface
public interface Backings {
    /** Where nothing is known: every claim has its own voice only. */
    Backings NONE = () -> new Snapshot(Long.MAX_VALUE, Map.of());

    /**
     * How a claim is backed.
     *
     * @param voices the most independent voices, its own counted, that hold one of its links in its meaning; for a link
     *     that it denies, that deny it
     * @param contested whether one of its links is contested in any way
     */
    record Backing(int voices, boolean contested) {}

    /**
     * The claims at one change.
     *
     * @param change the change
     * @param beyondOwn by insight, those that have more than their own voice or are contested; every other claim has its
     *     own voice, questions and recommendations none
     */
    record Snapshot(long change, Map<String, Backing> beyondOwn) {}

    /** The newest state; one map for all that ask until the next change. */
    Snapshot backings();
}
