package dev.clew.insight;

import dev.clew.model.Enumerations;
import dev.clew.model.RecordName;

/**
 * One thing in the library that a curator may want to look at; nothing is wrong with the record by itself.
 *
 * @param kind what sort of thing
 * @param record the record to look at
 * @param label its claim, label or title
 * @param message what was noticed and what to do, as a sentence
 */
public record Task(Kind kind, RecordName record, String label, String message) {
    /** What is looked for. */
    public enum Kind {
        /** An entity that no insight, fact or source uses. */
        ORPHAN,
        /** Two entities whose names read alike, or that name the same thing elsewhere. */
        LOOK_ALIKE,
        /** A claim that starts or ends after its episode does. */
        START_BEYOND,
        /** An episode that states no length, so that the times of its claims cannot be held against it. */
        NO_LENGTH,
        /** An insight that links nothing. */
        NO_LINK,
        /** An entity that one edge alone reaches, where every thread ends. */
        DEAD_END,
        /** An edge that rests on one insight, which no other supports. */
        UNSUPPORTED;

        /** The written form, such as {@code dead-end}. */
        public String code() {
            return Enumerations.code(this);
        }
    }
}
