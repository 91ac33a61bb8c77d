package dev.clew.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object, each by its type, and refuses by name those that nobody asked for. */
final class JsonFields {
    private final ObjectNode node;
    private final Set<String> known = new HashSet<>();

    JsonFields(ObjectNode node) {
        this.node = node;
    }

    /** The object in a JSON value. */
    static JsonFields of(JsonNode value) {
        if (value instanceof ObjectNode object) {
            return new JsonFields(object);
        }
        throw ClewException.invalid("", "must be a JSON object in { }", shown(value));
    }

    private static String shown(JsonNode value) {
        return value.toString();
    }

    /** The value of a field; null when it is missing or null. */
    @Nullable JsonNode value(String name) {
        known.add(name);
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable String text(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw ClewException.invalid(name, "must be a text in quotation marks", shown(value));
        }
        return value.textValue();
    }

    String text(String name, String otherwise) {
        String value = text(name);
        return value == null ? otherwise : value;
    }

    String requiredText(String name) {
        String value = text(name);
        if (value == null) {
            throw ClewException.invalid(List.of(new Problem(name, "is missing: give it", null)));
        }
        return value;
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        String value = text(name);
        if (value == null) {
            return otherwise;
        }
        Class<E> type = otherwise.getDeclaringClass();
        return Enumerations.find(type, value)
                .orElseThrow(() -> ClewException.invalid(name, "must be one of " + Enumerations.choices(type), value));
    }

    /** A whole number that is not negative; null when it is missing. */
    @Nullable Integer whole(String name) {
        Long value = wholeLong(name);
        if (value != null && value > Integer.MAX_VALUE) {
            throw ClewException.invalid(name, "must be below " + Integer.MAX_VALUE, value.toString());
        }
        return value == null ? null : Integer.valueOf(value.intValue());
    }

    @Nullable Long wholeLong(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw ClewException.invalid(name, "must be a whole number from 0", shown(value));
        }
        return value.longValue();
    }

    BigDecimal number(String name) {
        JsonNode value = value(name);
        if (value == null || !value.isNumber()) {
            throw ClewException.invalid(name, "must be a number", value == null ? "nothing" : shown(value));
        }
        return value.decimalValue();
    }

    boolean flag(String name) {
        JsonNode value = value(name);
        if (value != null && !value.isBoolean()) {
            throw ClewException.invalid(name, "must be true or false", shown(value));
        }
        return value != null && value.booleanValue();
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : array(name)) {
            if (!value.isTextual()) {
                throw ClewException.invalid(name, "must be a list of texts", shown(value));
            }
            texts.add(value.textValue());
        }
        return texts;
    }

    private Iterable<JsonNode> array(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw ClewException.invalid(name, "must be a list in [ ]", shown(value));
        }
        return value;
    }

    /** Reads each object of a list; problems are named by their place in it. */
    <T> List<T> objects(String name, Function<JsonFields, T> reader) {
        List<T> all = new ArrayList<>();
        int index = 0;
        for (JsonNode value : array(name)) {
            all.add(inside(name, name + "[" + index++ + "]", value, reader));
        }
        return all;
    }

    /** Reads the object in a field; the value given otherwise when it is missing. */
    <T> T object(String name, T otherwise, Function<JsonFields, T> reader) {
        JsonNode value = value(name);
        return value == null ? otherwise : inside(name, name, value, reader);
    }

    private static <T> T inside(String name, String path, JsonNode value, Function<JsonFields, T> reader) {
        try {
            JsonFields fields = of(value);
            T result = reader.apply(fields);
            fields.refuseUnknown();
            return result;
        } catch (ClewException refused) {
            throw ClewException.invalid(refused.problems().stream()
                    .map(problem -> within(name, path, problem))
                    .toList());
        }
    }

    private static Problem within(String name, String path, Problem problem) {
        String inner =
                problem.path().startsWith(name + ".") ? problem.path().substring(name.length() + 1) : problem.path();
        return new Problem(inner.isEmpty() ? path : path + "." + inner, problem.message(), problem.value());
    }

    /** Refuses what nobody asked for, so that a misspelt field is not lost. */
    void refuseUnknown() {
        List<Problem> problems = new ArrayList<>();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String message = "is no field here: correct its name or leave it out; there are: "
                        + String.join(", ", new TreeSet<>(known));
                problems.add(new Problem(name, message, shown(node.get(name))));
            }
        });
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
    }
}
