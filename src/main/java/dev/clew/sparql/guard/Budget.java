package dev.clew.sparql.guard;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.rdf.Watch;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may still use. The engine looks at its time limit between rows; this is asked also within a path, a
 * pattern match or a function call, each of which can take for ever on its own.
 *
 * <p>Used by the evaluating thread; {@link #stop} is for any other.
 */
public final class Budget implements Watch {
    /** Most characters of one text that a function makes. */
    public static final int LIMIT_TEXT = 1_000_000;
    /** Most characters of all texts that functions make in one evaluation. */
    public static final long LIMIT_TEXTS = 50_000_000;

    /** How long an answer may still be written after the time limit. */
    private static final Duration WRITING = Duration.ofMillis(500);

    private static final int BYTES_OF_A_ROW = 200;
    private static final int STEPS_BETWEEN_LOOKS = 0xFF;

    private final Duration timeLimit;
    private final long limitHeldRows;
    private final long end;
    private final AtomicReference<@Nullable ClewException> stopped = new AtomicReference<>();
    private volatile Runnable whenStopped = () -> {};
    private long characters;
    private long held;
    private int steps;

    /**
     * Begins to count time.
     *
     * @param limitHeldRows most rows that sorting, telling apart and joining keep in memory together
     */
    public Budget(Duration timeLimit, long limitHeldRows) {
        this.timeLimit = timeLimit;
        this.limitHeldRows = limitHeldRows;
        this.end = System.nanoTime() + timeLimit.toNanos();
    }

    /** Makes the evaluation end with this refusal, soon; the first one counts. */
    public void stop(ClewException why) {
        if (stopped.compareAndSet(null, why)) {
            whenStopped.run();
        }
    }

    /** What else to do when it is stopped: to tell the engine. Done at once when it has been stopped. */
    public void onStop(Runnable tellEngine) {
        whenStopped = tellEngine;
        if (stopped.get() != null) {
            tellEngine.run();
        }
    }

    /** How long the evaluation may take. */
    public Duration timeLimit() {
        return timeLimit;
    }

    /**
     * Evaluates something that this ends, and tells why it was ended, whatever the engine made of that.
     *
     * @throws ClewException the {@link #reason()}, or a refusal of its own
     */
    public <T> T during(Supplier<T> evaluation) {
        try {
            return evaluation.get();
        } catch (QueryCancelledException cancelled) {
            throw reason();
        } catch (ClewException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            throw isOver() ? reason() : failed;
        }
    }

    /** Why it was stopped: what {@link #stop} said, or that its time is over. */
    public ClewException reason() {
        ClewException why = stopped.get();
        return why != null
                ? why
                : new ClewException(
                        ErrorCode.TIMED_OUT,
                        "The query took longer than the limit of " + timeLimit.toMillis()
                                + " ms and was stopped: narrow it, or add LIMIT.");
    }

    @Override
    public void step() {
        steps++;
        if ((steps & STEPS_BETWEEN_LOOKS) == 0) {
            look();
        }
    }

    /** Ends the evaluation when it was stopped or its time is over. */
    void look() {
        if (isOver()) {
            throw new QueryCancelledException();
        }
    }

    /**
     * Ends the writing of an answer that is not through soon after the time of its evaluation is over.
     *
     * @throws ClewException (timed-out) when it is not
     */
    public void requireWritten() {
        if (System.nanoTime() > end + WRITING.toNanos()) {
            throw new ClewException(
                    ErrorCode.TIMED_OUT,
                    "The query and the writing of its answer took longer than the limit of " + timeLimit.toMillis()
                            + " ms: narrow it, or add LIMIT.");
        }
    }

    /** Whether it was stopped, or its time is over. */
    public boolean isOver() {
        return stopped.get() != null || System.nanoTime() > end;
    }

    /**
     * What to throw for a refusal. Not the refusal itself: the engine takes whatever a filter throws for false, and lets
     * only this pass.
     */
    QueryCancelledException ended(ClewException why) {
        stop(why);
        return new QueryCancelledException();
    }

    @Override
    public void hold() {
        held++;
        if (held > limitHeldRows) {
            throw ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "The query keeps more rows in memory, to sort, tell apart or join them, than the limit of "
                            + limitHeldRows + ": narrow it."));
        }
        step();
    }

    /** About how many bytes it keeps, to compare evaluations with; the time of a look may differ between threads. */
    public long kept() {
        return held * BYTES_OF_A_ROW + 2 * characters;
    }

    /** Counts a text that a function is about to make. */
    void make(long length) {
        if (length > LIMIT_TEXT) {
            throw ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "A function of the query makes a text longer than the limit of " + LIMIT_TEXT
                            + " characters: join less together."));
        }
        characters += length;
        if (characters > LIMIT_TEXTS) {
            throw ended(new ClewException(
                    ErrorCode.TOO_COSTLY,
                    "The functions of the query make more text than the limit of " + LIMIT_TEXTS
                            + " characters: narrow it."));
        }
        look();
    }
}
