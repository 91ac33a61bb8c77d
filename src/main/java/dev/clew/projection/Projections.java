package dev.clew.projection;

import dev.clew.ledger.Ledger;
import java.time.Duration;
import java.util.List;

/**
 * All projections of one process, each kept in step with the ledger by a thread of its own. Safe for any number of
 * threads.
 */
public final class Projections implements AutoCloseable {
    /** How long the answer of a write waits at most until what it wrote can be found. */
    public static final Duration VISIBLE_WITHIN = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final List<Keeper> keepers;

    private Projections(Ledger ledger, List<Keeper> keepers) {
        this.ledger = ledger;
        this.keepers = keepers;
    }

    /** Starts to keep these projections in step, and closes them when it is closed. */
    public static Projections start(Ledger ledger, List<? extends Projection> projections) {
        List<Keeper> keepers = projections.stream()
                .map(projection -> new Keeper(ledger, projection))
                .toList();
        keepers.forEach(Keeper::start);
        return new Projections(ledger, keepers);
    }

    /** Tells that the ledger has a new change; without it a change is seen within a quarter of a second. */
    public void changed() {
        keepers.forEach(Keeper::wake);
    }

    /** Waits until every projection shows change n, at most this long; true when they do. */
    public boolean awaitReached(long n, Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        return all(keeper -> keeper.awaitReached(n, deadline));
    }

    /**
     * Whether every projection shows change n, for the answer of the write that made it. Waits up to {@link
     * #VISIBLE_WITHIN} while each lags by fewer than {@link ProjectionState#READY_LAG} changes; says no at once when one
     * lags by more or cannot follow.
     */
    public boolean awaitVisible(long n) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        return all(keeper -> keeper.awaitSoon(n, ProjectionState.READY_LAG, deadline));
    }

    private boolean all(Waiting waiting) {
        changed();
        try {
            for (Keeper keeper : keepers) {
                if (!waiting.shows(keeper)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private interface Waiting {
        boolean shows(Keeper keeper) throws InterruptedException;
    }

    /** How each stands against the head of the ledger. */
    public List<ProjectionState> states() {
        long head = ledger.head().n();
        return keepers.stream().map(keeper -> keeper.state(head)).toList();
    }

    /** Whether any of them is taking something in. */
    public boolean areBusy() {
        return keepers.stream().anyMatch(Keeper::isBusy);
    }

    @Override
    public void close() {
        keepers.forEach(Keeper::close);
    }
}
