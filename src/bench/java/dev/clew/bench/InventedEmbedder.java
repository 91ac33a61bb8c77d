package dev.clew.bench;

import dev.clew.model.Embedder;
import dev.clew.model.Insight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Gives the claims of a synthetic library their invented vectors, and a query the vector of a claim it was taken from with
 * some noise, after the sentence model has worked on it, so that its cost is paid.
 */
final class InventedEmbedder implements Embedder {
    private static final int OTHER_TEXTS = 10_000_000;
    private static final double NOISE = 0.02;

    private final SyntheticLibrary library;
    private final List<Insight> insights;
    private final Embedder model;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> queries = new HashMap<>();

    InventedEmbedder(SyntheticLibrary library, List<Insight> insights, Embedder model) {
        this.library = library;
        this.insights = insights;
        this.model = model;
        for (int i = 0; i < insights.size(); i++) {
            numbers.putIfAbsent(insights.get(i).claim().text(), i);
        }
    }

    /** One to three words that stand in one claim each. */
    List<String> queries(Random random, int count) {
        List<String> made = new ArrayList<>();
        while (made.size() < count) {
            int number = random.nextInt(insights.size());
            String text = insights.get(number).claim().text().toLowerCase(Locale.ROOT);
            List<String> telling = Arrays.stream(text.split("[^a-z0-9-]+", -1))
                    .filter(word -> word.length() > 3)
                    .toList();
            int from = random.nextInt(Math.max(1, telling.size() - 3));
            String query =
                    String.join(" ", telling.subList(from, Math.min(telling.size(), from + 1 + random.nextInt(3))));
            if (queries.putIfAbsent(query, number) == null) {
                made.add(query);
            }
        }
        return made;
    }

    /** The vector of a query, without the cost. */
    float[] vectorOf(String query) {
        float[] vector =
                library.vector(queries.getOrDefault(query, OTHER_TEXTS)).clone();
        Random random = new Random(query.hashCode());
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] += (float) (NOISE * random.nextGaussian());
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= (float) Math.sqrt(square);
        }
        return vector;
    }

    @Override
    public String identity() {
        return "invented";
    }

    @Override
    public int dimension() {
        return SyntheticVectors.LENGTH;
    }

    @Override
    public float[] embed(String text) {
        Integer number = numbers.get(text);
        if (number != null) {
            return library.vector(number);
        }
        if (queries.containsKey(text)) {
            model.embed(text);
            return vectorOf(text);
        }
        return library.vector(OTHER_TEXTS + Math.floorMod(text.hashCode(), OTHER_TEXTS));
    }

    @Override
    public void close() {}
}
