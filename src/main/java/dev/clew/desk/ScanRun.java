package dev.clew.desk;

import dev.clew.model.Enumerations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scan of some episodes, and how it went.
 *
 * @param number by which it is known, counted from 1
 * @param by the account that asked for it
 * @param extractor the code of what looks for claims
 * @param state how far it is
 * @param made when it was asked for
 * @param ended when it came to its end; null until then
 * @param parts its episodes, in order
 */
public record ScanRun(
        long number,
        String by,
        String extractor,
        State state,
        Instant made,
        @Nullable Instant ended,
        List<Part> parts) {
    /** Copies the parts. */
    public ScanRun {
        parts = List.copyOf(parts);
    }

    /** How far a scan, or a part of it, is. */
    public enum State {
        /** Others are before it. */
        WAITING,
        /** Under way. */
        RUNNING,
        /** Through. */
        DONE,
        /** Stopped because somebody asked for it. */
        CANCELLED,
        /** Stopped by a fault. */
        FAILED,
        /** The server stopped; it can be resumed. */
        INTERRUPTED;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }

        /** Whether it has not come to its end. */
        public boolean isOpen() {
            return this == WAITING || this == RUNNING;
        }
    }

    /**
     * One episode of a scan.
     *
     * @param place its place in the scan, from 0
     * @param episode the id of the source
     * @param state how far it is
     * @param counts what was found
     * @param message why it failed; empty otherwise
     */
    public record Part(int place, String episode, State state, Counts counts, String message) {}

    /**
     * What was found in an episode.
     *
     * @param segments of the transcript
     * @param candidates proposed
     * @param dropped looked at and left out, by the code of why
     */
    public record Counts(int segments, int candidates, Map<String, Integer> dropped) {
        /** Nothing. */
        public static final Counts NONE = new Counts(0, 0, Map.of());

        /** Copies what was dropped. */
        public Counts {
            dropped = Map.copyOf(dropped);
        }
    }
}
