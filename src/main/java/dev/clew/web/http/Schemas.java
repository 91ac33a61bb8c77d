package dev.clew.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** The schemas of the answers: each stands in a file of its own name under {@code schemas}, held against real answers by tests. */
final class Schemas {
    /** What the address of a schema starts with inside the document that describes the routes. */
    static final String ADDRESS = "#/components/schemas/";

    private Schemas() {}

    static JsonNode reference(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", ADDRESS + name);
    }

    /**
     * These schemas and all that they refer to, by name.
     *
     * @throws IllegalStateException for a name that has no file in this build
     */
    static ObjectNode of(Collection<String> names) {
        ObjectNode schemas = JsonNodeFactory.instance.objectNode();
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            String name = open.pop();
            if (!schemas.has(name)) {
                JsonNode schema = read(name);
                schemas.set(name, schema);
                schema.findValuesAsText("$ref").forEach(address -> open.push(address.substring(ADDRESS.length())));
            }
        }
        return schemas;
    }

    private static JsonNode read(String name) {
        try (InputStream in = Schemas.class.getResourceAsStream("schemas/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("schemas/" + name + ".json is missing from this build");
            }
            return new ObjectMapper().readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("schemas/" + name + ".json cannot be read", unreadable);
        }
    }
}
