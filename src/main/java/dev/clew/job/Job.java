package dev.clew.job;

import dev.clew.model.ClewException;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/**
 * Something that the server does again and again.
 *
 * @param name by which it is known, such as {@code backups}: a lower-case slug of at most 40 characters
 * @param what it does, as a sentence for an admin, at most 300 characters
 * @param schedule when
 * @param work what is done; never twice at a time, on whichever server
 */
public record Job(String name, String what, Schedule schedule, Work work) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int LIMIT_WHAT = 300;

    /** Checks the bounds. */
    public Job {
        if (!NAME.matcher(name).matches()) {
            throw ClewException.invalid("name", "must match " + NAME, name);
        }
        if (what.isBlank() || what.length() > LIMIT_WHAT) {
            throw ClewException.invalid("what", "must have 1 to " + LIMIT_WHAT + " characters", what);
        }
    }

    /** What is done in a run. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does it once. A failure is thrown and shown, and the job runs again when it is due; anything bounded and patient
         * within a run is up to the work.
         *
         * @param stopping turns true when the server stops: the work should then end within five seconds
         * @return what came of it, in words for an admin, such as "12 feeds read, 3 new episodes"; may be empty
         */
        String run(BooleanSupplier stopping);
    }
}
