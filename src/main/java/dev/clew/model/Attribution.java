package dev.clew.model;

/** How the claim is tied to its holder. */
public enum Attribution {
    /** The holder speaks. */
    OWN,
    /** Somebody says that the holder believes it. */
    REPORTED,
    /** The speaker concludes that the holder believes it. */
    INFERRED;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
