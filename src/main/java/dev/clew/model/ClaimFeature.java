package dev.clew.model;

/**
 * One thing that an insight holds and another may hold too.
 *
 * @param kind what sort of thing
 * @param value an id; for links {@code subject relation object} with a space between
 */
public record ClaimFeature(Kind kind, String value) {
    /** Sorts of feature. */
    public enum Kind {
        /** The insight itself. */
        SELF,
        /** An entity it is about: linked, counted, filed under or mentioned; not its holder or speaker. */
        ABOUT,
        /** A link it asserts. */
        ASSERTS,
        /** A link it denies. */
        DENIES,
        /** A link it asserts as one that raises. */
        RAISES,
        /** A link it asserts as one that lowers. */
        LOWERS,
        /** The ordered pair of entities that a link of it joins by any relation, denied or not: {@code subject object}. */
        JOINS,
        /** An insight it supports. */
        SUPPORTS,
        /** An insight it contradicts. */
        CONTRADICTS,
        /** An insight it makes more exact. */
        REFINES,
        /** An insight that it calls a rival explanation. */
        RIVALS,
        /** What it gives a number of: an entity, or {@code cause effect} for a factor. */
        QUANTIFIES,
        /** An entity that it defines in one meaning. */
        DEFINES,
        /** An entity that it takes in one meaning, in a link that it asserts: {@code entity framing}. */
        MEANS,
        /** The source it is from. */
        SOURCE,
        /** The rank that an editor gave it, such as {@code outdated}; a claim of normal rank has none. */
        RANKED,
        /** Who believes it; told of a claim that is read, not sought by. */
        HOLDER
    }
}
