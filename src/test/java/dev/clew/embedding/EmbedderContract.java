package dev.clew.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Embedder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every embedder keeps. */
abstract class EmbedderContract {
    abstract Embedder embedder();

    @Test
    void everyVectorHasTheDimensionAndALengthOfOne() {
        Embedder embedder = embedder();
        for (String text :
                List.of("", "x", "Chips.", "word ".repeat(2000), "\u0000\u202e", "\u0634\u0631\u0627\u0626\u062d")) {
            float[] vector = embedder.embed(text);
            assertEquals(embedder.dimension(), vector.length);
            assertEquals(1, dot(vector, vector), 1e-4);
        }
    }

    @Test
    void theSameTextHasTheSameVector() {
        String text = "The United States limits exports of chips.";
        assertArrayEquals(embedder().embed(text), embedder().embed(text), 1e-6f);
    }

    @Test
    void whatMeansTheSameIsNearerThanWhatDoesNot() {
        float[] claim = embedder().embed("Washington limits the export of chips.");
        float[] same = embedder().embed("America restrictions on semiconductors.");
        float[] other = embedder().embed("Farmers harvested fewer tomatoes.");
        assertTrue(dot(claim, same) > dot(claim, other) + 0.2);
    }

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
