package dev.clew.search;

import dev.clew.model.RecordType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Names of entities from each of their words on, in order, so that what begins with something lies together. Finding
 * costs a walk over the names that begin so.
 */
final class Completions {
    private static final char END = '\u0000';

    private final ConcurrentNavigableMap<String, Completion> byBeginning = new ConcurrentSkipListMap<>();

    /** How well a name answers what was typed, best first. */
    enum Fit {
        /** It is the name. */
        EXACT,
        /** The label begins so. */
        LABEL,
        /** An alias begins so. */
        ALIAS,
        /** A word inside a name begins so. */
        INNER
    }

    /**
     * A name from one of its words on.
     *
     * @param entity whose name
     * @param name the whole name as written
     * @param isLabel whether it is the label
     * @param isWhole whether it begins with the name's first word
     */
    record Completion(Row entity, String name, boolean isLabel, boolean isWhole) {}

    /**
     * The best name of one entity.
     *
     * @param completion the name
     * @param fit how well it answers
     */
    record Found(Completion completion, Fit fit) {
        private boolean beats(Found other) {
            int byFit = fit.compareTo(other.fit);
            if (byFit != 0 || completion.isLabel() != other.completion.isLabel()) {
                return byFit < 0 || (byFit == 0 && completion.isLabel());
            }
            return completion.name().compareTo(other.completion.name()) < 0;
        }
    }

    /** Puts one row's names in the place of another's. */
    void replace(@Nullable Row before, @Nullable Row row) {
        Map<String, Completion> now = entries(row);
        byBeginning.putAll(now);
        entries(before).keySet().stream().filter(key -> !now.containsKey(key)).forEach(byBeginning::remove);
    }

    private static Map<String, Completion> entries(@Nullable Row row) {
        if (row == null || row.name().type() != RecordType.ENTITY) {
            return Map.of();
        }
        Map<String, Completion> entries = new HashMap<>();
        List<String> callings = row.callings().toList();
        for (int i = 0; i < callings.size(); i++) {
            String calling = callings.get(i);
            List<String> words = Language.words(calling);
            for (int from = 0; from < words.size(); from++) {
                String rest = String.join(" ", words.subList(from, words.size()));
                String key = rest + END + row.name().id() + END + i + END + from;
                entries.put(key, new Completion(row, calling, i == 0, from == 0));
            }
        }
        return entries;
    }

    /** For each entity with a name that begins so, from one of its words on, its best such name. */
    Collection<Found> find(String beginning) {
        String normal = Language.normal(beginning);
        if (normal.isEmpty()) {
            return List.of();
        }
        Map<String, Found> best = new HashMap<>();
        byBeginning.subMap(normal, normal + Character.MAX_VALUE).forEach((key, completion) -> {
            Found found = new Found(completion, fit(key, normal, completion));
            best.merge(completion.entity().name().id(), found, (one, other) -> other.beats(one) ? other : one);
        });
        return new ArrayList<>(best.values());
    }

    private static Fit fit(String key, String normal, Completion completion) {
        if (!completion.isWhole()) {
            return Fit.INNER;
        }
        if (key.charAt(normal.length()) == END) {
            return Fit.EXACT;
        }
        return completion.isLabel() ? Fit.LABEL : Fit.ALIAS;
    }
}
