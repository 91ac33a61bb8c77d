package dev.clew.bench;

import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Insight;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.SuggestQuery;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.meaning.Meaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints how fast the search room is on a synthetic library, beside bare Lucene in the same run. */
public final class SearchBench {
    private static final int RUNS = 1000;
    private static final int RECORDS_PER_CHANGE = 1000;

    /** So many claims and entities are kept at hand to ask for; the library itself is made anew where it is needed. */
    private static final int SAMPLE = 20_000;

    private final SyntheticLibrary library;
    private final List<Insight> insights;
    private final List<Entity> entities;

    private SearchBench(SyntheticLibrary library) {
        this.library = library;
        int step = Math.max(1, library.insightCount() / SAMPLE);
        this.insights = IntStream.range(0, Math.min(SAMPLE, library.insightCount()))
                .mapToObj(i -> library.insight(i * step))
                .toList();
        this.entities = library.entities().limit(SAMPLE).toList();
    }

    /** Takes the number of insights, 100 000 by default. */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path directory = Files.createTempDirectory("clew-search-bench");
        try {
            new SearchBench(new SyntheticLibrary(count)).run(directory);
        } finally {
            BenchFiles.delete(directory);
        }
    }

    private void run(Path directory) throws IOException {
        try (SearchProjection projection = new SearchProjection(directory.resolve("search"));
                BareIndex bare = new BareIndex(directory.resolve("bare"), library.insights())) {
            Timing.Once rebuild = Timing.once();
            projection.rebuild(changes(library.records()), new Position("bench", 0, ""));
            rebuild.rate("index: rebuild, insights", library.insightCount());
            LuceneSearch search = new LuceneSearch(projection, RelationCatalogue.load());
            read(search, bare);
            RelatedBench.rows(
                    "by links",
                    search,
                    new LuceneNearDuplicates(projection, RelationCatalogue.load(), Meaning.off()),
                    insights);
            write(projection);
            Timing.Once fingerprint = Timing.once();
            projection.fingerprint();
            fingerprint.rate("index: fingerprint, insights", library.insightCount());
        }
        apply(directory.resolve("applied"));
    }

    private void read(LuceneSearch search, BareIndex bare) {
        List<List<String>> words = words(insights, RUNS);
        Timing.row("bare Lucene BM25, top 10", RUNS, i -> bare.top(words.get(i)));
        Timing.row("search 1-3 words, top 10, facets", RUNS, i -> search.search(query(words.get(i), " ")));
        Timing.row("search, last word still typed", RUNS, i -> search.search(query(words.get(i), "")));
        Timing.row(
                "search within an entity, facets",
                RUNS,
                i -> search.search(query(words.get(i), " ")
                        .with(SearchField.ENTITY, entities.get(i % 100).id())));
        Timing.row("search for everything, newest, facets", 200, i -> search.search(SearchQuery.of("")));
        List<String> beginnings = beginnings();
        Timing.row("suggest, 1-6 letters", RUNS, i -> search.suggest(SuggestQuery.of(beginnings.get(i))));
    }

    static SearchQuery query(List<String> words, String end) {
        return SearchQuery.of(String.join(" ", words) + end)
                .page(new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, 10, null));
    }

    /** One to three words that stand in one claim, common ones as often as they are common. */
    static List<List<String>> words(List<Insight> insights, int count) {
        Random random = new Random(7);
        List<List<String>> all = new ArrayList<>();
        while (all.size() < count) {
            String text = insights.get(random.nextInt(insights.size())).claim().text();
            List<String> telling = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9-]+", -1))
                    .filter(word -> word.length() > 3)
                    .toList();
            int from = random.nextInt(Math.max(1, telling.size() - 3));
            all.add(telling.subList(from, Math.min(telling.size(), from + 1 + random.nextInt(3))));
        }
        return all;
    }

    private List<String> beginnings() {
        Random random = new Random(8);
        return random.ints(RUNS, 0, entities.size())
                .mapToObj(i -> entities.get(i).naming().label())
                .map(label -> label.substring(0, Math.min(label.length(), 1 + random.nextInt(6))))
                .toList();
    }

    private void write(SearchProjection projection) {
        Timing.row("take in one changed insight", 200, i -> {
            Insight changed = insights.get(i);
            long n = projection.position().n() + 1;
            projection.apply(List.of(change(n, List.of(changed))));
        });
    }

    private void apply(Path directory) {
        try (SearchProjection projection = new SearchProjection(directory)) {
            Timing.Once apply = Timing.once();
            long n = 0;
            List<ClewRecord> batch = new ArrayList<>();
            for (ClewRecord record : (Iterable<ClewRecord>) library.records()::iterator) {
                batch.add(record);
                if (batch.size() == RECORDS_PER_CHANGE) {
                    projection.apply(List.of(change(++n, batch)));
                    batch.clear();
                }
            }
            apply.rate("index: changes of 1 000 records, insights", library.insightCount());
        }
    }

    private static Change change(long n, List<? extends ClewRecord> records) {
        Position position = new Position("bench", n, Long.toHexString(n));
        return new Change(
                position,
                Instant.EPOCH,
                new Change.Author("bench", "bench"),
                changes(records.stream()).toList());
    }

    private static Stream<RecordChange> changes(Stream<? extends ClewRecord> records) {
        return records.map(record -> new RecordChange(record.name(), 1, new RecordChange.Content(record, "")));
    }
}
