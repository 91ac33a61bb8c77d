package dev.clew.bench;

import java.util.SplittableRandom;

/**
 * Invented unit vectors of the length and the unevenness of a sentence model's: each lies around one of a few hundred
 * themes, so that near ones exist and are worth finding. The same number gives the same vector; about 10 µs each.
 */
final class SyntheticVectors {
    /** Components of a vector, as many as MiniLM gives. */
    static final int LENGTH = 384;

    private static final int THEMES = 300;
    /** How far a vector strays from its theme: the cosine of two of one theme is about 1 / (1 + this squared). */
    private static final double SPREAD = 0.9;

    private SyntheticVectors() {}

    /** The vector of the insight of this number, of length 1. */
    static float[] of(int insight) {
        SplittableRandom own = new SplittableRandom(insight * 0x9E3779B97F4A7C15L);
        SplittableRandom theme = new SplittableRandom(own.nextInt(THEMES));
        double[] sum = new double[LENGTH];
        double square = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum[i] = bell(theme) + SPREAD * bell(own);
            square += sum[i] * sum[i];
        }
        float[] vector = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            vector[i] = (float) (sum[i] / Math.sqrt(square));
        }
        return vector;
    }

    /** Nearly normal, with a mean of 0: four evenly drawn numbers of 16 bits from one draw. */
    private static double bell(SplittableRandom random) {
        long bits = random.nextLong();
        long sum = (short) bits + (short) (bits >> 16) + (short) (bits >> 32) + (short) (bits >> 48);
        return sum / (double) Short.MAX_VALUE;
    }
}
