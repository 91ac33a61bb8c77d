package dev.clew.sparql.crowd;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.time.Duration;

/**
 * How many may ask at once, and how long they wait for each other; each is named in the answer that it causes.
 *
 * @param places most queries that are evaluated at once, 1 to 1 000
 * @param waiting most queries that wait for a place, 1 to 10 000
 * @param longestWait longest wait for a place, 1 ms to 10 min
 * @param whenOthersWait how long a query may run while others wait, 1 ms to 1 h
 * @param client what one client may
 */
public record CrowdLimits(int places, int waiting, Duration longestWait, Duration whenOthersWait, PerClient client) {
    /** As many places as processors, at least 2; 40 wait at most 10 s; 5 s while others wait; a client 8 at once
     * and 3 000 a minute. */
    public static final CrowdLimits DEFAULT = new CrowdLimits(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            40,
            Duration.ofSeconds(10),
            Duration.ofSeconds(5),
            new PerClient(8, 3_000));

    /**
     * What one client may, told apart by its address.
     *
     * @param atOnce most queries that run or wait at once, 1 to 1 000
     * @param aMinute most queries a minute, 1 to 1 000 000
     */
    public record PerClient(int atOnce, int aMinute) {
        /** Checks the bounds. */
        public PerClient {
            bounded("queries at once of one client", atOnce, 1_000);
            bounded("queries a minute of one client", aMinute, 1_000_000);
        }
    }

    /** Checks the bounds. */
    public CrowdLimits {
        bounded("queries at once", places, 1_000);
        bounded("waiting queries", waiting, 10_000);
        bounded("wait for a place in milliseconds", longestWait.toMillis(), 600_000);
        bounded("time of a query while others wait in milliseconds", whenOthersWait.toMillis(), 3_600_000);
    }

    private static void bounded(String name, long value, long most) {
        if (value < 1 || value > most) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The limit of " + name + " is " + value + ": set it between 1 and " + most + ".");
        }
    }
}
