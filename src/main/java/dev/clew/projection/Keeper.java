package dev.clew.projection;

import dev.clew.ledger.Change;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.Position;
import dev.clew.projection.ProjectionState.Activity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one projection in step on a thread of its own, which nobody can interrupt: pulls, rebuilds when the position is not
 * one of the ledger's, and tries again after a failure; when the projection itself failed twice in a row, by a rebuild.
 */
final class Keeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int BATCH_CHANGES = 1000;
    /** How soon a change made by another process is seen. */
    private static final Duration POLL = Duration.ofMillis(250);

    private static final Duration FIRST_BACK_OFF = Duration.ofMillis(200);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Projection projection;
    private final MergedEntities merged;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition advanced = lock.newCondition();
    private final Quiet quiet = new Quiet();
    private volatile Activity activity = Activity.FOLLOWING;
    private volatile Instant since = Instant.now();
    private volatile @Nullable String failure;
    private volatile boolean caughtUp;
    private volatile boolean closing;
    private int failures;
    /** How often in a row the projection itself could not take changes in; a ledger that cannot be read is not its fault. */
    private int refusals;

    private boolean signalled;

    Keeper(Ledger ledger, Projection projection) {
        this.ledger = ledger;
        this.projection = projection;
        this.merged = new MergedEntities(ledger);
        this.thread = new UninterruptedThread(this::run, "clew-" + projection.name());
    }

    String name() {
        return projection.name();
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                if (!step()) {
                    pause(POLL);
                }
                failures = 0;
                failure = null;
            } catch (RuntimeException | Error failed) {
                // An engine's error, such as Jena's InternalError on a full disk, must not end the thread unseen.
                recover(failed);
            }
        }
        enter(Activity.CLOSED);
    }

    /** Takes one step towards the head; false when there is none to take. */
    private boolean step() {
        projection.reach();
        Position position = projection.position();
        long head = ledger.head().n();
        quiet.see(head, System.nanoTime());
        if (position.n() == head && ledger.knows(position)) {
            caughtUp = true;
            enter(Activity.FOLLOWING);
            // Whoever waits for it may have begun before it was known where this stands.
            tellAdvanced();
            return false;
        }
        if (quiet.isWorthWaitingFor(System.nanoTime()) && projection.prefersToWait(ledger.recordsSince(position.n()))) {
            enter(Activity.WAITING);
            tellAdvanced();
            return false;
        }
        if (needsRebuild(position)) {
            rebuild();
        } else {
            apply(position);
        }
        tellAdvanced();
        return true;
    }

    private boolean needsRebuild(Position position) {
        return refusals > 1 || !ledger.knows(position) || projection.prefersRebuild(ledger.recordsSince(position.n()));
    }

    private void rebuild() {
        enter(Activity.REBUILDING);
        if (projection.remembers() && refusals <= 1) {
            projection.rebuild(Stream.empty(), new Position(ledger.ledgerId(), 0, ""));
            LOG.info("Builds {} anew from the first change on", projection.name());
            return;
        }
        long start = System.nanoTime();
        ledger.snapshot(snapshot -> projection.rebuild(merged.records(snapshot), snapshot.position()));
        refusals = 0;
        LOG.info(
                "Built {} anew at change {} in {} ms",
                projection.name(),
                projection.position().n(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private void apply(Position position) {
        enter(Activity.APPLYING);
        List<Change> changes = ledger.changesSince(position.n(), BATCH_CHANGES);
        if (!changes.isEmpty()) {
            List<Change> resolved = merged.changes(changes);
            refusals++;
            projection.apply(resolved);
            refusals = 0;
        }
    }

    private void recover(Throwable failed) {
        failures++;
        failure = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        enter(Activity.FAILED);
        tellAdvanced();
        Duration backOff = FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration pause = backOff.compareTo(LONGEST_BACK_OFF) < 0 ? backOff : LONGEST_BACK_OFF;
        LOG.warn(
                "{} could not follow the ledger (attempt {}), next attempt in {} ms",
                projection.name(),
                failures,
                pause.toMillis(),
                failed);
        pause(pause);
    }

    private void enter(Activity next) {
        if (activity != next) {
            activity = next;
            since = Instant.now();
        }
    }

    private void pause(Duration longest) {
        lock.lock();
        try {
            long left = longest.toNanos();
            while (!signalled && !closing && left > 0) {
                left = changed.awaitNanos(left);
            }
            signalled = false;
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(thread.getName() + " cannot be interrupted", impossible);
        } finally {
            lock.unlock();
        }
    }

    private void tellAdvanced() {
        lock.lock();
        try {
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Tells that the ledger has a new change. */
    void wake() {
        lock.lock();
        try {
            signalled = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the projection shows change n, at most until {@code deadlineNanos}; true when it does. */
    boolean awaitReached(long n, long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            while (reached() < n) {
                if (closing || advanced.awaitNanos(deadlineNanos - System.nanoTime()) <= 0) {
                    return reached() >= n;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * The same, but only while fewer than so many changes are missing and they are being taken in, so that nobody waits for
     * what will not come in time.
     */
    boolean awaitSoon(long n, long lagBelow, long deadlineNanos) throws InterruptedException {
        lock.lock();
        try {
            while (reached() < n) {
                boolean comes = activity != Activity.FAILED && activity != Activity.WAITING && !closing;
                boolean soon = comes && n - reached() < lagBelow;
                if (!soon || advanced.awaitNanos(deadlineNanos - System.nanoTime()) <= 0) {
                    return reached() >= n;
                }
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The last change of this ledger that the projection shows; -1 while it still shows another ledger's, or nothing. */
    private long reached() {
        Position position = projection.position();
        return position.ledgerId().equals(ledger.ledgerId()) ? position.n() : -1;
    }

    boolean isBusy() {
        Activity now = activity;
        return now == Activity.APPLYING || now == Activity.REBUILDING;
    }

    ProjectionState state(long head) {
        long n = Math.max(0, reached());
        return new ProjectionState(projection.name(), n, Math.max(0, head - n), caughtUp, activity, since, failure);
    }

    /** Lets the step under way end, then closes the projection. */
    @Override
    public void close() {
        closing = true;
        wake();
        tellAdvanced();
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
        projection.close();
    }
}
