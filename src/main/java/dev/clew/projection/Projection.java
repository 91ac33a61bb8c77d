package dev.clew.projection;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something derived from changes that can be deleted at any time.
 *
 * <p>The law that every implementation keeps: applying any sequence of changes one by one gives the same
 * {@link #fingerprint()} as {@link #rebuild} from the records they lead to. {@link #apply} and {@link #rebuild} are
 * called by one dedicated thread that is never interrupted; readers run beside it and see whole changes only.
 */
public interface Projection extends AutoCloseable {
    /** Its name in health answers, logs and the data directory: {@code rdf}, {@code search}, {@code graph}. */
    String name();

    /**
     * The last change it shows, kept durably together with its own data; {@link Position#NONE} when it is empty, was
     * damaged, or was written by another version of its format.
     */
    Position position();

    /**
     * Makes sure that what it is kept in can be used and that {@link #position()} tells where it stands. Called by its one
     * writing thread before every step; nothing, unless it is kept elsewhere than in files of this machine.
     *
     * @throws RuntimeException saying why it cannot be reached; the position is then {@link Position#NONE}
     */
    default void reach() {}

    /**
     * Takes in changes that follow {@link #position()} without a gap, all or none, and moves the position to the last.
     *
     * @throws RuntimeException when nothing could be taken in; the projection stays usable at its old position, or is
     *     rebuilt by its owner
     */
    void apply(List<Change> changes);

    /**
     * Replaces everything by these published records, side by side: readers see the old state until the new one is
     * whole.
     *
     * @param records every published record once, in the order of their names (sources, entities, insights); read
     *     once
     * @param target the position they show
     */
    void rebuild(Stream<RecordChange> records, Position target);

    /**
     * Whether it would rather be rebuilt than take in so many changed records batch by batch: because that is faster, or
     * because its files have outgrown what they hold. Asked by its one writing thread; no, unless an implementation says
     * otherwise.
     */
    default boolean prefersRebuild(long recordsBehind) {
        return false;
    }

    /**
     * Whether, while the ledger grows fast, it would rather wait until the ledger is still and then take in so many
     * changed records and more at once, because that is cheaper and leaves the machine to others meanwhile. Asked by its
     * one writing thread, which does not wait for ever; no, unless an implementation says otherwise.
     */
    default boolean prefersToWait(long recordsBehind) {
        return false;
    }

    /**
     * Whether it shows earlier changes too, so that it is built from every change since the first instead of from the
     * records as they stand; no, unless an implementation says otherwise.
     */
    default boolean remembers() {
        return false;
    }

    /** A hash over everything it would answer with, independent of how it came about: equal states, equal text. */
    String fingerprint();

    @Override
    void close();
}
