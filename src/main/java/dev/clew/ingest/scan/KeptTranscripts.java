package dev.clew.ingest.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Transcripts;
import dev.clew.desk.Transcripts.Kept;
import dev.clew.exchange.RecordJson;
import dev.clew.model.Passage.Span;
import dev.clew.model.Slug;
import dev.clew.model.Transcript;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Transcripts as values, kept at the desk as JSON. Safe for any number of threads. */
public final class KeptTranscripts {
    private final Transcripts transcripts;

    /** Keeps them there. */
    public KeptTranscripts(Transcripts transcripts) {
        this.transcripts = transcripts;
    }

    /**
     * Keeps a transcript in place of the one before; false when it is there already.
     *
     * @param name what its file or address is called
     */
    public boolean keep(String episode, String name, Transcript transcript) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        transcript.segments().forEach(each -> write(each, list.addObject()));
        String content = list.toString();
        return transcripts.keep(new Kept(episode, name, Slug.of(content), content));
    }

    private static void write(Segment segment, ObjectNode json) {
        json.put("text", segment.text());
        if (segment.speaker() != null) {
            json.put("speaker", segment.speaker());
        }
        Span span = segment.span();
        if (span != null) {
            json.put("start", span.start());
            if (span.end() != null) {
                json.put("end", span.end());
            }
            if (span.startPrecision() != null) {
                json.put("startPrecision", span.startPrecision());
            }
        }
    }

    /** Those that were kept last, newest first. */
    public List<Transcripts.Listed> latest(int limit) {
        return transcripts.latest(limit);
    }

    /** The transcript of an episode; empty when none is kept. */
    public Optional<Transcript> find(String episode) {
        return transcripts.find(episode).map(kept -> read(kept.content()));
    }

    private static Transcript read(String content) {
        List<Segment> segments = new ArrayList<>();
        for (JsonNode each : RecordJson.tree(content)) {
            Integer start = number(each, "start");
            Span span = start == null ? null : new Span(start, number(each, "end"), number(each, "startPrecision"));
            segments.add(new Segment(
                    each.hasNonNull("speaker") ? each.get("speaker").asText() : null,
                    span,
                    each.path("text").asText()));
        }
        return new Transcript(segments);
    }

    private static @Nullable Integer number(JsonNode json, String name) {
        return json.hasNonNull(name) ? json.get(name).asInt() : null;
    }
}
