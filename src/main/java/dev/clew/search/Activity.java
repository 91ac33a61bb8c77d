package dev.clew.search;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When the index takes things in. Told by one thread, asked by any. */
final class Activity {
    private static final int MANY_RECORDS = 100;
    private static final Duration AFTER_MANY = Duration.ofSeconds(10);

    private final AtomicLong count = new AtomicLong();
    private volatile boolean under;
    private volatile long busyUntilNanos = System.nanoTime();

    void begin() {
        under = true;
    }

    /** Says that so many records were taken in. */
    void end(int records) {
        if (records > MANY_RECORDS) {
            busyUntilNanos = System.nanoTime() + AFTER_MANY.toNanos();
        }
        count.incrementAndGet();
        under = false;
    }

    boolean isBusy() {
        return under || busyUntilNanos - System.nanoTime() > 0;
    }

    /** How often something was taken in. */
    long count() {
        return count.get();
    }
}
