package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Sentences.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What an episode is about: how many of its sentences hold each of its longer words. */
final class Themes {
    private static final int LEAST_CHARACTERS = 5;
    private static final double EVERYDAY_SHARE = 0.06;

    private final Map<String, Integer> counts = new HashMap<>();
    private final int sentences;

    Themes(List<Sentence> all) {
        sentences = Math.max(1, all.size());
        for (Sentence each : all) {
            stems(Word.all(each.text())).forEach(stem -> counts.merge(stem, 1, Integer::sum));
        }
    }

    private static Set<String> stems(List<Word> words) {
        Set<String> stems = new HashSet<>();
        words.stream()
                .filter(word -> word.lower().length() >= LEAST_CHARACTERS)
                .forEach(word -> stems.add(word.stem()));
        return stems;
    }

    /** 0 to 1: how much these words are those of the episode. */
    double share(List<Word> words) {
        Set<String> stems = stems(words);
        double central = stems.stream()
                .mapToInt(stem -> counts.getOrDefault(stem, 0))
                .filter(count -> count >= 3 && count < EVERYDAY_SHARE * sentences + 3)
                .count();
        return Math.min(1, central / 6);
    }
}
