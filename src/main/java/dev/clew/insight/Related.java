package dev.clew.insight;

import java.util.List;

/**
 * A claim that belongs to another, and why.
 *
 * @param insight its id
 * @param text the claim
 * @param score 3 to 4 where one speaks of the other or denies what it says, 2 to 3 where both hold a link, 1 to 2 where both
 *     are about the same; higher where what they share is rarer
 * @param why the reasons as sentences that name only what both claims hold
 * @param reasons at least one besides the same source, strongest first
 */
public record Related(String insight, String text, double score, String why, List<Reason> reasons) {
    /** Copies the reasons. */
    public Related {
        reasons = List.copyOf(reasons);
    }
}
