package dev.clew.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Holds an answer against its schema: the part of JSON Schema that the schemas of Clew use, and nothing unknown passes. */
public final class SchemaCheck {
    private final ObjectNode schemas;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** What in the answer is not as the schema of this name says; empty when all is. */
    public static List<String> problems(String schema, JsonNode answer) {
        SchemaCheck check = new SchemaCheck(Schemas.of(List.of(schema)));
        check.check(check.schemas.get(schema), answer, schema);
        return check.problems;
    }

    private void check(JsonNode schema, JsonNode value, String path) {
        if (schema.has("$ref")) {
            check(schemas.get(schema.get("$ref").asText().substring(Schemas.ADDRESS.length())), value, path);
            return;
        }
        if (schema.has("oneOf")) {
            checkOneOf(schema.get("oneOf"), value, path);
            return;
        }
        if (schema.has("const") && !schema.get("const").equals(value)) {
            problems.add(path + " is " + value + ", not " + schema.get("const"));
        }
        if (schema.has("enum") && !contains(schema.get("enum"), value)) {
            problems.add(path + " is " + value + ", none of " + schema.get("enum"));
        }
        if (schema.has("type") && !hasType(schema.get("type"), value)) {
            problems.add(path + " is no " + schema.get("type") + ": " + value);
        } else if (value.isObject()) {
            checkObject(schema, value, path);
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(schema.get("items"), value.get(i), path + "[" + i + "]");
            }
        } else if (value.isTextual()
                && schema.has("pattern")
                && !value.asText().matches(schema.get("pattern").asText())) {
            problems.add(path + " does not match: " + value);
        } else if (value.isNumber()
                && schema.has("minimum")
                && value.asLong() < schema.get("minimum").asLong()) {
            problems.add(path + " is too small: " + value);
        }
    }

    private void checkOneOf(JsonNode options, JsonNode value, String path) {
        List<List<String>> tried = new ArrayList<>();
        for (JsonNode option : options) {
            SchemaCheck inner = new SchemaCheck(schemas);
            inner.check(option, value, path);
            tried.add(inner.problems);
        }
        if (tried.stream().filter(List::isEmpty).count() != 1) {
            problems.add(path + " fits not exactly one: " + tried);
        }
    }

    private void checkObject(JsonNode schema, JsonNode value, String path) {
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        schema.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                problems.add(path + " lacks " + name.asText());
            }
        });
        value.properties().forEach(field -> {
            String inner = path + "." + field.getKey();
            if (properties.has(field.getKey())) {
                check(properties.get(field.getKey()), field.getValue(), inner);
            } else if (others.isObject()) {
                check(others, field.getValue(), inner);
            } else if (others.isBoolean() && !others.asBoolean()) {
                problems.add(inner + " is not in the schema");
            }
        });
    }

    private static boolean contains(JsonNode options, JsonNode value) {
        for (JsonNode option : options) {
            if (option.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasType(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            for (JsonNode each : type) {
                if (hasType(each, value)) {
                    return true;
                }
            }
            return false;
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }
}
