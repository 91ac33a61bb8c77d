package dev.clew.ingest.extract;

import dev.clew.model.Attribution;
import java.util.EnumMap;
import java.util.Map;

/** How much a sentence is worth keeping: the sum of its rules, each by its measure of 0 to 1. */
final class Scoring {
    private static final int SHORT = 12;
    private static final int LONG = 45;
    private static final int FAR_TOO_LONG = 75;

    private final Themes themes;

    Scoring(Themes themes) {
        this.themes = themes;
    }

    Map<Worth, Double> measures(Looked looked) {
        Map<Worth, Double> measures = new EnumMap<>(Worth.class);
        String text = looked.text();
        put(measures, Worth.LINK, looked.links().isEmpty() ? 0 : 1);
        long named = looked.mentions().stream().map(Mention::entity).distinct().count();
        put(measures, Worth.NAMES, Math.min(named, 3) / 3.0);
        put(measures, Worth.CAUSE, Phrases.count(Phrases.CAUSE, text, 2) / 2.0);
        put(measures, Worth.COMPARISON, Phrases.count(Phrases.COMPARISON, text, 2) / 2.0);
        put(measures, Worth.NUMBER, Phrases.count(Phrases.NUMBER, text, 2) / 2.0);
        put(measures, Worth.OUTLOOK, Phrases.count(Phrases.OUTLOOK, text, 1));
        put(measures, Worth.JUDGEMENT, Phrases.count(Phrases.JUDGEMENT, text, 2) / 2.0);
        put(measures, Worth.REPORTED, looked.belief().attribution() == Attribution.REPORTED ? 1 : 0);
        put(measures, Worth.CENTRAL, themes.share(looked.words()));
        put(measures, Worth.LENGTH, length(looked.length()));
        put(measures, Worth.ANAPHORA, Phrases.ANAPHORA.matcher(text).find() ? 1 : 0);
        put(measures, Worth.NARRATIVE, Phrases.count(Phrases.NARRATIVE, text, 2) / 2.0);
        put(measures, Worth.ADDRESS, Phrases.count(Phrases.ADDRESS, text, 2) / 2.0);
        put(measures, Worth.FILLER, Phrases.count(Phrases.FILLER, text, 3) / 3.0);
        return measures;
    }

    private static void put(Map<Worth, Double> measures, Worth rule, double measure) {
        if (measure > 0) {
            measures.put(rule, measure);
        }
    }

    private static double length(int words) {
        if (words < SHORT) {
            return Math.max(0, (words - 6) / (double) (SHORT - 6));
        }
        return words <= LONG ? 1 : Math.max(0, (FAR_TOO_LONG - words) / (double) (FAR_TOO_LONG - LONG));
    }

    static double sum(Map<Worth, Double> measures) {
        return measures.entrySet().stream()
                .mapToDouble(each -> each.getKey().weight() * each.getValue())
                .sum();
    }
}
