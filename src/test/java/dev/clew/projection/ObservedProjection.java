package dev.clew.projection;

import static java.util.Objects.requireNonNull;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real projection that tells how often it was asked and rebuilt, and takes changes in only when it is let. */
final class ObservedProjection implements Projection {
    private final Projection real;
    /** One permit for each time its keeper asked where it stands. */
    final Semaphore asked = new Semaphore(0);

    final AtomicInteger rebuilds = new AtomicInteger();
    /** One permit for each time it may take changes in; without one it waits. */
    final Semaphore mayApply = new Semaphore(Integer.MAX_VALUE);

    /** One permit for each time it may be reached; without one it waits, and until then does not know where it stands. */
    final Semaphore mayReach = new Semaphore(Integer.MAX_VALUE);

    /** One permit for each time it was given changes to take in. */
    final Semaphore takesIn = new Semaphore(0);

    private volatile @Nullable Thread writer;
    private volatile boolean unreached;
    volatile boolean refuses;
    volatile boolean waits;

    ObservedProjection(Projection real) {
        this.real = real;
    }

    /** One that knows where it stands only when it was reached, as one on another machine does. */
    static ObservedProjection unreached(Projection real) {
        ObservedProjection projection = new ObservedProjection(real);
        projection.mayReach.drainPermits();
        projection.unreached = true;
        return projection;
    }

    /** The thread that last gave it changes. */
    Thread writer() {
        return requireNonNull(writer, "nothing was taken in yet");
    }

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public void reach() {
        mayReach.acquireUninterruptibly();
        real.reach();
        unreached = false;
    }

    @Override
    public Position position() {
        if (Thread.currentThread().getName().equals("clew-" + name())) {
            asked.release();
        }
        return unreached ? Position.NONE : real.position();
    }

    @Override
    public void apply(List<Change> changes) {
        if (refuses) {
            throw new IllegalStateException("refuses, as its test wants it to");
        }
        writer = Thread.currentThread();
        takesIn.release();
        mayApply.acquireUninterruptibly();
        real.apply(changes);
    }

    @Override
    public void rebuild(Stream<RecordChange> records, Position target) {
        rebuilds.incrementAndGet();
        real.rebuild(records, target);
    }

    @Override
    public boolean prefersToWait(long recordsBehind) {
        return waits;
    }

    @Override
    public String fingerprint() {
        return real.fingerprint();
    }

    @Override
    public void close() {
        real.close();
    }
}
