package dev.clew.web.curate;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the bodies and headers that these calls share. */
final class Bodies {
    /** Numbers are kept digit by digit, since a record is sent on as it was written. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Bodies() {}

    /**
     * A text as JSON.
     *
     * @throws ClewException (bad-request) naming line and column when it is none
     */
    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The body is not JSON" + where + ": " + malformed.getOriginalMessage() + ".",
                    malformed);
        } catch (NumberFormatException beyond) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "A number in the body has an exponent beyond all bounds: shorten it.",
                    beyond);
        }
    }

    /**
     * The JSON object in a body.
     *
     * @param known the fields that it may have
     * @throws ClewException (invalid) naming every other field
     */
    static ObjectNode object(Route.Asked asked, Set<String> known) {
        return object(tree(asked.body().text()), "", known);
    }

    static ObjectNode object(JsonNode node, String path, Set<String> known) {
        if (!(node instanceof ObjectNode object)) {
            throw ClewException.invalid(path, "must be a JSON object in { }", node.toString());
        }
        List<Problem> problems = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String message =
                        "is no field here: leave it out; there are: " + String.join(", ", new TreeSet<>(known));
                problems.add(new Problem(
                        path.isEmpty() ? name : path + "." + name,
                        message,
                        object.get(name).toString()));
            }
        });
        if (!problems.isEmpty()) {
            throw ClewException.invalid(problems);
        }
        return object;
    }

    /** A text field; what is given otherwise when it is missing. */
    static String text(ObjectNode json, String field, String otherwise) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        if (!value.isTextual()) {
            throw ClewException.invalid(field, "must be a text in quotation marks", value.toString());
        }
        return value.textValue();
    }

    /** A field with a whole number from 1; null when it is missing. */
    static @Nullable Long number(ObjectNode json, String field) {
        JsonNode value = json.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            throw ClewException.invalid(field, "must be a whole number from 1", value.toString());
        }
        return value.longValue();
    }

    /**
     * The version that the caller has seen.
     *
     * @throws ClewException (version-required) when they do not say, (bad-request) when the header has another form
     */
    static long seenVersion(Route.Asked asked) {
        String given = asked.sent().ifMatch();
        if (given == null) {
            throw new ClewException(
                    ErrorCode.VERSION_REQUIRED,
                    "Name the version that you have seen in the header If-Match, such as If-Match: \"3\".");
        }
        String bare = given.strip().replaceFirst("^W/", "").replaceFirst("^\"(\\d{1,15})\"$", "$1");
        if (!bare.matches("\\d{1,15}")) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The header If-Match must be the ETag of the version that you have seen, such as \"3\".");
        }
        return Long.parseLong(bare);
    }
}
