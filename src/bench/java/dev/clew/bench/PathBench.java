package dev.clew.bench;

import dev.clew.graph.GraphProjection;
import dev.clew.graph.PathFinder;
import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Lens;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.jena.sys.JenaSystem;

/**
 * Measures the graph and its path search on synthetic libraries: {@code PathBench [INSIGHTS…]}, default 10000 100000. Half
 * of the questions are between entities drawn evenly, half between ones drawn by popularity, the same in each size.
 */
public final class PathBench {
    private static final int QUESTIONS = 1_000;
    private static final int WARM_UP_ROUNDS = 4;

    private final PrintStream out;
    private final Relations relations;

    private PathBench(PrintStream out, Relations relations) {
        this.out = out;
        this.relations = relations;
    }

    /** Runs for each size given. */
    public static void main(String[] sizes) throws IOException {
        JenaSystem.init();
        PathBench bench = new PathBench(System.out, RelationCatalogue.load());
        String[] asked = sizes.length == 0 ? new String[] {"10000", "100000"} : sizes;
        double before = 0;
        int smaller = 0;
        for (String size : asked) {
            int insights = Integer.parseInt(size);
            double median = bench.run(insights);
            if (before > 0) {
                bench.print(
                        "growth of the median from %,d to %,d insights: exponent %.2f",
                        smaller, insights, Math.log(median / before) / Math.log((double) insights / smaller));
            }
            before = median;
            smaller = insights;
        }
    }

    private double run(int insights) throws IOException {
        Path directory = Files.createTempDirectory("clew-path-bench");
        SyntheticLibrary library = new SyntheticLibrary(insights);
        long used = usedBytes();
        long start = System.nanoTime();
        GraphProjection graph = new GraphProjection(directory, relations);
        Stream<RecordChange> records = library.records()
                .map(record -> new RecordChange(record.name(), 1, new RecordChange.Content(record, "")));
        graph.rebuild(records, new Position("bench", 1, "bench"));
        long links = library.insights().mapToLong(each -> each.links().size()).sum();
        print("%,d insights, %,d entities, %,d links: %s", insights, library.entityCount(), links, graph.counts());
        print("  built in %,d ms with making the records", millis(start));
        print("  %.0f bytes a link", (usedBytes() - used) / (double) links);
        start = System.nanoTime();
        GraphProjection read = new GraphProjection(directory, relations);
        print(
                "  read from its file of %,d MB in %,d ms",
                Files.size(directory.resolve("graph.bin")) >> 20, millis(start));
        edits(read, library);
        double median = searches(new PathFinder(read, relations), library);
        graph.close();
        read.close();
        return median;
    }

    private void edits(GraphProjection graph, SyntheticLibrary library) {
        List<RecordChange> edits = library.insights()
                .limit(50)
                .map(each -> new RecordChange(each.name(), 2, new RecordChange.Content(each, "")))
                .toList();
        long[] times = new long[50];
        for (int i = 0; i < times.length; i++) {
            Change next = change(graph, edits.get(i));
            long start = System.nanoTime();
            graph.apply(List.of(next));
            times[i] = System.nanoTime() - start;
        }
        table("one insight edited", times);
    }

    private static Change change(GraphProjection graph, RecordChange edit) {
        Position position = new Position("bench", graph.position().n() + 1, "bench");
        return new Change(position, Instant.EPOCH, new Change.Author("bench", "bench"), List.of(edit));
    }

    private double searches(PathFinder finder, SyntheticLibrary library) {
        double median = measure("k=5, 6 hops", finder, library, query -> query);
        measure(
                "signed +",
                finder,
                library,
                query -> query.with(new PathQuery.Meaning(Sign.PLUS, PathQuery.Framings.ANY)));
        measure(
                "consistent",
                finder,
                library,
                query -> query.with(new PathQuery.Meaning(null, PathQuery.Framings.CONSISTENT)));
        measure(
                "either way",
                finder,
                library,
                query -> query.with(new PathQuery.Bounds(6, 5, PathQuery.Direction.ANY)));
        measure("facts", finder, library, query -> query.with(Lens.CLAIMS.withFacts(true)));
        measure(
                "2 voices a hop",
                finder,
                library,
                query -> query.with(new PathQuery.Filter(Set.of(), Set.of(), Set.of(), 2)));
        measure("holder lens", finder, library, query -> query.with(Lens.CLAIMS.withHolder("entity-0")));
        measure("as of", finder, library, query -> query.with(Lens.CLAIMS.at(1)));
        measure("k=50", finder, library, query -> query.with(new PathQuery.Bounds(6, 50, PathQuery.Direction.OUT)));
        return median;
    }

    private double measure(String what, PathFinder finder, SyntheticLibrary library, UnaryOperator<PathQuery> variant) {
        PathQuery[] queries = queries(library);
        long[] times = new long[queries.length];
        long scanned = 0;
        int truncated = 0;
        int paths = 0;
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            scanned = 0;
            truncated = 0;
            paths = 0;
            for (int i = 0; i < queries.length; i++) {
                PathQuery query = variant.apply(queries[i]);
                long start = System.nanoTime();
                PathAnswer answer = finder.find(query);
                times[i] = System.nanoTime() - start;
                scanned += answer.searched().expanded();
                truncated += answer.searched().truncated() ? 1 : 0;
                paths += answer.paths().size();
            }
        }
        double median = table(what, times);
        print(
                "    %,d arcs scanned and %.1f paths a question, %d cut",
                scanned / queries.length, (double) paths / queries.length, truncated);
        return median;
    }

    private static PathQuery[] queries(SyntheticLibrary library) {
        Random random = new Random(42);
        PathQuery[] queries = new PathQuery[QUESTIONS];
        for (int i = 0; i < queries.length; i++) {
            boolean evenly = i % 2 == 0;
            String from = drawn(library, random, evenly);
            String to = from;
            while (to.equals(from)) {
                to = drawn(library, random, evenly);
            }
            queries[i] = PathQuery.between(from, to);
        }
        return queries;
    }

    private static String drawn(SyntheticLibrary library, Random random, boolean evenly) {
        return evenly ? "entity-" + random.nextInt(library.entityCount()) : library.entityId(random);
    }

    private double table(String what, long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2] / 1e6;
        print(
                "  %-20s median %7.3f ms   95%% %8.3f ms   most %9.3f ms",
                what, median, sorted[sorted.length * 95 / 100] / 1e6, sorted[sorted.length - 1] / 1e6);
        return median;
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
