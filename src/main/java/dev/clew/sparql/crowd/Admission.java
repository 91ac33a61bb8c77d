package dev.clew.sparql.crowd;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.sparql.guard.Budget;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Lets queries in: so many at once, in the order in which they came, the others after a bounded wait or not at all. Whoever is
 * in is watched. Safe for any number of threads.
 */
public final class Admission {
    private final CrowdLimits limits;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong turnedAway = new AtomicLong();
    private final Clients clients;
    private final Watchman watchman;

    /** An empty house with these limits. */
    public Admission(CrowdLimits limits) {
        this.limits = limits;
        this.places = new Semaphore(limits.places(), true);
        this.clients = new Clients(limits.client());
        this.watchman = new Watchman(limits.whenOthersWait(), waiting);
    }

    /** A question that is being answered; closing it frees its place, if it has one, and its share. */
    public final class Question implements AutoCloseable {
        private final String client;
        private boolean inside;

        private Question(String client) {
            this.client = client;
        }

        /**
         * Waits for a place.
         *
         * @throws ClewException (busy) when none is free in time, or too many wait
         */
        public void enter() {
            if (!places.tryAcquire()) {
                await();
            }
            inside = true;
        }

        private void await() {
            if (waiting.incrementAndGet() > limits.waiting()) {
                waiting.decrementAndGet();
                throw busy("as many queries wait for a place as the limit of " + limits.waiting());
            }
            try {
                if (!places.tryAcquire(limits.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
                    throw busy("no place became free within the limit of "
                            + limits.longestWait().toMillis() + " ms");
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw busy("the server stops");
            } finally {
                waiting.decrementAndGet();
            }
        }

        /**
         * Evaluates, and has it watched meanwhile.
         *
         * @param budget what it may use, and how it is stopped
         * @param hasLeft whether nobody waits for the answer any more
         */
        public <T> T watched(Budget budget, BooleanSupplier hasLeft, Supplier<T> evaluation) {
            return watchman.watched(budget, hasLeft, evaluation);
        }

        /** Gives the place to the next one: the answer is made and only has to be sent. */
        public void leave() {
            if (inside) {
                inside = false;
                places.release();
            }
        }

        @Override
        public void close() {
            leave();
            clients.end(client);
        }
    }

    /**
     * A question of a client.
     *
     * @throws ClewException (too-many-requests) when the client asks too much
     */
    public Question ask(String client) {
        try {
            clients.begin(client);
        } catch (ClewException refused) {
            turnedAway.incrementAndGet();
            throw refused;
        }
        return new Question(client);
    }

    private ClewException busy(String what) {
        turnedAway.incrementAndGet();
        return new ClewException(
                ErrorCode.BUSY,
                "Others ask at this moment, at most " + limits.places() + " at once, and " + what
                        + ": ask again in a moment.");
    }

    /** How many evaluations are under way. */
    public int running() {
        return watchman.running();
    }

    /** How many were turned away since the start. */
    public long turnedAway() {
        return turnedAway.get();
    }

    /** What it holds to. */
    public CrowdLimits limits() {
        return limits;
    }

    /** How many wait for a place. */
    public int waiting() {
        return waiting.get();
    }
}
