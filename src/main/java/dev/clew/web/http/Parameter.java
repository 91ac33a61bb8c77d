package dev.clew.web.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of a route: read, bounded and described in this one place.
 *
 * @param name as it stands in the address
 * @param place in the path or in the query
 * @param form what its value must look like
 * @param presence whether it is needed, how often it may come, and what holds when it does not
 * @param description what it does, as a sentence
 */
public record Parameter(String name, Place place, Form form, Presence presence, String description) {
    /** Where a parameter stands. */
    public enum Place {
        /** Part of the path. */
        PATH,
        /** After the question mark. */
        QUERY
    }

    /**
     * Whether and how often a parameter comes.
     *
     * @param required whether the call is refused without it
     * @param most how many values it takes; more than one may be given as repetitions or with commas between
     * @param fallback the value that holds when it is left out; null when none does
     */
    public record Presence(
            boolean required, int most, @Nullable String fallback) {
        static final Presence REQUIRED = new Presence(true, 1, null);
        static final Presence OPTIONAL = new Presence(false, 1, null);
    }

    /** A part of the path. */
    public static Parameter path(String name, Form form, String description) {
        return new Parameter(name, Place.PATH, form, Presence.REQUIRED, description);
    }

    /** A query parameter that must be given. */
    public static Parameter required(String name, Form form, String description) {
        return new Parameter(name, Place.QUERY, form, Presence.REQUIRED, description);
    }

    /** A query parameter that may be left out. */
    public static Parameter optional(String name, Form form, String description) {
        return new Parameter(name, Place.QUERY, form, Presence.OPTIONAL, description);
    }

    /** A query parameter with a default. */
    public static Parameter fallback(String name, Form form, String fallback, String description) {
        return new Parameter(name, Place.QUERY, form, new Presence(false, 1, fallback), description);
    }

    /** A query parameter that takes up to {@code most} values. */
    public static Parameter many(String name, Form form, int most, String description) {
        return new Parameter(name, Place.QUERY, form, new Presence(false, most, null), description);
    }

    /**
     * The values given, or the default.
     *
     * @throws ClewException (bad-request) naming the parameter, the value and what was expected
     */
    List<Object> read(List<String> given) {
        List<String> parts = presence.most() == 1 ? given : split(given);
        if (parts.size() > presence.most()) {
            throw refused("takes at most " + presence.most() + (presence.most() == 1 ? " value" : " values"), null);
        }
        if (parts.isEmpty() && presence.required()) {
            throw refused("is needed here: it must be " + form.expected(), null);
        }
        if (parts.isEmpty() && presence.fallback() != null) {
            return List.of(one(presence.fallback()));
        }
        return parts.stream().map(this::one).toList();
    }

    private static List<String> split(List<String> given) {
        List<String> parts = new ArrayList<>();
        given.forEach(each -> parts.addAll(List.of(each.split(",", -1))));
        return parts.stream().distinct().toList();
    }

    private Object one(String raw) {
        return form.read(raw).orElseThrow(() -> refused("must be " + form.expected(), raw));
    }

    private ClewException refused(String message, @Nullable String value) {
        Problem problem = new Problem(name, message, value);
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                "Parameter '" + name + "' " + message + (value == null ? "" : "; it was '" + problem.value() + "'")
                        + ".",
                List.of(problem));
    }

    /** How {@code openapi.json} describes it. */
    ObjectNode describe() {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", name)
                .put("in", place == Place.PATH ? "path" : "query")
                .put("required", presence.required())
                .put("description", description);
        ObjectNode schema = form.schema();
        if (presence.fallback() != null) {
            defaultOf(schema, presence.fallback());
        }
        if (presence.most() == 1) {
            node.set("schema", schema);
        } else {
            ObjectNode array = JsonNodeFactory.instance.objectNode().put("type", "array");
            array.put("maxItems", presence.most()).set("items", schema);
            node.put("style", "form").put("explode", true).set("schema", array);
        }
        return node;
    }

    private void defaultOf(ObjectNode schema, String fallback) {
        switch (form) {
            case Form.Whole whole -> schema.put("default", Long.parseLong(fallback));
            case Form.Flag flag -> schema.put("default", Boolean.parseBoolean(fallback));
            default -> schema.put("default", fallback);
        }
    }
}
