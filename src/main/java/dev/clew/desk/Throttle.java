package dev.clew.desk;

import dev.clew.model.ClewException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts tries by key in windows of time, and says when there were too many. A try is counted before its outcome is known,
 * so that many at once get no further than one after the other, and taken off again when it succeeds. Keeps the
 * {@value #LIMIT_KEYS} keys that were tried last, so no flood of keys fills the memory. Safe for any number of threads.
 */
final class Throttle {
    static final int LIMIT_KEYS = 10_000;

    private record Window(long fromMillis, int tries) {}

    private final Clock clock;
    private final Duration window;
    private final Map<String, Window> windows = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > LIMIT_KEYS;
        }
    };

    Throttle(Clock clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /**
     * How often a key may be tried in one window.
     *
     * @param key what is counted
     * @param limitTries at least 1
     */
    record Rule(String key, int limitTries) {}

    /**
     * Counts one try under every rule, or none of them when one has had too many.
     *
     * @throws ClewException (too-many-requests) saying when to try again
     */
    synchronized void count(List<Rule> rules) {
        long now = clock.millis();
        for (Rule rule : rules) {
            Window running = running(rule.key(), now);
            if (running.tries() >= rule.limitTries()) {
                long rest = running.fromMillis() + window.toMillis() - now;
                throw ClewException.tooMany("Too many sign-ins failed", Duration.ofMillis(rest));
            }
        }
        for (Rule rule : rules) {
            Window running = running(rule.key(), now);
            windows.put(rule.key(), new Window(running.fromMillis(), running.tries() + 1));
        }
    }

    private Window running(String key, long now) {
        Window found = windows.get(key);
        return found == null || found.fromMillis() + window.toMillis() <= now ? new Window(now, 0) : found;
    }

    /** Takes one try of this key off again. */
    synchronized void forgive(String key) {
        windows.computeIfPresent(
                key,
                (same, counted) -> counted.tries() <= 1 ? null : new Window(counted.fromMillis(), counted.tries() - 1));
    }

    /** Forgets every try of this key. */
    synchronized void forget(String key) {
        windows.remove(key);
    }

    synchronized int size() {
        return windows.size();
    }
}
