package dev.clew.search;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The windows of the searches last paged through, 64 of them, so that following pages see the same. Safe for any threads. */
final class Windows {
    private static final int LIMIT = 64;

    private final Map<String, Window> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > LIMIT;
        }
    };

    /** Keeps the window for the page that begins at this cursor; null where no page follows. */
    synchronized void put(@Nullable String cursor, Window window) {
        if (cursor != null) {
            held.put(cursor, window);
        }
    }

    /** The window of the first page before this cursor; null on the first page and when it is no longer kept. */
    synchronized @Nullable Window find(@Nullable String cursor) {
        return cursor == null ? null : held.get(cursor);
    }
}
