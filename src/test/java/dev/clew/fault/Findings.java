package dev.clew.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What a run under faults counted, and everything that must not be. Safe for any number of threads. */
public final class Findings {
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> figures = new LinkedHashMap<>();

    /** Notes something that must not be. */
    public void fault(String sentence) {
        faults.add(sentence);
    }

    /** Notes it unless a condition holds. */
    public void expect(boolean holds, String sentence) {
        if (!holds) {
            fault(sentence);
        }
    }

    /** Counts one more. */
    public void count(String what) {
        add(what, 1);
    }

    /** Counts so many more. */
    public synchronized void add(String what, long more) {
        figures.merge(what, more, Long::sum);
    }

    /** Keeps the greatest value seen. */
    public synchronized void most(String what, long value) {
        figures.merge(what, value, Math::max);
    }

    /** What was counted, in the order in which it was first seen. */
    public synchronized Map<String, Long> figures() {
        return new LinkedHashMap<>(figures);
    }

    /** One figure; 0 when nothing was counted under this name. */
    public synchronized long figure(String what) {
        return figures.getOrDefault(what, 0L);
    }

    /** Everything that must not be; empty when all is well. */
    public List<String> faults() {
        return new ArrayList<>(faults);
    }

    /** Takes over what another run found. */
    public void addAll(Findings other) {
        faults.addAll(other.faults());
        other.figures().forEach(this::add);
    }
}
