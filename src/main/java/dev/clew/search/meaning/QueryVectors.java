package dev.clew.search.meaning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The vectors of the texts asked for last, 1 000 of them, about 2 KB each. Safe for any number of threads. */
final class QueryVectors {
    private static final int LIMIT = 1000;

    private final Map<String, float[]> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > LIMIT;
        }
    };

    float[] get(String text, Supplier<float[]> make) {
        float[] known = find(text);
        if (known != null) {
            return known;
        }
        float[] made = make.get();
        synchronized (held) {
            held.put(text, made);
        }
        return made;
    }

    private float @Nullable [] find(String text) {
        synchronized (held) {
            return held.get(text);
        }
    }
}
