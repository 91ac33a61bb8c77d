package dev.clew.desk;

import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a reader says of a claim; it stands beside the claim and never changes it.
 *
 * @param number counts up over all remarks
 * @param said what is said of which claim
 * @param version the version of the claim that the reader saw
 * @param by the account
 * @param at when
 * @param answer what a curator concluded about a dispute; null while nobody did
 */
public record Remark(
        long number,
        Draft said,
        long version,
        String by,
        Instant at,
        @Nullable Answer answer) {
    /** Most characters of a reason, a comment or an answer. */
    public static final int LIMIT_CHARACTERS = 2_000;

    /** What kinds there are. */
    public enum Kind {
        /** The reader finds it right. */
        ENDORSEMENT,
        /** The reader finds it wrong, and says why. */
        DISPUTE,
        /** The reader adds something. */
        COMMENT;

        /** How it is written, such as {@code dispute}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /**
     * A remark that is not written yet.
     *
     * @param insight the id of the claim
     * @param kind which kind
     * @param text the reason of a dispute, or the comment; empty for an endorsement
     * @param source an address, or the id of a source of the library, that bears it out; null when none is given
     */
    public record Draft(
            String insight,
            Kind kind,
            String text,
            @Nullable String source) {
        /** Checks that a dispute has its reason, a comment its text, and an endorsement neither. */
        public Draft {
            if (kind == Kind.ENDORSEMENT && !(text.isEmpty() && source == null)) {
                throw ClewException.invalid("text", "must be left out of an endorsement: make it a comment", text);
            }
            if (kind != Kind.ENDORSEMENT) {
                requireText("text", text, kind == Kind.DISPUTE ? "must say why" : "must say something");
            }
            if (source != null && source.length() > Limits.ADDRESS_CHARACTERS) {
                throw ClewException.invalid(
                        "source", "must have at most " + Limits.ADDRESS_CHARACTERS + " characters", source);
            }
        }
    }

    /**
     * What a curator concluded about a dispute.
     *
     * @param text in words
     * @param by the account
     * @param at when
     */
    public record Answer(String text, String by, Instant at) {}

    static void requireText(String path, String text, String demand) {
        boolean unclean = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t');
        if (text.isBlank() || text.length() > LIMIT_CHARACTERS || unclean) {
            throw ClewException.invalid(
                    path, demand + ": give 1 to " + LIMIT_CHARACTERS + " characters without control characters", text);
        }
    }
}
