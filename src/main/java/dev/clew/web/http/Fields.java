package dev.clew.web.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The fields of a small JSON object of texts and truths; an unknown field is refused by name, a value never repeated. */
public final class Fields {
    private static final int LIMIT_CHARACTERS = 1_000;

    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads a body.
     *
     * @throws ClewException (invalid) when it is no object, or has a field beside the known ones
     */
    public static Fields of(Body body, String... known) {
        JsonNode object = body.json();
        List<Problem> problems = new ArrayList<>();
        if (!object.isObject()) {
            problems.add(new Problem("", "must be a JSON object with " + String.join(", ", known), null));
        }
        object.fieldNames().forEachRemaining(name -> {
            if (!List.of(known).contains(name)) {
                problems.add(new Problem(name, "is not a field here; known are " + String.join(", ", known), null));
            }
        });
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
        return new Fields(object);
    }

    /**
     * A text that must be there.
     *
     * @throws ClewException (invalid) when it is not, or is something else
     */
    public String text(String name) {
        return optionalText(name).orElseThrow(() -> refused(name, "is needed: give a text"));
    }

    /** A text that may be left out. */
    public Optional<String> optionalText(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual() || value.asText().length() > LIMIT_CHARACTERS) {
            throw refused(name, "must be a text of at most " + LIMIT_CHARACTERS + " characters");
        }
        return Optional.of(value.asText());
    }

    /** A truth that may be left out. */
    public Optional<Boolean> optionalFlag(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw refused(name, "must be true or false");
        }
        return Optional.of(value.asBoolean());
    }

    /** A whole number that must be there. */
    public int whole(String name) {
        JsonNode value = object.path(name);
        if (!value.canConvertToInt() || !value.isIntegralNumber()) {
            throw refused(name, "must be a whole number");
        }
        return value.intValue();
    }

    /** A list of texts; empty when it is left out. */
    public List<String> texts(String name) {
        JsonNode value = object.path(name);
        List<String> texts = new ArrayList<>();
        for (JsonNode each : value) {
            if (!each.isTextual() || each.asText().length() > LIMIT_CHARACTERS) {
                throw refused(name, "must be a list of texts of at most " + LIMIT_CHARACTERS + " characters each");
            }
            texts.add(each.asText());
        }
        if (!value.isMissingNode() && !value.isArray()) {
            throw refused(name, "must be a list of texts");
        }
        return texts;
    }

    private static ClewException refused(String name, String message) {
        return ClewException.invalid(List.of(new Problem(name, message, null)));
    }
}
