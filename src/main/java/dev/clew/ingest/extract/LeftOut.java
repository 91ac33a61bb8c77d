package dev.clew.ingest.extract;

import java.util.Map;
import java.util.TreeMap;

/** Counts what was looked at and left out, by the code of why. */
final class LeftOut {
    private final Map<String, Integer> counts = new TreeMap<>();

    void add(String code) {
        counts.merge(code, 1, Integer::sum);
    }

    Map<String, Integer> counts() {
        return counts;
    }
}
