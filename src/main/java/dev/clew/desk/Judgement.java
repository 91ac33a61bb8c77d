package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.ConflictStatus;
import java.time.Instant;

/**
 * What somebody concluded about a conflict.
 *
 * @param conflict its id
 * @param version counted from 1 for each conflict
 * @param status what was concluded
 * @param note why, in words; may be empty only when the status is open
 * @param claims the versions of the two claims that were judged
 * @param by the account
 * @param at when
 */
public record Judgement(
        String conflict, long version, ConflictStatus status, String note, Claims claims, String by, Instant at) {
    /** Most characters of a note. */
    public static final int LIMIT_NOTE_CHARACTERS = 2_000;

    /**
     * The two claims as they were judged.
     *
     * @param first the id of the one
     * @param firstVersion its version
     * @param second the id of the other
     * @param secondVersion its version
     */
    public record Claims(String first, long firstVersion, String second, long secondVersion) {}

    /**
     * A conclusion that is not written yet.
     *
     * @param conflict the id of the conflict
     * @param status what is concluded
     * @param note why
     * @param claims the claims as they are read
     */
    public record Draft(String conflict, ConflictStatus status, String note, Claims claims) {
        /** Checks that a conclusion says why. */
        public Draft {
            if (status != ConflictStatus.OPEN && note.isBlank()) {
                throw ClewException.invalid("note", "must say why: give 1 to 2000 characters", note);
            }
            if (note.length() > LIMIT_NOTE_CHARACTERS) {
                throw ClewException.invalid("note", "has " + note.length() + " characters: shorten it to 2000", note);
            }
        }
    }
}
