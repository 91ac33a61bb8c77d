package dev.clew.model;

/**
 * What a holder means by a contested word.
 *
 * @param id its local id within the entity, such as {@code owned-hardware}
 * @param label how it reads after the entity's label, such as "as owned hardware"
 * @param definition what the word means so
 */
public record Framing(String id, String label, String definition) {
    /** Checks every part. */
    public Framing {
        Slug.check("framings.id", id);
        Checks.text("framings.label", label, Limits.LABEL_CHARACTERS);
        Checks.text("framings.definition", definition, Limits.DEFINITION_CHARACTERS);
    }
}
