package dev.clew.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.RecordJson;
import dev.clew.ingest.extract.NamedPlaces;
import dev.clew.ingest.extract.NamedPlaces.Told;
import dev.clew.ingest.extract.Sentences;
import dev.clew.model.Entity;
import dev.clew.model.Link;
import dev.clew.model.Transcript;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Counts how many of the links that sentences are found to say have the direction and the sign that they say, by labels. The
 * things are everyday ones ({@code things.tsv}), so that the patterns are measured, not what the library happens to name.
 */
final class LinkLabels {
    private static final Path THINGS = Path.of("src/bench/labels/things.tsv");
    private static final Path LABELS = Path.of("src/bench/labels/links.jsonl");

    private final NamedPlaces places;
    private final Sentences sentences;
    private final Map<String, JsonNode> labels = new HashMap<>();
    private final List<String> unlabelled = new ArrayList<>();

    LinkLabels(Sentences sentences) throws IOException {
        this.sentences = sentences;
        this.places = new NamedPlaces(things(), RelationCatalogue.load());
        for (String line : Files.readAllLines(LABELS)) {
            JsonNode json = RecordJson.tree(line);
            labels.put(
                    json.path("in").asText()
                            + ' '
                            + json.path("at").asInt()
                            + ' '
                            + json.path("link").asText(),
                    json);
        }
    }

    private static List<Entity> things() throws IOException {
        RecordJson json = new RecordJson(Base.DEFAULT);
        List<Entity> things = new ArrayList<>();
        for (String line : Files.readAllLines(THINGS)) {
            if (!line.startsWith("#")) {
                String[] kindAndLabel = line.split("\t");
                String record =
                        "{\"type\":\"entity\",\"source\":\"things\",\"id\":\"%s\",\"kind\":\"%s\",\"label\":\"%s\"}"
                                .formatted(id(kindAndLabel[1]), kindAndLabel[0], kindAndLabel[1]);
                things.add((Entity)
                        json.read(record.getBytes(StandardCharsets.UTF_8)).record());
            }
        }
        return things;
    }

    private static String id(String label) {
        return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    static String head() {
        return "| texts | sentences with two things | links | direction | sign | without a label |%n|---|---|---|---|---|---|%n"
                .formatted();
    }

    /** The row of some texts. */
    String row(String name, Map<String, String> texts) {
        int[] counts = new int[5];
        texts.forEach((in, text) -> sentences
                .of(new Transcript(List.of(new Transcript.Segment(null, null, text))))
                .forEach(each -> count(in, each, counts)));
        int labelled = counts[1] - counts[4];
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d: %.2f | %d: %.2f | %d |%n",
                name,
                counts[0],
                counts[1],
                counts[2],
                labelled == 0 ? 0 : counts[2] / (double) labelled,
                counts[3],
                labelled == 0 ? 0 : counts[3] / (double) labelled,
                counts[4]);
    }

    private void count(String in, Sentences.Sentence sentence, int[] counts) {
        counts[0] += places.entities(sentence.text()).size() > 1 ? 1 : 0;
        for (Told each : places.links(sentence.text())) {
            String place = in + ' ' + sentence.excerpt().start() + ' ' + written(each.link());
            JsonNode label = labels.get(place);
            counts[1]++;
            if (label == null) {
                counts[4]++;
                unlabelled.add("%s (“%s”): %s".formatted(place, each.cue(), sentence.text()));
            } else {
                counts[2] += label.path("direction").asBoolean() ? 1 : 0;
                counts[3] += label.path("sign").asBoolean() ? 1 : 0;
            }
        }
    }

    /** A link in one line. */
    static String written(Link link) {
        return link.subject().entity() + " > " + link.relation() + " > "
                + link.object().entity() + ' ' + link.sign().symbol() + (link.denied() ? " denied" : "");
    }

    /** What has no label, with its sentence, to be judged. */
    List<String> unlabelled() {
        return unlabelled;
    }
}
