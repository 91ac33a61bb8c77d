package dev.clew.app;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is opened beside what is opened before it is needed. What nobody took is closed with this.
 *
 * @param <T> what is opened
 */
final class Ahead<T extends AutoCloseable> implements AutoCloseable {
    private final Supplier<T> open;
    private @Nullable CompletableFuture<T> opening;
    private boolean taken;

    Ahead(Supplier<T> open) {
        this.open = open;
    }

    /** Begins, on a thread of its own. */
    void begin() {
        opening = CompletableFuture.supplyAsync(open);
    }

    /** Waits until it is open, and hands it over; throws what its opening threw. */
    T take() {
        taken = true;
        if (opening == null) {
            return open.get();
        }
        try {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    @Override
    public void close() {
        if (taken || opening == null) {
            return;
        }
        try {
            take().close();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("cannot close what was opened ahead", failed);
        }
    }
}
