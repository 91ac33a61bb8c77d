package dev.clew.search.meaning;

import dev.clew.model.ClewException;
import dev.clew.model.Embedder;
import dev.clew.search.meaning.Meaning.State;
import dev.clew.search.meaning.Meaning.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives every published text its vector, on a thread of its own that nobody waits for, two texts at a time, those
 * published last first: only while nothing is being written, and slowly while somebody reads.
 */
public final class Embedding {
    private static final Logger LOG = LoggerFactory.getLogger(Embedding.class);
    private static final int TEXTS_AT_ONCE = 256;
    /** Two processors, as the library's own batches take here; both are given up while somebody writes or reads. */
    private static final int MAKERS = 2;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration WHILE_BUSY = Duration.ofMillis(20);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);
    private static final Duration COMMIT_AFTER = Duration.ofSeconds(30);

    private final Setup setup;
    private final Turns turns;
    private final Thread thread;
    private final ExecutorService makers = Executors.newFixedThreadPool(MAKERS, Embedding::thread);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Long> refused = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Embedder model;
    private volatile @Nullable VectorStore vectors;
    private volatile @Nullable String failure;
    private volatile int lag;
    private volatile boolean paused;
    private volatile boolean closing;
    private volatile long seen = Long.MIN_VALUE;
    private long committedNanos = System.nanoTime();

    /**
     * What it works with.
     *
     * @param loading loads the model, on the thread of this; a {@link ClewException} says why it cannot be
     * @param texts what should have vectors
     * @param directory where vectors are kept; made when missing, deletable at any time
     * @param writing whether something is being written that must not be held up; asked before every text
     * @param served whether somebody reads; asked before every text
     */
    public record Setup(
            Supplier<Embedder> loading, Texts texts, Path directory, BooleanSupplier writing, BooleanSupplier served) {
        /** The same where nobody reads. */
        public Setup(Supplier<Embedder> loading, Texts texts, Path directory, BooleanSupplier writing) {
            this(loading, texts, directory, writing, () -> false);
        }
    }

    Embedding(Setup setup) {
        this.setup = setup;
        this.turns = new Turns(setup.writing(), setup.served());
        this.thread = thread(this::run);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "clew-embedding");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            model = setup.loading().get();
        } catch (ClewException broken) {
            LOG.warn(broken.getMessage());
            failure = broken.getMessage();
            return;
        }
        while (!closing) {
            try {
                follow();
            } catch (IOException | RuntimeException failed) {
                LOG.warn("Vectors cannot be kept; trying again in {} s", TRY_AGAIN.toSeconds(), failed);
                failure = "The vectors in " + setup.directory() + " cannot be kept: " + failed.getMessage() + ".";
                closeVectors();
                pause(TRY_AGAIN);
            }
        }
        closeVectors();
        makers.shutdown();
    }

    private void follow() throws IOException {
        Embedder loaded = Objects.requireNonNull(model);
        VectorStore store = VectorDirectory.open(setup.directory(), loaded.identity());
        vectors = store;
        failure = null;
        seen = Long.MIN_VALUE;
        while (!closing) {
            long state = setup.texts().state();
            if (state == seen) {
                pause(LOOK_AGAIN);
            } else if (!embedSome(loaded, store)) {
                tidy(store);
                seen = state;
            }
        }
    }

    /** Makes some vectors; false when none is missing. */
    private boolean embedSome(Embedder loaded, VectorStore store) throws IOException {
        Texts.Missing missing = setup.texts().missing(key -> store.has(key) || refused.contains(key), TEXTS_AT_ONCE);
        lag = missing.count();
        embedAll(loaded, store, missing.first());
        store.publish();
        if (System.nanoTime() - committedNanos > COMMIT_AFTER.toNanos()) {
            commit(store);
        }
        return !missing.first().isEmpty();
    }

    private void embedAll(Embedder loaded, VectorStore store, List<String> texts) throws IOException {
        List<Callable<Boolean>> making =
                texts.stream().map(text -> making(loaded, store, text)).toList();
        try {
            for (Future<Boolean> made : makers.invokeAll(making)) {
                made.get();
            }
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unwritable) {
                throw unwritable;
            }
            throw new IllegalStateException("A text could not be given its vector", failed.getCause());
        } catch (InterruptedException foreign) {
            throw new IllegalStateException("Embedding was interrupted: nothing in Clew interrupts it", foreign);
        }
    }

    private Callable<Boolean> making(Embedder loaded, VectorStore store, String text) {
        return () -> {
            awaitTurn();
            if (!closing) {
                embed(loaded, store, text);
            }
            return !closing;
        };
    }

    private void embed(Embedder loaded, VectorStore store, String text) throws IOException {
        long key = TextKey.of(text);
        try {
            store.add(key, loaded.embed(text));
        } catch (ClewException failed) {
            LOG.warn("A text of {} characters gets no vector: {}", text.length(), failed.getMessage());
            refused.add(key);
        }
    }

    private void awaitTurn() {
        while (!closing && !turns.take()) {
            paused = true;
            pause(WHILE_BUSY);
        }
        paused = false;
    }

    /** Forgets the vectors of texts that are gone, once everything else is done. */
    private void tidy(VectorStore store) throws IOException {
        Set<Long> used = setup.texts().keys();
        if (store.retain(used::contains) > 0) {
            store.publish();
        }
        commit(store);
    }

    private void commit(VectorStore store) throws IOException {
        store.commit();
        committedNanos = System.nanoTime();
    }

    private void pause(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!closing && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException foreign) {
            LOG.warn("Embedding was interrupted and goes on: nothing in Clew interrupts it");
        } finally {
            lock.unlock();
        }
    }

    <T> Optional<T> read(Meaning.Reading<T> reading) {
        Embedder loaded = model;
        VectorStore store = vectors;
        if (loaded == null || store == null || closing) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.from(loaded, store));
        } catch (AlreadyClosedException gone) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw Meaning.unreadable(unreadable);
        }
    }

    Status status() {
        Embedder loaded = model;
        VectorStore store = vectors;
        String reason = failure;
        State state = reason != null ? State.BROKEN : store == null ? State.LOADING : State.READY;
        return new Status(
                state, loaded == null ? "" : loaded.identity(), store == null ? 0 : store.size(), lag, paused, reason);
    }

    boolean awaitCaughtUp(long milliseconds) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (System.nanoTime() < deadline && failure == null) {
            if (vectors != null && seen == setup.texts().state()) {
                return true;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
        return false;
    }

    void stop() {
        closing = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        stop();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException late) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Embedder loaded = model;
        if (loaded != null) {
            loaded.close();
        }
    }

    private void closeVectors() {
        VectorStore store = vectors;
        vectors = null;
        if (store != null) {
            try {
                store.close();
            } catch (IOException | RuntimeException failed) {
                LOG.warn("The vectors were not closed; those made last are made again: {}", failed.toString());
            }
        }
    }
}
