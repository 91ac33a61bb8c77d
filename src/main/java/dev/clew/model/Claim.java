package dev.clew.model;

/**
 * What an insight says.
 *
 * @param text the claim restated in one to three sentences
 * @param language its language tag, {@code en} by default
 * @param type what kind of claim
 * @param certainty how firmly it is made
 */
public record Claim(String text, String language, ClaimType type, Certainty certainty) {
    /** Checks text and language. */
    public Claim {
        Checks.text("text", text, Limits.TEXT_CHARACTERS);
        Checks.language("language", language);
    }
}
