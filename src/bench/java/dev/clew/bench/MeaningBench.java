package dev.clew.bench;

import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Backings;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Relations;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import dev.clew.search.meaning.Near;
import dev.clew.search.meaning.TextKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints what search by meaning costs on a synthetic library with invented vectors, and how many of the nearest it finds.
 * The texts of queries go through the sentence model too, so that its cost is in the figures.
 */
public final class MeaningBench {
    /** How many questions are asked again and again: popular ones, or one that a reader comes back to. */
    private static final int ASKED_AGAIN = 50;

    private static final int RUNS = 500;
    private static final int RECALL_RUNS = 100;
    private static final int SHOWN = 10;
    private static final int SOUGHT = 100;

    private final SyntheticLibrary library;
    private final List<Insight> insights;
    private final List<ClewRecord> records;
    private final InventedEmbedder model;

    private MeaningBench(int count, MiniLm miniLm) {
        this.library = new SyntheticLibrary(count);
        this.records = library.records().toList();
        this.insights = records.stream()
                .filter(Insight.class::isInstance)
                .map(Insight.class::cast)
                .toList();
        this.model = new InventedEmbedder(library, insights, miniLm);
    }

    /** Takes the number of insights, 100 000 by default. */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path directory = Files.createTempDirectory("clew-meaning-bench");
        try (MiniLm miniLm = MiniLm.load(ModelFiles.SHIPPED, directory.resolve("natives"))) {
            new MeaningBench(count, miniLm).run(directory);
        } finally {
            BenchFiles.delete(directory);
        }
    }

    private void run(Path directory) {
        try (SearchProjection projection = new SearchProjection(directory.resolve("search"))) {
            projection.rebuild(
                    records.stream().map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, ""))),
                    new Position("bench", 0, ""));
            Timing.Once once = Timing.once();
            Embedding.Setup setup =
                    new Embedding.Setup(() -> model, projection, directory.resolve("vectors"), () -> false);
            try (Meaning meaning = Meaning.start(setup)) {
                if (!meaning.awaitCaughtUp(Duration.ofMinutes(30).toMillis())) {
                    throw new IllegalStateException("vectors did not catch up: " + meaning.status());
                }
                once.rate("vectors taken in, one thread", meaning.status().vectors());
                measure(projection, meaning);
            }
        }
    }

    private void measure(SearchProjection projection, Meaning meaning) {
        Relations relations = RelationCatalogue.load();
        LuceneSearch search = new LuceneSearch(projection, relations, meaning, Backings.NONE);
        NearDuplicates duplicates = new LuceneNearDuplicates(projection, relations, meaning);
        List<String> queries = model.queries(new Random(7), 2 * RUNS);
        Timing.head();
        Timing.row(
                "search by text, top 10, facets",
                RUNS,
                i -> search.search(query(queries.get(i), SearchQuery.Mode.TEXT)));
        Timing.first(
                "search hybrid, query not asked before",
                RUNS,
                i -> search.search(query(queries.get(i), SearchQuery.Mode.HYBRID)));
        Timing.row(
                "search hybrid, query asked before",
                RUNS,
                i -> search.search(query(queries.get(i % ASKED_AGAIN), SearchQuery.Mode.HYBRID)));
        Timing.row(
                "search by meaning, query asked before",
                RUNS,
                i -> search.search(query(queries.get(i), SearchQuery.Mode.MEANING)));
        Timing.row(
                "search hybrid within a kind of claim",
                RUNS,
                i -> search.search(
                        query(queries.get(i), SearchQuery.Mode.HYBRID).with(SearchField.CLAIM_TYPE, "forecast")));
        Timing.first(
                "check one proposal for duplicates",
                RUNS,
                i -> duplicates.alike(changed(insights.get(i * 7 % insights.size())), NearDuplicates.SAME, 5));
        RelatedBench.rows("by links and meaning", search, duplicates, insights);
        recall(meaning);
    }

    private static SearchQuery query(String text, SearchQuery.Mode mode) {
        return SearchQuery.of(text + " ")
                .page(new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, SHOWN, null))
                .by(mode);
    }

    private static NearDuplicates.Wording changed(Insight insight) {
        String text = insight.claim().text();
        return new NearDuplicates.Wording(null, text.substring(text.indexOf(' ') + 1), insight.links());
    }

    private void recall(Meaning meaning) {
        float[][] vectors =
                IntStream.range(0, insights.size()).mapToObj(library::vector).toArray(float[][]::new);
        Set<Long> among =
                insights.stream().map(each -> TextKey.of(each.claim().text())).collect(Collectors.toSet());
        List<String> queries = model.queries(new Random(11), RECALL_RUNS);
        for (int sought : List.of(SHOWN, SOUGHT)) {
            int found = 0;
            for (String query : queries) {
                Set<Long> exact = nearest(vectors, model.vectorOf(query));
                List<Near> near = meaning.nearest(query, sought, among).orElseThrow();
                found += (int) near.stream()
                        .limit(SHOWN)
                        .filter(each -> exact.contains(each.key()))
                        .count();
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %-48s | %9.3f |%n",
                    "recall@10 of the vectors, seeking " + sought,
                    found / (double) (SHOWN * RECALL_RUNS));
        }
    }

    private Set<Long> nearest(float[][] vectors, float[] query) {
        double[] similarities =
                Arrays.stream(vectors).mapToDouble(vector -> dot(vector, query)).toArray();
        return IntStream.range(0, vectors.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -similarities[i]))
                .limit(SHOWN)
                .map(i -> TextKey.of(insights.get(i).claim().text()))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static double dot(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
