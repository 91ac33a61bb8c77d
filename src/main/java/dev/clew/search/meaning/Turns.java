package dev.clew.search.meaning;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Says when the next text may get its vector: never while something is written, each tenth of a second while somebody is
 * served, else at once. Safe for any number of threads; a turn is given to one of them.
 */
final class Turns {
    private static final Duration WHILE_SERVED = Duration.ofMillis(100);

    private final BooleanSupplier writing;
    private final BooleanSupplier served;
    private final AtomicLong lastNanos = new AtomicLong(System.nanoTime());

    Turns(BooleanSupplier writing, BooleanSupplier served) {
        this.writing = writing;
        this.served = served;
    }

    boolean take() {
        if (writing.getAsBoolean()) {
            return false;
        }
        if (!served.getAsBoolean()) {
            return true;
        }
        long last = lastNanos.get();
        long now = System.nanoTime();
        return now - last >= WHILE_SERVED.toNanos() && lastNanos.compareAndSet(last, now);
    }
}
