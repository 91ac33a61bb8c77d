package dev.clew.bench;

import dev.clew.SeedWorld;
import dev.clew.bench.SearchedQuestions.Asked;
import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.graph.GraphProjection;
import dev.clew.graph.PathFinder;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Backings;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prints, on the library that ships, what words, meaning and ways of putting both into one order find. */
public final class FusionEvaluation {
    private static final int TOP = 10;
    private static final int BY_WORDS = 200;
    private static final int RANK_OFFSET = 60;
    private static final double LEAST_SIMILARITY = 0.3;
    private static final int NEAR = 100;

    private final LuceneSearch search;

    private FusionEvaluation(LuceneSearch search) {
        this.search = search;
    }

    /** Takes nothing; needs about a minute for the vectors. */
    public static void main(String[] nothing) throws IOException {
        Path directory = Files.createTempDirectory("clew-fusion");
        Map<Object, ClewRecord> records = new LinkedHashMap<>();
        ShippedLibrary.records(Base.DEFAULT).forEach(each -> records.put(each.name(), each));
        try (SearchProjection projection = new SearchProjection(directory.resolve("search"))) {
            run(directory, projection, List.copyOf(records.values()));
        } finally {
            BenchFiles.delete(directory);
        }
    }

    private static void run(Path directory, SearchProjection projection, List<ClewRecord> records) {
        Relations relations = RelationCatalogue.load();
        projection.rebuild(
                records.stream().map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, ""))),
                new Position("bench", 0, ""));
        Embedding.Setup setup = new Embedding.Setup(
                () -> MiniLm.load(ModelFiles.SHIPPED, directory.resolve("natives")),
                projection,
                directory.resolve("vectors"),
                () -> false);
        try (Meaning meaning = Meaning.start(setup);
                GraphProjection graph = new GraphProjection(directory.resolve("graph"), relations)) {
            if (!meaning.awaitCaughtUp(Duration.ofMinutes(10).toMillis())) {
                throw new IllegalStateException("vectors did not catch up: " + meaning.status());
            }
            graph.apply(List.of(SeedWorld.change(1, records)));
            FusionEvaluation evaluation =
                    new FusionEvaluation(new LuceneSearch(projection, relations, meaning, Backings.NONE));
            SearchedQuestions.of(records, new PathFinder(graph, relations)).forEach(evaluation::print);
        }
    }

    private void print(SearchedQuestions set) {
        List<Found> found = set.queries().stream().map(this::found).toList();
        System.out.printf(
                Locale.ROOT,
                "%n| %s: %d | precision@1 | recall@10 | mAP |%n|---|---|---|---|%n",
                set.name(),
                found.size());
        row("by words alone", found, each -> ids(each.words()));
        row("by meaning alone", found, each -> ids(each.near()));
        row("fused by rank", found, FusionEvaluation::byRank);
        for (double share : new double[] {0.1, 0.2, 0.3, 0.5, 1}) {
            row("fused by score, words count " + share, found, each -> byScore(each, share));
        }
        row("as search fuses them", found, Found::fused);
    }

    /** What one query finds. */
    private record Found(Asked asked, List<Hit> words, List<Hit> near, List<String> fused) {}

    private Found found(Asked asked) {
        return new Found(asked, hits(asked, Mode.TEXT), hits(asked, Mode.MEANING), ids(hits(asked, Mode.HYBRID)));
    }

    private List<Hit> hits(Asked asked, Mode mode) {
        List<Hit> hits = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            SearchQuery.Page page = new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, SearchQuery.HITS_LIMIT, cursor);
            SearchAnswer answer = search.search(SearchQuery.of(asked.text())
                    .with(SearchField.TYPE, RecordType.INSIGHT.code())
                    .by(mode)
                    .page(page));
            hits.addAll(answer.hits());
            cursor = answer.nextCursor();
        } while (cursor != null && hits.size() < BY_WORDS);
        return hits;
    }

    private static List<String> ids(List<Hit> hits) {
        return hits.stream().map(hit -> hit.name().id()).toList();
    }

    private static List<String> byRank(Found found) {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> list : List.of(ids(found.words()), ids(found.near()))) {
            for (int rank = 0; rank < list.size(); rank++) {
                scores.merge(list.get(rank), 1.0 / (RANK_OFFSET + rank + 1), Double::sum);
            }
        }
        return ranked(scores);
    }

    private static List<String> byScore(Found found, double share) {
        List<Hit> near = found.near();
        double unknown = near.size() < NEAR ? LEAST_SIMILARITY : similarity(near.getLast());
        Map<String, Double> scores = new HashMap<>();
        near.forEach(hit -> scores.put(hit.name().id(), similarity(hit)));
        for (Hit hit : found.words()) {
            double words = share * hit.score() / found.words().getFirst().score();
            scores.merge(hit.name().id(), words + unknown, (known, any) -> known + words);
        }
        return ranked(scores);
    }

    private static double similarity(Hit hit) {
        return Objects.requireNonNull(hit.similarity());
    }

    private static List<String> ranked(Map<String, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Double> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void row(String name, List<Found> found, Function<Found, List<String>> order) {
        double first = 0;
        double recall = 0;
        double average = 0;
        for (Found each : found) {
            List<String> ranked = order.apply(each);
            int seen = 0;
            double sum = 0;
            for (int rank = 0; rank < ranked.size(); rank++) {
                if (each.asked().claims().contains(ranked.get(rank))) {
                    seen++;
                    sum += (double) seen / (rank + 1);
                    first += rank == 0 ? 1 : 0;
                    recall += rank < TOP
                            ? 1.0 / Math.min(TOP, each.asked().claims().size())
                            : 0;
                }
            }
            average += sum / each.asked().claims().size();
        }
        int count = found.size();
        System.out.printf(
                Locale.ROOT, "| %s | %.3f | %.3f | %.3f |%n", name, first / count, recall / count, average / count);
    }
}
