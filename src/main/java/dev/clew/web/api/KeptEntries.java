package dev.clew.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of a feed as text that is kept, so that they are shown again as they were shown first. */
final class KeptEntries {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private KeptEntries() {}

    static String write(List<ClaimFeed.Entry> entries) {
        ArrayNode all = MAPPER.createArrayNode();
        for (ClaimFeed.Entry each : entries) {
            ObjectNode one = all.addObject()
                    .put("iri", each.iri())
                    .put("text", each.text())
                    .put("more", each.more())
                    .put("updated", each.updated().toString());
            if (each.by() != null) {
                one.put("by", each.by());
            }
            if (each.published() != null) {
                one.put("published", each.published().toString());
            }
        }
        return all.toString();
    }

    static List<ClaimFeed.Entry> read(String written) {
        List<ClaimFeed.Entry> entries = new ArrayList<>();
        for (JsonNode each : tree(written)) {
            entries.add(new ClaimFeed.Entry(
                    each.path("iri").asText(),
                    each.path("text").asText(),
                    each.path("more").asText(),
                    each.has("by") ? each.path("by").asText() : null,
                    moment(each.path("published").asText()),
                    Instant.parse(each.path("updated").asText())));
        }
        return entries;
    }

    private static @Nullable Instant moment(String written) {
        return written.isEmpty() ? null : Instant.parse(written);
    }

    private static JsonNode tree(String written) {
        try {
            return MAPPER.readTree(written);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what this wrote can be read", impossible);
        }
    }
}
