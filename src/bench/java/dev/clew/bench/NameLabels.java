package dev.clew.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.RecordJson;
import dev.clew.ingest.extract.NamedPlaces;
import dev.clew.ingest.extract.NamedPlaces.Place;
import dev.clew.model.Candidate;
import dev.clew.model.Passage;
import dev.clew.model.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts how many of the names in candidates mean the very thing that they are linked to, by labels. */
final class NameLabels {
    private static final Path LABELS = Path.of("src/bench/labels/names.jsonl");

    private final NamedPlaces places;
    private final Map<Key, Boolean> right = new HashMap<>();
    private final List<String> unlabelled = new ArrayList<>();

    /** The place of a name: the segment of a transcript and the character in it, and what it is linked to. */
    private record Key(String episode, int segment, int at, String entity) {}

    NameLabels(NamedPlaces places) throws IOException {
        this.places = places;
        for (String line : Files.readAllLines(LABELS)) {
            JsonNode json = RecordJson.tree(line);
            right.put(
                    new Key(
                            json.path("episode").asText(),
                            json.path("segment").asInt(),
                            json.path("at").asInt(),
                            json.path("entity").asText()),
                    json.path("right").asBoolean());
        }
    }

    static String head() {
        return "| episode | names | right | precision | without a label |%n|---|---|---|---|---|%n".formatted();
    }

    /** The row of an episode. */
    String row(String episode, Transcript transcript, List<Candidate> candidates) {
        int all = 0;
        int labelled = 0;
        int correct = 0;
        for (Candidate each : candidates) {
            int segment = each.excerpt().segment();
            for (Place place : places.of(each, transcript)) {
                Boolean label = right.get(new Key(episode, segment, place.at(), place.entity()));
                all++;
                labelled += label == null ? 0 : 1;
                correct += Boolean.TRUE.equals(label) ? 1 : 0;
                if (label == null) {
                    unlabelled.add(toBeLabelled(episode, each, place));
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.2f | %d |%n",
                episode,
                all,
                correct,
                labelled == 0 ? 0 : correct / (double) labelled,
                all - labelled);
    }

    private static String toBeLabelled(String episode, Candidate candidate, Place place) {
        Passage.@Nullable Span span = candidate.insight().passage().span();
        return "{\"episode\": \"%s\", \"second\": %s, \"segment\": %d, \"at\": %d, \"alias\": \"%s\", \"entity\": \"%s\", \"right\": }"
                .formatted(
                        episode,
                        span == null ? "null" : span.start(),
                        candidate.excerpt().segment(),
                        place.at(),
                        place.alias(),
                        place.entity());
    }

    /** Lines for the labels, to be completed, of what has none. */
    List<String> unlabelled() {
        return unlabelled;
    }
}
