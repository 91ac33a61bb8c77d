package dev.clew.insight;

import dev.clew.model.Entity;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds entities that may be one: their names differ in case, accents, spaces, signs or a plural s at most. */
final class LookAlikes {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

    private record Owner(String entity, String name) {}

    private final Map<String, Owner> owners = new HashMap<>();

    /** Takes an entity in, and says which of those before it reads like it, as "other by name" sentences. */
    Set<String> add(Entity entity) {
        Set<String> alike = new LinkedHashSet<>();
        Stream<String> names = Stream.concat(Stream.of(entity.naming().label()), entity.naming().aliases().stream());
        names.forEach(name -> compare(entity.id(), name, key(name), alike));
        entity.codes().sameAs().forEach(address -> compare(entity.id(), address, address, alike));
        return alike;
    }

    private void compare(String entity, String name, String key, Set<String> alike) {
        Owner owner = key.isEmpty() ? null : owners.putIfAbsent(key, new Owner(entity, name));
        if (owner != null && !owner.entity().equals(entity)) {
            alike.add("'" + name + "' here, '" + owner.name() + "' at " + owner.entity());
        }
    }

    private static String key(String name) {
        String plain =
                ACCENT.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String letters = NO_LETTER.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        // A short name is an abbreviation, whose last letter means something.
        return letters.length() > 4 && letters.endsWith("s") ? letters.substring(0, letters.length() - 1) : letters;
    }
}
