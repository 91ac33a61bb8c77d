package dev.clew.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one projection stands.
 *
 * @param name the projection
 * @param n the last change it shows
 * @param lag how many changes of the ledger it does not show yet
 * @param caughtUp whether it has shown everything once since the start
 * @param activity what its thread does
 * @param since when it began to do so
 * @param failure why its last attempt failed, in words; null when it did not
 */
public record ProjectionState(
        String name,
        long n,
        long lag,
        boolean caughtUp,
        Activity activity,
        Instant since,
        @Nullable String failure) {
    /** Longer than this in one step counts as stuck, so that health says so: no step of a healthy projection takes it. */
    public static final Duration STUCK_AFTER = Duration.ofMinutes(30);

    private static final Set<Activity> UNDER_WAY = EnumSet.of(Activity.WAITING, Activity.REBUILDING, Activity.FAILED);

    /** A lag of fewer changes than this is one that readers do not notice. */
    public static final long READY_LAG = 1000;

    /** What a projection's thread does. */
    public enum Activity {
        /** Waits for the next change. */
        FOLLOWING,
        /** Waits until the ledger, which grows fast, is still. */
        WAITING,
        /** Takes in changes. */
        APPLYING,
        /** Is built anew from the published records. */
        REBUILDING,
        /** Waits before it tries again. */
        FAILED,
        /** Was closed. */
        CLOSED
    }

    /** Whether it shows everything up to a lag that readers do not notice, and its thread is alive. */
    public boolean isReady() {
        boolean underWay = UNDER_WAY.contains(activity);
        return caughtUp && !underWay && lag < READY_LAG;
    }

    /** Whether its thread has been busy with one step for longer than {@link #STUCK_AFTER}. */
    public boolean isStuck(Instant now) {
        return (activity == Activity.APPLYING || activity == Activity.REBUILDING)
                && since.plus(STUCK_AFTER).isBefore(now);
    }
}
