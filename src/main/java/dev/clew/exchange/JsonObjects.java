package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes the fields of one JSON object in order; what is absent or empty is left out. */
final class JsonObjects {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ObjectNode node = NODES.objectNode();

    JsonObjects text(String name, @Nullable String value) {
        if (value != null) {
            node.put(name, value);
        }
        return this;
    }

    JsonObjects whole(String name, @Nullable Integer value) {
        if (value != null) {
            node.put(name, value);
        }
        return this;
    }

    JsonObjects number(String name, BigDecimal value) {
        node.put(name, value);
        return this;
    }

    JsonObjects flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    JsonObjects texts(String name, Collection<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(array::add);
        }
        return this;
    }

    <T> JsonObjects objects(String name, List<T> values, Function<T, ObjectNode> writer) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(name);
            values.forEach(value -> array.add(writer.apply(value)));
        }
        return this;
    }

    JsonObjects object(String name, ObjectNode value) {
        if (!value.isEmpty()) {
            node.set(name, value);
        }
        return this;
    }

    ObjectNode node() {
        return node;
    }
}
