package dev.clew.job;

import dev.clew.model.Enumerations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands.
 *
 * @param job which
 * @param activity what it is at
 * @param paused whether somebody holds it
 * @param last its last run, on whichever server; null when it never ran
 * @param next when it runs next, unless it runs; null while it is paused
 * @param lag by how much the next run is overdue; zero when it is not
 * @param failures how many runs failed since one went well
 */
public record JobState(
        Job job,
        Activity activity,
        boolean paused,
        @Nullable JobRun last,
        @Nullable Instant next,
        Duration lag,
        long failures) {
    /** What a job is at. */
    public enum Activity {
        /** It is not due yet, or this server has not looked yet. */
        WAITING,
        /** It waits for a free worker of this server. */
        STARTING,
        /** It runs, on whichever server. */
        RUNNING,
        /** Somebody holds it. */
        PAUSED;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** Whether its last run that ended failed. */
    public boolean isFailing() {
        return failures > 0;
    }
}
