package dev.clew.fetch;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** Ends requests that take too long. Safe for any number of threads. */
final class Deadlines implements AutoCloseable {
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "clew-fetch-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    /** Ends a request after some time, unless what is given is cancelled before. */
    Future<?> set(HttpUriRequestBase request, long nanos) {
        return timer.schedule(request::abort, Math.max(1, nanos), TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
