package dev.clew.ledger;

/**
 * How many records are published, and how many changes were made.
 *
 * @param insights published insights
 * @param entities published entities
 * @param sources published sources
 * @param changes all changes
 */
public record Counts(long insights, long entities, long sources, long changes) {
    /** All published records. */
    public long records() {
        return insights + entities + sources;
    }
}
