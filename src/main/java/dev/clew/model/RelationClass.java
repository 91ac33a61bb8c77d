package dev.clew.model;

/** The classes of relation, which decide what a hop may carry. */
public enum RelationClass {
    /** More of the one end makes more or less of the other; carries a sign along its influence. */
    INFLUENCE,
    /** The subject is an actor; carries a sign only as the first hop. */
    ACT,
    /** How things are put together; never carries a sign. */
    STRUCTURAL,
    /** Goes with, resembles, competes; never carries a sign. */
    LOOSE;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
