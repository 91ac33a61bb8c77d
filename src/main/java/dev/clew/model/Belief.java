package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * Who believes a claim and who says it.
 *
 * @param holder the entity that believes it; null when unknown
 * @param speaker the entity that says it; null when unknown
 * @param attribution how the claim is tied to the holder
 */
public record Belief(@Nullable String holder, @Nullable String speaker, Attribution attribution) {
    /** Checks the ids. */
    public Belief {
        Checks.optionalSlug("holder", holder);
        Checks.optionalSlug("speaker", speaker);
    }
}
