package dev.clew.model;

/** What kind of claim an insight is. */
public enum ClaimType {
    /** Something is so. */
    REPORT,
    /** Something is so because of something else. */
    EXPLANATION,
    /** Something will be so. */
    FORECAST,
    /** Somebody means to bring something about. */
    AIM,
    /** A judgement. */
    OPINION,
    /** Somebody should do something; counts for no voice. */
    RECOMMENDATION,
    /** What a word means to the holder. */
    DEFINITION,
    /** Something asked; counts for no voice. */
    QUESTION;

    /** Whether claims of this type count as evidence; questions and recommendations do not. */
    public boolean counts() {
        return this != QUESTION && this != RECOMMENDATION;
    }

    /** The written form, such as {@code forecast}. */
    public String code() {
        return Enumerations.code(this);
    }
}
