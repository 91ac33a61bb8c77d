package dev.clew.job;

import dev.clew.model.Enumerations;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The last run of a job.
 *
 * @param started when
 * @param ended when; null while it runs, and when it was interrupted
 * @param outcome how it went
 * @param message what came of it, or why it failed; may be empty
 * @param late by how much it started after it was due; zero when somebody asked for it
 */
public record JobRun(Instant started, @Nullable Instant ended, Outcome outcome, String message, Duration late) {
    /** How a run went. */
    public enum Outcome {
        /** It is under way. */
        RUNNING,
        /** It did its work. */
        DONE,
        /** It did not. */
        FAILED,
        /** The server ended meanwhile. */
        INTERRUPTED;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** How long it took; null while it runs, and when it was interrupted. */
    public @Nullable Duration took() {
        return ended == null ? null : Duration.between(started, ended);
    }
}
