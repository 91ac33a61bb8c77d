package dev.clew.model;

/** Why an edge is contested; where several apply, the first of these is given. */
public enum Contest {
    /** Claims of both signs that mean the same. */
    SIGN,
    /** A claim that the link does not hold. */
    DENIAL,
    /** An opposite claim that means something else by the word. */
    FRAMING,
    /** An opposite claim about another place or time. */
    SCOPE;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
