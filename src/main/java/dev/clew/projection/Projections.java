package dev.clew.projection;

import dev.clew.ledger.Ledger;
import java.time.Duration;
import java.util.List;

/**
 * All projections of one process, each kept in step with the ledger by a thread of its own. Safe for any number of
 * threads.
 */
public final class Projections implements AutoCloseable {
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
        try {
            for (Keeper keeper : keepers) {
                keeper.wake();
                if (!keeper.awaitReached(n, deadline)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How each stands against the head of the ledger. */
    public List<ProjectionState> states() {
        long head = ledger.head().n();
        return keepers.stream().map(keeper -> keeper.state(head)).toList();
    }

    @Override
    public void close() {
        keepers.forEach(Keeper::close);
    }
}
