package dev.clew.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How two versions of a record differ, field by field. A record's JSON maps one to one to the triples of its graph, so this
 * is the set difference of the two graphs in the words that files and calls use.
 */
public final class RecordDifference {
    private final RecordJson json;

    /** Compares records in this JSON form. */
    public RecordDifference(RecordJson json) {
        this.json = json;
    }

    /** The fields that differ, in the order in which records have them; null stands for a record that is not published. */
    public List<FieldChange> between(@Nullable ClewRecord before, @Nullable ClewRecord after) {
        ObjectNode earlier = fields(before);
        ObjectNode later = fields(after);
        Set<String> names = new LinkedHashSet<>();
        later.fieldNames().forEachRemaining(names::add);
        earlier.fieldNames().forEachRemaining(names::add);
        List<FieldChange> changes = new ArrayList<>();
        for (String name : names) {
            List<JsonNode> removed = without(earlier.get(name), later.get(name));
            List<JsonNode> added = without(later.get(name), earlier.get(name));
            if (!removed.isEmpty() || !added.isEmpty()) {
                changes.add(new FieldChange(name, removed, added));
            }
        }
        return changes;
    }

    private ObjectNode fields(@Nullable ClewRecord record) {
        ObjectNode fields = record == null ? JsonNodeFactory.instance.objectNode() : json.write(record);
        return fields.without(List.of("id", "type"));
    }

    private static List<JsonNode> without(@Nullable JsonNode one, @Nullable JsonNode other) {
        List<JsonNode> values = values(one);
        values.removeAll(values(other));
        return values;
    }

    private static List<JsonNode> values(@Nullable JsonNode value) {
        List<JsonNode> values = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(values::add);
        } else if (value != null) {
            values.add(value);
        }
        return values;
    }
}
