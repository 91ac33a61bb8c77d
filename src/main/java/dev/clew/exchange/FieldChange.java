package dev.clew.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one field of a record differs between two versions.
 *
 * @param field its JSON name
 * @param removed the values that only the earlier version has
 * @param added the values that only the later version has
 */
public record FieldChange(String field, List<JsonNode> removed, List<JsonNode> added) {
    /** Copies the lists. */
    public FieldChange {
        removed = List.copyOf(removed);
        added = List.copyOf(added);
    }

    /** The same in words, such as {@code links: added compute enables alliance}; ids stand as they are. */
    public String words() {
        if (removed.size() == 1 && added.size() == 1) {
            return field + ": " + shown(removed.getFirst()) + " → " + shown(added.getFirst());
        }
        List<String> parts = new ArrayList<>();
        if (!removed.isEmpty()) {
            parts.add("removed " + shown(removed));
        }
        if (!added.isEmpty()) {
            parts.add("added " + shown(added));
        }
        return field + ": " + String.join("; ", parts);
    }

    private static String shown(List<JsonNode> values) {
        return values.stream().map(FieldChange::shown).collect(Collectors.joining(", "));
    }

    private static String shown(JsonNode value) {
        if (value.isTextual()) {
            return "“" + value.textValue() + "”";
        }
        if (value.has("relation") && value.has("object")) {
            return link(value);
        }
        return value.toString();
    }

    private static String link(JsonNode link) {
        String denied = link.path("denied").asBoolean() ? "not " : "";
        return Stream.of("subject", "relation", "object")
                .filter(link::has)
                .map(name -> link.get(name).asText())
                .collect(Collectors.joining(" ", denied, ""));
    }
}
