package dev.clew.ingest.transcript;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.RecordJson;
import dev.clew.model.ClewException;
import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of Podcasting 2.0 (startTime, endTime, body) and of Whisper (start, end, text). */
final class JsonTranscript {
    private JsonTranscript() {}

    static List<Segment> read(String text) {
        JsonNode root = RecordJson.tree(text);
        JsonNode list = root.path("segments");
        if (!list.isArray()) {
            throw ClewException.invalid(
                    "segments",
                    "must be a list of what was said, as Podcasting 2.0 or Whisper write it",
                    list.toString());
        }
        List<Segment> segments = new ArrayList<>();
        for (JsonNode each : list) {
            Span span = Times.span(time(each, "startTime", "start"), time(each, "endTime", "end"));
            String said = Wording.oneLine(
                    each.path(each.has("body") ? "body" : "text").asText(""));
            String speaker = each.path("speaker").asText("");
            Wording.add(speaker.isBlank() ? null : speaker, span, said, segments);
        }
        return segments;
    }

    private static @Nullable Integer time(JsonNode segment, String name, String other) {
        JsonNode time = segment.path(segment.has(name) ? name : other);
        return time.isNumber() ? Times.whole(time.asDouble()) : Times.seconds(time.asText(""));
    }
}
