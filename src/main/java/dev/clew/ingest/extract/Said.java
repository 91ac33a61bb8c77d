package dev.clew.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.RecordJson;
import dev.clew.model.ClewException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A claim as a language model gives it: nothing of it is believed before it was found in the transcript.
 *
 * @param quote the words that it was said by
 * @param restated the claim in other words
 * @param type the code of its kind
 * @param hedged whether it is said with reserve
 * @param holder who believes it, when that is not who speaks; else empty
 * @param worth 1 to 5
 * @param reason why it is worth keeping
 * @param links what it says of what
 */
record Said(
        String quote,
        String restated,
        String type,
        boolean hedged,
        String holder,
        int worth,
        String reason,
        List<Tie> links) {
    private static final int LIMIT_CLAIMS = 60;
    private static final int LIMIT_LINKS = 10;
    private static final int MOST_WORTH = 5;

    /**
     * A link by names.
     *
     * @param words those that say the relation
     */
    record Tie(String subject, String relation, String object, boolean denied, String words) {}

    /** The claims of an answer; empty when it cannot be read. */
    static Optional<List<Said>> read(String answer) {
        int from = answer.indexOf('{');
        int to = answer.lastIndexOf('}');
        if (from < 0 || to < from) {
            return Optional.empty();
        }
        JsonNode list;
        try {
            list = RecordJson.tree(answer.substring(from, to + 1)).path("claims");
        } catch (ClewException unreadable) {
            return Optional.empty();
        }
        if (!list.isArray()) {
            return Optional.empty();
        }
        List<Said> claims = new ArrayList<>();
        for (JsonNode each : list) {
            if (claims.size() < LIMIT_CLAIMS) {
                claims.add(claim(each));
            }
        }
        return Optional.of(claims);
    }

    private static Said claim(JsonNode json) {
        List<Tie> links = new ArrayList<>();
        for (JsonNode each : json.path("links")) {
            if (links.size() < LIMIT_LINKS) {
                links.add(new Tie(
                        text(each, "subject"),
                        text(each, "relation"),
                        text(each, "object"),
                        each.path("denied").asBoolean(false),
                        text(each, "words")));
            }
        }
        return new Said(
                text(json, "quote"),
                text(json, "claim"),
                text(json, "type"),
                json.path("hedged").asBoolean(false),
                text(json, "holder"),
                Math.clamp(json.path("worth").asInt(1), 1, MOST_WORTH),
                text(json, "why"),
                links);
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("").strip();
    }
}
