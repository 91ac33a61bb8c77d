package dev.clew.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The same correction for many records: wherever a field says one text, it shall say another.
 *
 * @param field its name, with dots before names inside objects and without places in lists: {@code links.subject}
 * @param from the text to be replaced, whole
 * @param to the text to replace it by
 */
public record FieldFix(String field, String from, String to) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    /** Fields in which two records that say the same do not share a mistake. */
    private static final Set<String> OWN = Set.of("id", "text", "quote", "note", "title", "definition");

    /**
     * The record with the correction.
     *
     * @param json the record's JSON form
     * @return empty when nothing in it is corrected
     */
    public Optional<String> applied(String json) {
        JsonNode root = parse(json);
        boolean[] changed = new boolean[1];
        replace(root, "", (path, text) -> {
            if (path.equals(field) && text.equals(from)) {
                changed[0] = true;
                return to;
            }
            return text;
        });
        return changed[0] ? Optional.of(root.toString()) : Optional.empty();
    }

    /** The corrections that lead from one form of a record to another and could be meant for others too. */
    public static List<FieldFix> between(String before, String after) {
        Map<String, List<String>> removed = leaves(before);
        Map<String, List<String>> added = leaves(after);
        removed.forEach((path, texts) -> {
            List<String> others = added.getOrDefault(path, new ArrayList<>());
            texts.removeIf(others::remove);
        });
        List<FieldFix> fixes = new ArrayList<>();
        removed.forEach((path, texts) -> {
            List<String> others = added.getOrDefault(path, List.of());
            List<String> distinct = texts.stream().distinct().toList();
            List<String> distinctOthers = others.stream().distinct().toList();
            if (!OWN.contains(path) && distinct.size() == 1 && distinctOthers.size() == 1) {
                fixes.add(new FieldFix(path, distinct.getFirst(), distinctOthers.getFirst()));
            }
        });
        return fixes;
    }

    private static Map<String, List<String>> leaves(String json) {
        Map<String, List<String>> leaves = new TreeMap<>();
        replace(parse(json), "", (path, text) -> {
            leaves.computeIfAbsent(path, any -> new ArrayList<>()).add(text);
            return text;
        });
        return leaves;
    }

    private static void replace(JsonNode node, String path, BiFunction<String, String, String> texts) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String inner = path.isEmpty() ? name : path + "." + name;
                JsonNode value = object.get(name);
                if (value.isTextual()) {
                    object.put(name, texts.apply(inner, value.textValue()));
                } else {
                    replace(value, inner, texts);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i).isTextual()) {
                    array.set(i, texts.apply(path, array.get(i).textValue()));
                } else {
                    replace(array.get(i), path, texts);
                }
            }
        }
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException | NumberFormatException malformed) {
            throw ClewException.invalid("", "is not JSON: send the record as an object", json);
        }
    }
}
