package dev.clew.search.meaning;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was made for the last 1 000 questions, about 2 KB each. Safe for any number of threads. */
final class LastAsked<Q, V> {
    private static final int LIMIT = 1000;

    private final Map<Q, V> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, V> eldest) {
            return size() > LIMIT;
        }
    };

    synchronized @Nullable V find(Q question) {
        return held.get(question);
    }

    synchronized void keep(Q question, V made) {
        held.put(question, made);
    }
}
