package dev.clew.model;

/**
 * What stands at the address of an entity that was merged into another: where it leads, and what it was called.
 *
 * @param id the id of the entity that was merged
 * @param to the id of the entity that stands for both; never one that leads on itself
 * @param label what the merged entity was called: another name of the one it was merged into
 * @param language the language of the label
 */
public record Redirect(String id, String to, String label, String language) implements ClewRecord {
    /** Checks every part; refuses a redirect to itself. */
    public Redirect {
        Slug.check("id", id);
        Slug.check("replacedBy", to);
        Checks.text("label", label, Limits.LABEL_CHARACTERS);
        Checks.language("language", language);
        if (id.equals(to)) {
            throw ClewException.invalid("replacedBy", "is the entity itself: name another", to);
        }
    }

    /** The redirect that merges an entity into another. */
    public static Redirect merging(Entity entity, String to) {
        return new Redirect(
                entity.id(), to, entity.naming().label(), entity.naming().language());
    }

    @Override
    public RecordName name() {
        return RecordName.entity(id);
    }

    @Override
    public String headline() {
        return label;
    }
}
