package dev.clew.desk;

import dev.clew.model.Enumerations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One import of one file.
 *
 * @param number by which it is known, counted from 1
 * @param file what was imported, by whom and how
 * @param state how far it is
 * @param made when it was asked for
 * @param ended when it came to an end; null before
 * @param changes what it wrote
 * @param counts how many records
 * @param message why it failed or was refused; empty otherwise
 */
public record ImportRun(
        long number,
        Given file,
        State state,
        Instant made,
        @Nullable Instant ended,
        Changes changes,
        Counts counts,
        String message) {
    /**
     * What was given.
     *
     * @param by the account
     * @param name the file's name where it came from
     * @param format its format, as on the command line
     * @param mode what becomes of its records
     * @param head the row of headings of a table; empty for other formats
     */
    public record Given(String by, String name, String format, Mode mode, String head) {}

    /** What becomes of the records of an import. */
    public enum Mode {
        /** Nothing: it is only told what would be refused. */
        CHECK,
        /** They wait for review. */
        PROPOSE,
        /** They are published. */
        PUBLISH;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** How far an import is. */
    public enum State {
        /** Behind others. */
        WAITING,
        /** Under way. */
        RUNNING,
        /** At its end; some records may have been refused. */
        DONE,
        /** Stopped on request; what was written until then stays. */
        CANCELLED,
        /** Stopped by a fault, which its message tells; what was written until then stays. */
        FAILED,
        /** Stopped with the server; what was written until then stays. */
        INTERRUPTED,
        /** Taken back. */
        UNDONE;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }

        /** Whether it is still to come to its end. */
        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * What an import wrote.
     *
     * @param run the run of its changes: the number of the first; 0 when it wrote none
     * @param last the last change of the library when it ended; 0 before
     */
    public record Changes(long run, long last) {
        /** Nothing. */
        public static final Changes NONE = new Changes(0, 0);
    }

    /**
     * How many records.
     *
     * @param read found in the file
     * @param written published or proposed
     * @param skipped published in the same form already
     * @param refused refused
     */
    public record Counts(long read, long written, long skipped, long refused) {
        /** Nothing yet. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }

    /**
     * A record of the file that was refused.
     *
     * @param line its line, counted from 1; 0 where the format has no line for a record
     * @param name its name; empty when it could not be read
     * @param reason what is wrong and what to do
     * @param content the line or row as it stands in the file; empty where it cannot be given
     */
    public record Refused(long line, String name, String reason, String content) {}
}
