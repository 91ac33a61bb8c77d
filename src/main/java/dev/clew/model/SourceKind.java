package dev.clew.model;

/** The kinds of source. */
public enum SourceKind {
    /** A series of episodes. */
    PODCAST,
    /** One episode of a podcast. */
    EPISODE,
    /** A text. */
    DOCUMENT;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
