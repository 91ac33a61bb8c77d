package dev.clew.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds insights by what they hold. Safe for any number of threads. */
public interface ClaimIndex {
    /**
     * What one insight holds.
     *
     * @param id the insight
     * @param text its claim
     * @param features what it holds, itself and its source among them
     */
    record Profile(String id, String text, Set<ClaimFeature> features) {
        /** Copies the features. */
        public Profile {
            features = Set.copyOf(features);
        }
    }

    /**
     * An insight that says something near.
     *
     * @param profile what it holds
     * @param similarity of both claims' meaning, −1 to 1 (cosine of their vectors)
     */
    record Nearby(Profile profile, double similarity) {}

    /** How many insights are published. */
    int insights();

    /** What the insight with this id holds; empty when none is published. */
    Optional<Profile> profile(String insight);

    /** How many insights hold each of these. */
    Map<ClaimFeature, Integer> counts(Set<ClaimFeature> features);

    /**
     * The insights that hold some of these, greatest sum of weights first, ties by id.
     *
     * @param weights what counts how much, each above 0
     * @param limitRows most insights, 1 to 1 000
     */
    List<Profile> sharing(Map<ClaimFeature, Double> weights, int limitRows);

    /**
     * The insights whose claims are nearest in meaning to this one's, nearest first, ties by id. None while matching by
     * meaning is not at hand or the claim has no vector yet.
     *
     * @param insight its id
     * @param least the least similarity, −1 to 1
     * @param limitRows most insights, 1 to 100
     */
    List<Nearby> nearby(String insight, double least, int limitRows);

    /**
     * The values of one kind of feature that insights hold, in alphabetical order.
     *
     * @param least held by about so many insights at least, from 1; insights changed a moment ago may count twice
     * @param limitRows most values, 1 to 100 000
     */
    List<String> values(ClaimFeature.Kind kind, int least, int limitRows);

    /** The label or title of a published entity or source. */
    Optional<String> label(RecordName name);
}
