package dev.clew.insight;

import dev.clew.model.ClaimFeature;
import java.util.Map;

/**
 * How telling it is that two claims share something: the logarithm of how few of all claims hold it (inverse document
 * frequency, Spärck Jones 1972).
 *
 * <p>A hub is an entity that more than 10 claims, and more than twice the square root of the number of all claims, are
 * about: 32 of 250, 632 of 100 000. It says too little to bring two claims together alone.
 *
 * @param insights how many claims there are
 * @param counts how many hold each feature
 */
record Rarity(int insights, Map<ClaimFeature, Integer> counts) {
    private static final int HUB_LEAST = 10;

    private int count(ClaimFeature feature) {
        return counts.getOrDefault(feature, 1);
    }

    /** Above 0; rarer is more. */
    double of(ClaimFeature feature) {
        return Math.log(1 + (double) insights / Math.max(1, count(feature)));
    }

    boolean isHub(ClaimFeature feature) {
        return count(feature) > Math.max(HUB_LEAST, 2 * Math.sqrt(insights));
    }
}
