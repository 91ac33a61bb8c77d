package dev.clew.sparql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that were given, the latest used first to stay, bounded in bytes. A key holds the change that its answer shows, so no
 * answer outlives a write. Safe for any number of threads.
 */
final class AnswerCache {
    /** About what an entry takes beside its key and body. */
    private static final int ENTRY_BYTES = 400;
    /** No answer takes more than this part of the cache. */
    private static final int SHARE = 8;

    private final long limitBytes;
    private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    AnswerCache(long limitBytes) {
        this.limitBytes = limitBytes;
    }

    /**
     * An answer.
     *
     * @param contentType of the body
     * @param body as it was sent
     * @param change which it shows
     * @param cut whether there would have been more than the row limit
     */
    record Kept(String contentType, byte[] body, long change, boolean cut) {}

    synchronized Optional<Kept> find(String key) {
        return Optional.ofNullable(kept.get(key));
    }

    synchronized void keep(String key, Kept answer) {
        long size = size(key, answer);
        if (size > limitBytes / SHARE) {
            return;
        }
        Kept before = kept.put(key, answer);
        bytes += size - (before == null ? 0 : size(key, before));
        var oldest = kept.entrySet().iterator();
        while (bytes > limitBytes) {
            Map.Entry<String, Kept> dropped = oldest.next();
            bytes -= size(dropped.getKey(), dropped.getValue());
            oldest.remove();
        }
    }

    private static long size(String key, Kept answer) {
        return ENTRY_BYTES + 2L * key.length() + answer.body().length;
    }

    /** How many bytes it holds. */
    synchronized long bytes() {
        return bytes;
    }
}
