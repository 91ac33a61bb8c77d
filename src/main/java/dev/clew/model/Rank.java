package dev.clew.model;

/** How an editor ranks a claim among others; whatever its rank, it stays published. */
public enum Rank {
    /** As every claim. */
    NORMAL,
    /** Below others: doubtful, weak, or of little use. */
    LOW,
    /** Overtaken by what came after. */
    OUTDATED;

    /** The written form, lower case. */
    public String code() {
        return Enumerations.code(this);
    }
}
