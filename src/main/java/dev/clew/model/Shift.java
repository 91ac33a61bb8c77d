package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * A change of meaning or scope between two consecutive hops, at the entity between them.
 *
 * @param kind what changes
 * @param hop the number of the second of the two hops, from 1 for the path's second hop; of a loop the number of hops,
 *     where it closes
 * @param entity the id of the entity between them
 * @param before what the first hop states; null when silent
 * @param after what the second hop states; null when silent
 */
public record Shift(
        Kind kind,
        int hop,
        String entity,
        @Nullable String before,
        @Nullable String after) {
    /** What changes. */
    public enum Kind {
        /** Both hops state a meaning of the entity, and not the same. */
        FRAMING_SHIFT,
        /** Both hops state a place or a time, and they do not meet. */
        SCOPE_SHIFT,
        /** One hop states a meaning of the entity, the other is silent; does not demote the path. */
        FRAMING_UNSTATED;

        /** The written form, such as {@code framing-shift}. */
        public String code() {
            return Enumerations.code(this);
        }
    }

    /** Whether it demotes the path. */
    public boolean demotes() {
        return kind != Kind.FRAMING_UNSTATED;
    }
}
