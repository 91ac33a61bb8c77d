package dev.clew.app;

import java.time.Duration;

/** When somebody asked the server for something last. Safe for any number of threads. */
final class LastRequest {
    private static final Duration RECENT = Duration.ofMillis(100);

    private volatile long nanos = System.nanoTime() - RECENT.toNanos();

    /** Somebody asks now. */
    void note() {
        nanos = System.nanoTime();
    }

    /** Whether somebody asked within the last tenth of a second. */
    boolean isRecent() {
        return System.nanoTime() - nanos < RECENT.toNanos();
    }
}
