package dev.clew.search;

import dev.clew.model.Embedder;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A small model: the words of a text count for what they mean, where that is known here, and for themselves, so that
 * "semiconductors" and "chips" are alike. Deterministic.
 */
public final class ConceptEmbedder implements Embedder {
    private static final int DIMENSION = 64;
    private static final Map<String, String> MEANS = Map.of(
            "semiconductors",
            "chip",
            "chips",
            "chip",
            "processors",
            "chip",
            "washington",
            "america",
            "us",
            "america",
            "curbs",
            "limit",
            "limits",
            "limit",
            "restrictions",
            "limit");

    private final String identity;

    /** With this identity. */
    public ConceptEmbedder(String identity) {
        this.identity = identity;
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public float[] embed(String text) {
        float[] vector = new float[DIMENSION];
        vector[0] = 0.01f;
        for (String word : List.of(text.toLowerCase(Locale.ROOT).split("\\W+", -1))) {
            if (word.length() > 3 || MEANS.containsKey(word)) {
                vector[1 + Math.floorMod(MEANS.getOrDefault(word, word).hashCode() * 31, DIMENSION - 1)] += 1;
            }
        }
        double length = Math.sqrt(square(vector));
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    private static double square(float[] vector) {
        double sum = 0;
        for (float each : vector) {
            sum += each * each;
        }
        return sum;
    }

    @Override
    public void close() {}
}
