package dev.clew.projection;

import dev.clew.ledger.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * All projections of one process, each kept in step with the ledger by a thread of its own. Safe for any number of
 * threads.
 */
public final class Projections implements AutoCloseable {
    /** How long the answer of a write waits at most until what it wrote can be found. */
    public static final Duration VISIBLE_WITHIN = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final List<Keeper> keepers;
    private final List<Keeper> followers;

    private Projections(Ledger ledger, List<Keeper> keepers, List<Keeper> followers) {
        this.ledger = ledger;
        this.keepers = keepers;
        this.followers = followers;
    }

    /** Starts to keep these projections in step, and closes them when it is closed. */
    public static Projections start(Ledger ledger, List<? extends Projection> projections) {
        return start(ledger, projections, List.of());
    }

    /**
     * The same with others that are kept in step too, and for which nobody waits: what they show is asked for elsewhere, and
     * what they are kept in may be out of reach.
     */
    public static Projections start(
            Ledger ledger, List<? extends Projection> projections, List<? extends Projection> followers) {
        Projections started = of(ledger, projections, followers);
        started.begin();
        return started;
    }

    /** The same, without following the ledger before {@link #begin()}. */
    public static Projections of(
            Ledger ledger, List<? extends Projection> projections, List<? extends Projection> followers) {
        return new Projections(ledger, keepers(ledger, projections), keepers(ledger, followers));
    }

    /** Begins to follow the ledger; to be called once. */
    public void begin() {
        keepers.forEach(Keeper::start);
        followers.forEach(Keeper::start);
    }

    private static List<Keeper> keepers(Ledger ledger, List<? extends Projection> projections) {
        return projections.stream()
                .map(projection -> new Keeper(ledger, projection))
                .toList();
    }

    /** Tells that the ledger has a new change; without it a change is seen within a quarter of a second. */
    public void changed() {
        keepers.forEach(Keeper::wake);
        followers.forEach(Keeper::wake);
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

    /** How each stands against the head of the ledger, without those for which nobody waits. */
    public List<ProjectionState> states() {
        return states(keepers);
    }

    /** The same for those for which nobody waits. */
    public List<ProjectionState> followers() {
        return states(followers);
    }

    /** The names of all, of those too for which nobody waits; known before any is open. */
    public List<String> names() {
        return Stream.concat(keepers.stream(), followers.stream())
                .map(Keeper::name)
                .toList();
    }

    private List<ProjectionState> states(List<Keeper> asked) {
        long head = ledger.head().n();
        return asked.stream().map(keeper -> keeper.state(head)).toList();
    }

    /** Whether any of them is taking something in. */
    public boolean areBusy() {
        return keepers.stream().anyMatch(Keeper::isBusy);
    }

    @Override
    public void close() {
        keepers.forEach(Keeper::close);
        followers.forEach(Keeper::close);
    }
}
