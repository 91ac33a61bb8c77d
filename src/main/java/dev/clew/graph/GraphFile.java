package dev.clew.graph;

import dev.clew.ledger.Position;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Reading;
import dev.clew.model.RecordName;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Voice;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The arrays of the graph with their position in one file, {@code graph.bin}: written beside the old one, synced and
 * moved into its place, and sealed by a CRC-32C of everything, so that a half-written or altered file is seen.
 */
final class GraphFile {
    private static final Logger LOG = LoggerFactory.getLogger(GraphFile.class);
    private static final int FORMAT = 4;

    private final Path file;
    private final Relations relations;

    GraphFile(Path directory, Relations relations) {
        this.file = directory.resolve("graph.bin");
        this.relations = relations;
        try {
            Files.createDirectories(directory);
        } catch (IOException refused) {
            throw new ClewException(
                    ErrorCode.DATA_DIRECTORY,
                    "The directory " + directory + " cannot be made: " + refused.getMessage()
                            + ". Make it writable or choose another data directory.",
                    refused);
        }
    }

    /** What the file holds; empty when it is missing, damaged, or of another format or release of the relations. */
    Optional<GraphWriter> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(new Packing.Reader(Files.readAllBytes(file))));
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("The graph file {} cannot be used and is built anew: {}", file, unreadable.toString());
            return Optional.empty();
        }
    }

    private GraphWriter read(Packing.Reader in) throws IOException {
        if (in.number() != FORMAT || !in.text().equals(release())) {
            throw new IOException("it was written by another version");
        }
        Position position = Position.parse(in.text());
        int historyFrom = in.number();
        Dictionaries words = new Dictionaries(relations);
        in.texts().forEach(words.entities::number);
        in.texts().forEach(words.sources::number);
        readReadings(in, words);
        Nodes nodes = NodeColumns.read(in, words);
        PastColumns.read(in, words);
        Claims claims = readClaims(in);
        Links links = readLinks(in);
        readVoices(in, words);
        GraphWriter.Past past = new GraphWriter.Past(position, historyFrom, in.ints(), in.ints());
        GraphWriter writer = new GraphWriter(words, claims, links, past);
        readCurrent(in, writer);
        writer.voicing.settle();
        writer.restore(nodes);
        return writer;
    }

    /** Writes everything that the writer knows. */
    void write(GraphWriter writer) {
        Packing.Writer out = new Packing.Writer();
        State state = writer.state();
        out.number(FORMAT);
        out.text(release());
        out.text(state.position().text());
        out.number(state.historyFrom());
        out.texts(Arrays.asList(state.words().entities.all()));
        out.texts(Arrays.asList(state.words().sources.all()));
        writeReadings(out, state.words());
        NodeColumns.write(out, state);
        PastColumns.write(out, state.words());
        writeClaims(out, writer.claims);
        writeLinks(out, writer.links);
        writeVoices(out, state);
        writeCurrent(out, writer);
        try {
            Path beside = file.resolveSibling("graph.bin.new");
            try (FileChannel channel = FileChannel.open(
                    beside,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE)) {
                out.writeTo(channel);
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new ClewException(
                    ErrorCode.NO_SPACE,
                    "The graph could not be written to " + file + ": " + failed.getMessage()
                            + ". Make room or make the directory writable.",
                    failed);
        }
    }

    private String release() {
        return relations.all().stream().map(RelationType::toString).collect(Collectors.joining("\n"));
    }

    private static void writeReadings(Packing.Writer out, Dictionaries words) {
        List<@Nullable String> parts = new ArrayList<>();
        for (Reading each : words.readings.all()) {
            parts.addAll(Arrays.asList(each.subjectFraming(), each.objectFraming(), each.where(), each.period()));
        }
        out.texts(parts);
    }

    private static void readReadings(Packing.Reader in, Dictionaries words) {
        List<String> parts = in.texts();
        for (int i = 0; i < parts.size(); i += 4) {
            words.readings.number(new Reading(
                    stated(parts.get(i)),
                    stated(parts.get(i + 1)),
                    stated(parts.get(i + 2)),
                    stated(parts.get(i + 3))));
        }
    }

    private static @Nullable String stated(String text) {
        return text.isEmpty() ? null : text;
    }

    private static void writeClaims(Packing.Writer out, Claims claims) {
        int count = claims.count;
        out.texts(Arrays.asList(claims.id).subList(0, count));
        out.ints(claims.holder, count);
        out.ints(claims.speaker, count);
        out.ints(claims.source, count);
        out.ints(claims.firstLink, count);
        out.shorts(claims.linkCount, count);
        out.bytes(claims.type, count);
        out.bytes(claims.attribution, count);
    }

    private static Claims readClaims(Packing.Reader in) {
        Claims claims = new Claims(0);
        claims.id = in.texts().toArray(String[]::new);
        claims.holder = in.ints();
        claims.speaker = in.ints();
        claims.source = in.ints();
        claims.firstLink = in.ints();
        claims.linkCount = in.shorts();
        claims.type = in.bytes();
        claims.attribution = in.bytes();
        claims.count = claims.id.length;
        return claims;
    }

    private static void writeLinks(Packing.Writer out, Links links) {
        int count = links.count;
        out.ints(links.subject, count);
        out.ints(links.object, count);
        out.ints(links.claim, count);
        out.ints(links.reading, count);
        out.ints(links.from, count);
        out.ints(links.until, count);
        out.bytes(links.relation, count);
        out.bytes(links.stance, count);
    }

    private static Links readLinks(Packing.Reader in) {
        Links links = new Links(0);
        links.subject = in.ints();
        links.object = in.ints();
        links.claim = in.ints();
        links.reading = in.ints();
        links.from = in.ints();
        links.until = in.ints();
        links.relation = in.bytes();
        links.stance = in.bytes();
        links.count = links.subject.length;
        return links;
    }

    private static void writeVoices(Packing.Writer out, State state) {
        out.texts(Arrays.stream(state.words().voices.all())
                .map(each -> each.origin().path())
                .toList());
        out.ints(state.voices(), Math.min(state.voices().length, state.claims().count));
        out.ints(state.days(), state.days().length);
    }

    private static void readVoices(Packing.Reader in, Dictionaries words) throws IOException {
        for (String path : in.texts()) {
            words.voices.number(
                    new Voice(RecordName.parse(path).orElseThrow(() -> new IOException("no voice: " + path))));
        }
    }

    /** Which claims and facts hold now, and what cites what. */
    private static void writeCurrent(Packing.Writer out, GraphWriter writer) {
        int[] claims = writer.current.values().stream()
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        out.ints(claims, claims.length);
        Ints facts = new Ints();
        new TreeMap<>(writer.facts).forEach((node, span) -> {
            facts.add(node);
            facts.add(span[0]);
            facts.add(span[1]);
        });
        out.ints(facts.values, facts.size);
        List<String> cites = new ArrayList<>();
        new TreeMap<>(writer.voicing.cites())
                .forEach((id, cited) -> cited.forEach(each -> cites.addAll(List.of(id, each))));
        out.texts(cites);
    }

    private static void readCurrent(Packing.Reader in, GraphWriter writer) {
        for (int claim : in.ints()) {
            writer.current.put(writer.claims.id[claim], claim);
        }
        int[] facts = in.ints();
        for (int i = 0; i < facts.length; i += 3) {
            writer.facts.put(facts[i], new int[] {facts[i + 1], facts[i + 2]});
            readSpeaksFor(writer, facts[i], facts[i + 1], facts[i + 2]);
        }
        Map<String, List<String>> cites = new TreeMap<>();
        List<String> pairs = in.texts();
        for (int i = 0; i < pairs.size(); i += 2) {
            cites.computeIfAbsent(pairs.get(i), id -> new ArrayList<>()).add(pairs.get(i + 1));
        }
        writer.current.keySet().forEach(id -> writer.voicing.insight(id, cites.getOrDefault(id, List.of())));
    }

    private static void readSpeaksFor(GraphWriter writer, int entity, int first, int count) {
        int speaksFor = writer.words.relation(GraphWriter.SPEAKS_FOR);
        List<String> bodies = new ArrayList<>();
        for (int row = first; row < first + count; row++) {
            if (writer.links.relation(row) == speaksFor) {
                bodies.add(writer.words.entities.get(writer.links.object[row]));
            }
        }
        writer.voicing.entity(writer.words.entities.get(entity), bodies);
    }
}
