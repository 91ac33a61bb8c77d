package dev.clew.desk;

import dev.clew.model.Enumerations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that is not published yet, as it is kept until somebody decides.
 *
 * @param number by which it is known, counted from 1
 * @param version counted from 1; every change of the proposal makes the next
 * @param state how far it is
 * @param by the account that made it
 * @param content what it proposes
 * @param origin where it comes from
 * @param made when it was made
 * @param changed when its version was made
 * @param decision what was decided; null until then
 */
public record Proposal(
        long number,
        long version,
        State state,
        String by,
        Content content,
        Origin origin,
        Instant made,
        Instant changed,
        @Nullable Decision decision) {
    /** How far a proposal is. */
    public enum State {
        /** Being written; seen by its maker only. */
        DRAFT,
        /** Waits for a decision. */
        PROPOSED,
        /** Published. */
        ACCEPTED,
        /** Not published, for a reason. */
        REJECTED;

        /** The written form, lower case. */
        public String code() {
            return Enumerations.code(this);
        }

        /** Whether it can still be changed and decided. */
        public boolean isOpen() {
            return this == DRAFT || this == PROPOSED;
        }
    }

    /**
     * What it proposes.
     *
     * @param json the record in its JSON form; a draft's may lack what a record needs
     * @param name the name of the record, such as {@code insight/a}; empty while it has none
     * @param baseVersion the version of the published record that it replaces; null for a new record
     */
    public record Content(
            String json, String name, @Nullable Long baseVersion) {}

    /**
     * Where a proposal comes from.
     *
     * @param kind form, import or scan
     * @param run the import that brought it; null for others
     * @param detail which file and line, or which feed; empty when there is nothing to say
     * @param passage the text that it was taken from; null when there is none
     */
    public record Origin(
            Kind kind,
            @Nullable Long run,
            String detail,
            @Nullable Passage passage) {
        /** What makes proposals. */
        public enum Kind {
            /** A person, by the form or another program. */
            FORM,
            /** A file. */
            IMPORT,
            /** A reading of a feed or transcript. */
            SCAN;

            /** The written form, lower case. */
            public String code() {
                return Enumerations.code(this);
            }
        }

        /** Written by a person. */
        public static final Origin BY_FORM = new Origin(Kind.FORM, null, "", null);
    }

    /**
     * The text that a proposal was taken from, with the part that says it.
     *
     * @param text some sentences of it
     * @param start where the part begins, in characters
     * @param end where it ends
     */
    public record Passage(String text, int start, int end) {}

    /**
     * What was decided.
     *
     * @param by the account
     * @param at when
     * @param reason why it was rejected; empty when it was accepted
     * @param change the change that published it; null when it was rejected
     */
    public record Decision(
            String by, Instant at, String reason, @Nullable Long change) {}
}
