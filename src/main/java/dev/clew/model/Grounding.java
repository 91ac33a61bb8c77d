package dev.clew.model;

/** How exactly an insight points into its source. */
public enum Grounding {
    /** By a quote. */
    QUOTED,
    /** By a start second. */
    TIMED,
    /** Only by the source. */
    UNLOCATED;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
