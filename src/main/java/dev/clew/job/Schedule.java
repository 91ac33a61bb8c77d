package dev.clew.job;

import dev.clew.model.ClewException;
import java.time.Duration;
import java.time.Instant;

/**
 * When a job runs: once in every so long, counted from start to start, and never while it still runs. What was missed while
 * no server ran is done once, not several times.
 *
 * @param every 1 second to 366 days
 * @param first how long after its start a server leaves the job alone, 0 to 1 day
 */
public record Schedule(Duration every, Duration first) {
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofDays(366);
    private static final Duration MOST_FIRST = Duration.ofDays(1);

    /** Checks the bounds. */
    public Schedule {
        if (every.compareTo(LEAST) < 0 || every.compareTo(MOST) > 0) {
            throw ClewException.invalid("every", "must be 1 second to 366 days", every.toString());
        }
        if (first.isNegative() || first.compareTo(MOST_FIRST) > 0) {
            throw ClewException.invalid("first", "must be 0 seconds to 1 day", first.toString());
        }
    }

    /** Once in every so long, a minute after a server's start at the earliest. */
    public static Schedule every(Duration every) {
        return new Schedule(every, Duration.ofMinutes(1));
    }

    /** The same, so long after a server's start at the earliest. */
    public Schedule startingAfter(Duration longer) {
        return new Schedule(every, longer);
    }

    /** When it runs next: for a server that started then, after a run that started then. */
    Instant after(Instant serverStart, Instant runStart) {
        Instant due = runStart.plus(every);
        Instant earliest = earliest(serverStart);
        return due.isBefore(earliest) ? earliest : due;
    }

    /** When it runs for the first time. */
    Instant earliest(Instant serverStart) {
        return serverStart.plus(first);
    }
}
