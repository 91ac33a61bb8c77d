package dev.clew.bench;

import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.RecordJson;
import dev.clew.ingest.extract.NamedPlaces;
import dev.clew.ingest.extract.Sentences;
import dev.clew.ingest.transcript.TranscriptReader;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Candidate;
import dev.clew.model.Candidate.Excerpt;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Source;
import dev.clew.model.Transcript;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Measures what scans find against labelled claims, beside sentences taken at random and the longest ones, and how long a
 * scan of two hours takes: {@code ScanBench TRANSCRIPTS ARGUMENTS}, the directory of the Markdown transcripts of Changelog
 * Media and, unless links are to be measured without it, the folder of ArgKP-2021. Run in the root of the project; the labels
 * and their rule are in {@code src/bench/labels}.
 */
public final class ScanBench {
    private static final Path LABELS = Path.of("src/bench/labels/claims.jsonl");
    private static final int BEST = 10;
    private static final int SEEDS = 200;
    private static final int TWO_HOURS_WORDS = 15_000;

    private final Path transcripts;
    /** The folder of ArgKP-2021. */
    private final @Nullable Path arguments;

    private final Installation installation;
    private final Extractor extractor;
    private final NamedPlaces places;
    private final Sentences sentences = new Sentences();

    private ScanBench(Path transcripts, @Nullable Path arguments, Installation installation) {
        this.transcripts = transcripts;
        this.arguments = arguments;
        this.installation = installation;
        this.extractor = installation.builtIn();
        List<Entity> entities = new ArrayList<>();
        records(each -> {
            if (each instanceof Entity entity) {
                entities.add(entity);
            }
        });
        this.places = new NamedPlaces(entities, RelationCatalogue.load());
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        Jena.ready();
        Path data = Files.createTempDirectory("clew-scan-bench");
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString()), Map.of());
        try (Installation installation = Installation.open(settings)) {
            installation
                    .imports()
                    .run(ImportRequest.of(
                            files(Path.of("data"), ".trig"), new Author("bench", "bench"), false, at -> {}));
            ScanBench bench = new ScanBench(
                    Path.of(arguments[0]), arguments.length > 1 ? Path.of(arguments[1]) : null, installation);
            bench.quality();
            bench.names();
            bench.links();
            bench.found();
            bench.speed();
        }
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList();
        }
    }

    /** A part of the whole text of a transcript. */
    private record Part(int start, int end) {
        /** Whether it holds half of the shorter of both. */
        boolean shares(Part other) {
            int both = Math.min(end, other.end) - Math.max(start, other.start);
            return 2 * both >= Math.min(end - start, other.end - other.start);
        }
    }

    /** A transcript as one text. */
    private record Whole(String text, List<Integer> starts) {
        static Whole of(Transcript transcript) {
            StringBuilder text = new StringBuilder();
            List<Integer> starts = new ArrayList<>();
            transcript.segments().forEach(each -> {
                starts.add(text.length());
                text.append(each.text()).append(' ');
            });
            return new Whole(text.toString(), starts);
        }

        Part part(Excerpt excerpt) {
            int start = starts.get(excerpt.segment());
            return new Part(start + excerpt.start(), start + excerpt.end());
        }

        Part between(String from, String to) {
            int start = text.indexOf(from);
            int end = start < 0 ? -1 : text.indexOf(to, start);
            if (end < 0) {
                throw new IllegalStateException("a label is not in its transcript: " + from + " … " + to);
            }
            return new Part(start, end + to.length());
        }
    }

    private Map<String, List<String[]>> labels() throws IOException {
        Map<String, List<String[]>> labels = new LinkedHashMap<>();
        for (String line : Files.readAllLines(LABELS)) {
            var json = RecordJson.tree(line);
            labels.computeIfAbsent(json.path("episode").asText(), any -> new ArrayList<>())
                    .add(new String[] {
                        json.path("from").asText(), json.path("to").asText()
                    });
        }
        return labels;
    }

    private Transcript transcript(String episode) throws IOException {
        Path file = files(transcripts, "__" + episode + ".md").getFirst();
        return TranscriptReader.read(new TranscriptReader.Sent(file.toString(), "", Files.readAllBytes(file)));
    }

    private Extractor.Extraction extract(String episode, Transcript transcript) {
        Source source = installation
                .ledger()
                .read(RecordName.source(episode))
                .flatMap(StoredRecord::record)
                .map(Source.class::cast)
                .orElseThrow();
        return extractor.extract(new Extractor.Spoken(source, transcript));
    }

    private void quality() throws IOException {
        System.out.println("| episode | labels | found | precision | recall | precision@10 | random@10 | longest@10 |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Map.Entry<String, List<String[]>> each : labels().entrySet()) {
            Transcript transcript = transcript(each.getKey());
            Whole whole = Whole.of(transcript);
            List<Part> labelled = each.getValue().stream()
                    .map(label -> whole.between(label[0], label[1]))
                    .toList();
            List<Part> found = extract(each.getKey(), transcript).candidates().stream()
                    .map(Candidate::excerpt)
                    .map(whole::part)
                    .toList();
            List<Part> all = sentences.of(transcript).stream()
                    .map(sentence -> whole.part(sentence.excerpt()))
                    .toList();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
                    each.getKey(),
                    labelled.size(),
                    found.size(),
                    precision(found, labelled),
                    precision(labelled, found),
                    precision(best(found), labelled),
                    random(all, labelled),
                    precision(best(longest(all)), labelled));
        }
    }

    /** The share of some that share their place with any of the others. */
    private static double precision(List<Part> some, List<Part> others) {
        long right = some.stream()
                .filter(each -> others.stream().anyMatch(each::shares))
                .count();
        return some.isEmpty() ? 0 : right / (double) some.size();
    }

    private static List<Part> best(List<Part> parts) {
        return parts.stream().limit(BEST).toList();
    }

    private static List<Part> longest(List<Part> all) {
        return all.stream()
                .sorted(Comparator.comparingInt(each -> each.start() - each.end()))
                .toList();
    }

    private static double random(List<Part> all, List<Part> labelled) {
        double sum = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<Part> shuffled = new ArrayList<>(all);
            Collections.shuffle(shuffled, new Random(seed));
            sum += precision(best(shuffled), labelled);
        }
        return sum / SEEDS;
    }

    /** Prints every link and every name that was found in all transcripts, to be judged. */
    private void found() throws IOException {
        Map<String, Integer> names = new TreeMap<>();
        for (Path file : files(transcripts, ".md")) {
            String episode = episode(file);
            if (installation.ledger().read(RecordName.source(episode)).isEmpty()) {
                continue;
            }
            for (Candidate each : extract(episode, transcript(episode)).candidates()) {
                if (!each.insight().links().isEmpty()) {
                    System.out.println(
                            "LINK " + episode + ": " + each.insight().claim().text() + " "
                                    + each.why().getFirst() + ' '
                                    + each.insight().links().getFirst().stance());
                }
                each.why().stream()
                        .filter(why -> why.contains(" names "))
                        .forEach(why -> names.merge(episode + ": " + why, 1, Integer::sum));
            }
        }
        names.forEach((name, count) -> System.out.println("NAME " + count + ' ' + name));
    }

    /** How many names mean what they are linked to; what has no label is printed as a line to be completed. */
    private void names() throws IOException {
        NameLabels labelled = new NameLabels(places);
        System.out.print(NameLabels.head());
        for (String episode : labels().keySet()) {
            Transcript transcript = transcript(episode);
            System.out.print(labelled.row(
                    episode, transcript, extract(episode, transcript).candidates()));
        }
        labelled.unlabelled().forEach(System.out::println);
    }

    /** How many links have their direction and sign, of the shipped claims by the library, of all texts by everyday things. */
    private void links() throws IOException {
        List<Insight> claims = new ArrayList<>();
        records(each -> {
            if (each instanceof Insight insight) {
                claims.add(insight);
            }
        });
        ShippedLinks shipped = new ShippedLinks(places);
        LinkLabels labelled = new LinkLabels(sentences);
        StringBuilder everyday = new StringBuilder(LinkLabels.head());
        System.out.print(ShippedLinks.head());
        for (int half = 0; half < 2; half++) {
            int which = half;
            List<Insight> some = claims.stream()
                    .filter(each -> ShippedLinks.half(each) == which)
                    .toList();
            String name = half == 0 ? "claims looked at" : "claims held back";
            System.out.print(shipped.row(name, some));
            Map<String, String> texts = new TreeMap<>();
            some.forEach(each -> texts.put(each.id(), each.claim().text()));
            everyday.append(labelled.row(name, texts));
        }
        everyday.append(labelled.row("transcripts looked at", spoken(0)));
        everyday.append(labelled.row("transcripts held back", spoken(1)));
        if (arguments != null) {
            everyday.append(labelled.row("arguments looked at", argued(arguments, 0)));
            everyday.append(labelled.row("arguments held back", argued(arguments, 1)));
        }
        System.out.print(everyday);
        shipped.all().forEach(System.out::println);
        labelled.unlabelled().forEach(each -> System.out.println("UNLABELLED " + each));
    }

    /** Half of the transcripts by the names of their files, each segment by itself. */
    private Map<String, String> spoken(int half) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path file : files(transcripts, ".md")) {
            String episode = episode(file);
            if (Math.floorMod(episode.hashCode(), 2) == half) {
                List<Transcript.Segment> segments = transcript(episode).segments();
                for (int i = 0; i < segments.size(); i++) {
                    texts.put(episode + ' ' + i, segments.get(i).text());
                }
            }
        }
        return texts;
    }

    /** Half of the arguments of ArgKP-2021 by their ids. */
    private static Map<String, String> argued(Path folder, int half) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String part : List.of("dev", "train")) {
            for (CSVRecord row :
                    KeyPointRanking.rows(folder.resolve("kpm_data").resolve("arguments_" + part + ".csv"))) {
                if (Math.floorMod(row.get("arg_id").hashCode(), 2) == half) {
                    texts.put(row.get("arg_id"), row.get("argument"));
                }
            }
        }
        return texts;
    }

    private static String episode(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.indexOf("__") + 2, name.length() - 3);
    }

    private void records(Consumer<Object> take) {
        installation
                .ledger()
                .snapshot(snapshot ->
                        snapshot.records().forEach(change -> change.record().ifPresent(take::accept)));
    }

    /** Transcripts put together to two hours, scanned thrice. */
    private void speed() throws IOException {
        List<Transcript.Segment> segments = new ArrayList<>();
        int words = 0;
        for (String episode : List.of("practical-ai-276", "practical-ai-34", "practical-ai-235", "practical-ai-257")) {
            for (Transcript.Segment each : transcript(episode).segments()) {
                if (words < TWO_HOURS_WORDS) {
                    words += each.text().split(" ").length;
                    segments.add(each);
                }
            }
        }
        Transcript twoHours = new Transcript(segments);
        for (int run = 0; run < 3; run++) {
            long begin = System.nanoTime();
            int found = extract("practical-ai-276", twoHours).candidates().size();
            System.out.printf(
                    Locale.ROOT,
                    "%d words scanned in %.2f s, %d candidates%n",
                    words,
                    (System.nanoTime() - begin) / 1e9,
                    found);
        }
    }
}
