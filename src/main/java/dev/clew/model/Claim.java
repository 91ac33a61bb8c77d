package dev.clew.model;

/**
 * What an insight says.
 *
 * @param text the claim restated in one to three sentences
 * @param language its language tag, {@code en} by default
 * @param type what kind of claim
 * @param certainty how firmly it is made
 * @param rank how an editor ranks it among other claims
 */
public record Claim(String text, String language, ClaimType type, Certainty certainty, Rank rank) {
    /** One of normal rank. */
    public Claim(String text, String language, ClaimType type, Certainty certainty) {
        this(text, language, type, certainty, Rank.NORMAL);
    }

    /** Checks text and language. */
    public Claim {
        Checks.text("text", text, Limits.TEXT_CHARACTERS);
        Checks.language("language", language);
    }
}
