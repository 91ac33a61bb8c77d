package dev.clew.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One argument of a tool, as the assistant is told of it.
 *
 * @param name as the call takes it
 * @param type {@code string}, {@code integer} or {@code boolean}
 * @param required whether the tool needs it
 * @param meaning a sentence with bounds and an example
 */
record Argument(String name, String type, boolean required, String meaning) {
    static Argument needed(String name, String meaning) {
        return new Argument(name, "string", true, meaning);
    }

    static Argument text(String name, String meaning) {
        return new Argument(name, "string", false, meaning);
    }

    static Argument whole(String name, String meaning) {
        return new Argument(name, "integer", false, meaning);
    }

    /** The JSON Schema of an object with these arguments. */
    static Map<String, Object> schema(List<Argument> arguments) {
        Map<String, Object> properties = new LinkedHashMap<>();
        arguments.forEach(
                each -> properties.put(each.name(), Map.of("type", each.type(), "description", each.meaning())));
        List<String> required = arguments.stream()
                .filter(Argument::required)
                .map(Argument::name)
                .toList();
        return Map.of("type", "object", "properties", properties, "required", required, "additionalProperties", false);
    }
}
