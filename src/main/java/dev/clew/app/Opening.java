package dev.clew.app;

import dev.clew.ontology.Jena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Opens several things side by side, each on a thread of its own, because a start waits for all of them: all, or none. */
final class Opening {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Future<? extends AutoCloseable>> all = new ArrayList<>();

    Opening() {
        Jena.ready();
    }

    /** Begins to open one thing; its result is there after {@link #await()}. */
    <T extends AutoCloseable> Future<T> of(Callable<T> open) {
        Future<T> future = threads.submit(open);
        all.add(future);
        return future;
    }

    /** Waits for all; when one could not be opened, closes the others and throws what it threw. */
    void await() {
        threads.close();
        List<Throwable> failures = all.stream()
                .filter(each -> each.state() == Future.State.FAILED)
                .map(Future::exceptionNow)
                .toList();
        if (!failures.isEmpty()) {
            closeOpened(failures.getFirst());
            throwAgain(failures.getFirst());
        }
    }

    private void closeOpened(Throwable failure) {
        for (Future<? extends AutoCloseable> each : all) {
            if (each.state() == Future.State.SUCCESS) {
                try {
                    each.resultNow().close();
                } catch (Exception alsoFailed) {
                    failure.addSuppressed(alsoFailed);
                }
            }
        }
    }

    private static void throwAgain(Throwable failure) {
        switch (failure) {
            case RuntimeException refused -> throw refused;
            case Error error -> throw error;
            default -> throw new IllegalStateException(failure);
        }
    }
}
