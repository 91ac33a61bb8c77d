package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entity is called and what it is.
 *
 * @param label its name
 * @param language the language of label and aliases, {@code en} by default
 * @param aliases other names, in alphabetical order
 * @param definition what it is; null when its label says enough
 */
public record EntityNaming(
        String label,
        String language,
        List<String> aliases,
        @Nullable String definition) {
    /** Checks every part and orders the aliases. */
    public EntityNaming {
        Checks.text("label", label, Limits.LABEL_CHARACTERS);
        Checks.language("language", language);
        aliases.forEach(alias -> Checks.text("aliases", alias, Limits.LABEL_CHARACTERS));
        aliases = Checks.list("aliases", aliases, Limits.LIST).stream().sorted().toList();
        Checks.optionalText("definition", definition, Limits.DEFINITION_CHARACTERS);
    }
}
