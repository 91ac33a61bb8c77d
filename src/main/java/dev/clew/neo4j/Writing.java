package dev.clew.neo4j;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Writes on a thread of its own, one thing after the other, so that the next is made ready while the server works on the one
 * before; that is all that waits. Used by one thread; closing it waits for what is under way.
 */
final class Writing implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("clew-neo4j-filling").daemon(true).factory());
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);

    /**
     * Waits for what was begun before and begins to write.
     *
     * @throws RuntimeException by which what was begun before failed
     */
    void begin(Runnable write) {
        await();
        underWay = CompletableFuture.runAsync(write, thread);
    }

    /**
     * Waits for what was begun before.
     *
     * @throws RuntimeException by which it failed
     */
    void await() {
        try {
            underWay.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        thread.close();
    }
}
