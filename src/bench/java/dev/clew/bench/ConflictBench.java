package dev.clew.bench;

import dev.clew.graph.GraphProjection;
import dev.clew.insight.Conflict;
import dev.clew.insight.ConflictPage;
import dev.clew.insight.ConflictQuery;
import dev.clew.insight.Conflicts;
import dev.clew.insight.DatedClaim;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints what it costs to find what is in dispute on a synthetic library: about one entity, and everything from nothing. */
public final class ConflictBench {
    private static final int RUNS = 300;

    private final SyntheticLibrary library;
    private final Map<String, DatedClaim> claims = new HashMap<>();

    private ConflictBench(int count) {
        this.library = new SyntheticLibrary(count);
        Map<String, LocalDate> days = new HashMap<>();
        library.sources().forEach(source -> noteDay(source, days));
        library.insights().forEach(insight -> claims.put(insight.id(), dated(insight, days)));
    }

    private static void noteDay(Source source, Map<String, LocalDate> days) {
        LocalDate day = source.publication().date();
        if (day != null) {
            days.put(source.id(), day);
        }
    }

    private static DatedClaim dated(Insight insight, Map<String, LocalDate> days) {
        return new DatedClaim(insight, days.get(insight.passage().source()));
    }

    /** Takes the number of insights, 100 000 by default. */
    public static void main(String[] arguments) throws IOException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        Path directory = Files.createTempDirectory("clew-conflict-bench");
        try {
            new ConflictBench(count).run(directory);
        } finally {
            BenchFiles.delete(directory);
        }
    }

    private void run(Path directory) {
        Relations relations = RelationCatalogue.load();
        try (SearchProjection index = new SearchProjection(directory.resolve("search"));
                GraphProjection graph = new GraphProjection(directory.resolve("graph"), relations)) {
            index.rebuild(changes(library.records()), new Position("bench", 1, "bench"));
            graph.rebuild(changes(library.records()), new Position("bench", 1, "bench"));
            measure(new Conflicts(graph, graph, new LuceneSearch(index, relations), relations));
        }
    }

    private static Stream<RecordChange> changes(Stream<? extends ClewRecord> records) {
        return records.map(record -> new RecordChange(record.name(), 1, new RecordChange.Content(record, "")));
    }

    private void measure(Conflicts conflicts) {
        Random random = new Random(21);
        List<String> entities =
                Stream.generate(() -> library.entityId(random)).limit(RUNS).toList();
        Timing.head();
        int[] found = {0};
        Timing.row(
                "conflicts of an entity, first page",
                RUNS,
                i -> found[0] += page(conflicts, entities.get(i), Conflicts.LIMIT_DEFAULT, null)
                        .conflicts()
                        .size());
        Timing.note("conflicts of an entity: found", found[0] / (2 * RUNS));
        Timing.row("conflicts of all, first page", RUNS, i -> page(conflicts, null, Conflicts.LIMIT_DEFAULT, null));
        long start = System.nanoTime();
        int all = all(conflicts);
        Timing.row("all conflicts from nothing", new long[] {System.nanoTime() - start});
        Timing.note("all conflicts: found", all);
    }

    private int all(Conflicts conflicts) {
        int count = 0;
        String cursor = null;
        do {
            ConflictPage page = page(conflicts, null, Conflicts.LIMIT_MOST, cursor);
            count += page.conflicts().size();
            cursor = page.cursor();
        } while (cursor != null);
        return count;
    }

    private ConflictPage page(Conflicts conflicts, @Nullable String entity, int limit, @Nullable String cursor) {
        return conflicts.page(new ConflictQuery(
                entity,
                EnumSet.allOf(Conflict.Kind.class),
                each -> true,
                id -> Optional.ofNullable(claims.get(id)),
                new ConflictQuery.Page(limit, cursor)));
    }
}
