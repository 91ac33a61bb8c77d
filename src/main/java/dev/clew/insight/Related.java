package dev.clew.insight;

import java.util.List;

/**
 * A claim that belongs to another, and why.
 *
 * @param insight its id
 * @param text the claim
 * @param score 3 to 4 where one speaks of the other, denies what it says or says the opposite; 2 to 3 where both link the
 *     same; 1 to 2 where both are about the same; below 1 where only their meaning is near; higher where what they share
 *     is rarer
 * @param why the reasons as sentences that name only what both claims hold
 * @param reasons at least one besides the same source, strongest first
 * @param alsoSaidBy ids of other claims that belong to it as well and say the same as this one, best first
 */
public record Related(
        String insight, String text, double score, String why, List<Reason> reasons, List<String> alsoSaidBy) {
    /** Copies the lists. */
    public Related {
        reasons = List.copyOf(reasons);
        alsoSaidBy = List.copyOf(alsoSaidBy);
    }

    /** The same with claims that say the same. */
    Related with(List<String> saying) {
        return new Related(insight, text, score, why, reasons, saying);
    }
}
