package dev.clew.model;

/** How firmly a claim is made. */
public enum Certainty {
    /** Said without reserve. */
    PLAIN,
    /** Said with reserve: may, might, could, suggests. */
    HEDGED;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
