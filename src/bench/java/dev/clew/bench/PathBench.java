package dev.clew.bench;

import dev.clew.graph.GraphProjection;
import dev.clew.graph.PathFinder;
import dev.clew.graph.ReachFinder;
import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Lens;
import dev.clew.model.LoopAnswer;
import dev.clew.model.LoopQuery;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.ReachAnswer;
import dev.clew.model.ReachQuery;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.TwinAnswer;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RelationCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Measures the graph and its path search on synthetic libraries: {@code PathBench [INSIGHTS…]}, default 10000 100000. Half
 * of the questions are between entities drawn evenly, half between ones drawn by popularity, the same in each size.
 */
public final class PathBench {
    private static final int QUESTIONS = 1_000;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int EDITS = 50;
    private static final int RECORDS_A_CHANGE = 1_000;

    private final Relations relations;

    private PathBench(Relations relations) {
        this.relations = relations;
    }

    /** Runs for each size given. */
    public static void main(String[] sizes) throws IOException {
        Jena.ready();
        PathBench bench = new PathBench(RelationCatalogue.load());
        String[] asked = sizes.length == 0 ? new String[] {"10000", "100000"} : sizes;
        double before = 0;
        int smaller = 0;
        for (String size : asked) {
            int insights = Integer.parseInt(size);
            double median = bench.run(insights);
            if (before > 0) {
                double exponent = Math.log(median / before) / Math.log((double) insights / smaller);
                Timing.note("paths: growth of the median, hundredths of an exponent", Math.round(100 * exponent));
            }
            before = median;
            smaller = insights;
        }
    }

    private double run(int insights) throws IOException {
        Path directory = Files.createTempDirectory("clew-path-bench");
        SyntheticLibrary library = new SyntheticLibrary(insights);
        long used = usedBytes();
        Timing.Once build = Timing.once();
        GraphProjection graph = new GraphProjection(directory, relations);
        Stream<RecordChange> records = library.records()
                .map(record -> new RecordChange(record.name(), 1, new RecordChange.Content(record, "")));
        graph.rebuild(records, new Position("bench", 1, "bench"));
        build.rate("graph: build with making the records, insights", insights);
        long links = library.insights().mapToLong(each -> each.links().size()).sum();
        Timing.note("graph: links", links);
        Timing.note("graph: bytes of heap a link", (usedBytes() - used) / links);
        long start = System.nanoTime();
        GraphProjection read = new GraphProjection(directory, relations);
        Timing.row("graph: read from its file", new long[] {System.nanoTime() - start});
        edits(read, library);
        double median = searches(new PathFinder(read, relations), library);
        open(new PathFinder(read, relations), new ReachFinder(read, relations), library);
        graph.close();
        read.close();
        grown(library);
        return median;
    }

    private void edits(GraphProjection graph, SyntheticLibrary library) {
        List<RecordChange> edits = library.insights()
                .limit(EDITS)
                .map(each -> new RecordChange(each.name(), 2, new RecordChange.Content(each, "")))
                .toList();
        long[] times = new long[EDITS];
        for (int i = 0; i < times.length; i++) {
            Change next = change(graph, edits.get(i));
            long start = System.nanoTime();
            graph.apply(List.of(next));
            times[i] = System.nanoTime() - start;
        }
        Timing.row("graph: one insight edited", times);
    }

    private static Change change(GraphProjection graph, RecordChange... edits) {
        Position position = new Position("bench", graph.position().n() + 1, "bench");
        return new Change(position, Instant.EPOCH, new Change.Author("bench", "bench"), List.of(edits));
    }

    /** The same library as it comes when it grows change by change, so that nearly everything was otherwise before. */
    private void grown(SyntheticLibrary library) throws IOException {
        GraphProjection graph = new GraphProjection(Files.createTempDirectory("clew-path-bench"), relations);
        graph.rebuild(Stream.of(), new Position("bench", 0, "bench"));
        List<RecordChange> some = new ArrayList<>();
        library.records().forEach(record -> {
            some.add(new RecordChange(record.name(), 1, new RecordChange.Content(record, "")));
            if (some.size() == RECORDS_A_CHANGE) {
                graph.apply(List.of(change(graph, some.toArray(RecordChange[]::new))));
                some.clear();
            }
        });
        graph.apply(List.of(change(graph, some.toArray(RecordChange[]::new))));
        long changes = graph.position().n();
        Timing.note("paths: changes in which the library grew", changes);
        PathFinder finder = new PathFinder(graph, relations);
        measure("grown, plain", finder, library, query -> query);
        measure("grown, as of a tenth before", finder, library, query -> query.with(Lens.CLAIMS.at(changes * 9 / 10)));
        int[] asked = new int[1];
        measure(
                "grown, as of another change each time",
                finder,
                library,
                query -> query.with(Lens.CLAIMS.at(changes - 1 - asked[0]++ % (changes / 10))));
        graph.close();
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
        int[] asked = new int[1];
        measure(
                "another holder's lens each time",
                finder,
                library,
                query -> query.with(Lens.CLAIMS.withHolder("entity-" + asked[0]++ % library.entityCount())));
        Lens.Said late = new Lens.Said(null, null, null, LocalDate.of(2025, 1, 1), null);
        measure("claims of a period", finder, library, query -> query.with(Lens.CLAIMS.with(late)));
        measure("as of", finder, library, query -> query.with(Lens.CLAIMS.at(1)));
        measure("as of half the edits", finder, library, query -> query.with(Lens.CLAIMS.at(1 + EDITS / 2)));
        measure("k=50", finder, library, query -> query.with(new PathQuery.Bounds(6, 50, PathQuery.Direction.OUT)));
        return median;
    }

    /** The twin of a path, loops of four hops, and open search of four hops both ways. */
    private void open(PathFinder finder, ReachFinder reach, SyntheticLibrary library) {
        twins(finder, library);
        measure("loops of 4 hops", queries(library), query -> {
            LoopAnswer answer = finder.loops(LoopQuery.through(query.ends().from()));
            return new Outcome(answer.searched().truncated(), !answer.loops().isEmpty());
        });
        for (ReachQuery.Direction direction : ReachQuery.Direction.values()) {
            PathQuery.Bounds bounds = new PathQuery.Bounds(4, 25, PathQuery.Direction.OUT);
            measure("4 hops " + direction.name().toLowerCase(Locale.ROOT), queries(library), query -> {
                ReachAnswer answer = reach.reach(
                        new ReachQuery(query.ends().from(), direction, PathQuery.Filter.NONE, Lens.CLAIMS, bounds));
                return new Outcome(
                        answer.searched().truncated(), !answer.reached().isEmpty());
            });
        }
        Timing.note("INDRA's network search, by its guide: signed weighted searches time out at, seconds", 120);
    }

    /** A path without a sign has no twin to look for, so only questions whose best path has one are asked. */
    private static void twins(PathFinder finder, SyntheticLibrary library) {
        PathQuery[] signed = Arrays.stream(queries(library))
                .filter(query -> finder.find(query).paths().stream()
                        .limit(1)
                        .anyMatch(best -> best.sign().isDirected()))
                .toArray(PathQuery[]::new);
        measure("twin", signed, query -> {
            TwinAnswer answer = finder.twin(query, List.of());
            return new Outcome(answer.searched().truncated(), answer.twin() != null);
        });
    }

    private double measure(String what, PathFinder finder, SyntheticLibrary library, UnaryOperator<PathQuery> variant) {
        return measure(what, queries(library), query -> {
            PathAnswer answer = finder.find(variant.apply(query));
            return new Outcome(answer.searched().truncated(), !answer.paths().isEmpty());
        });
    }

    /**
     * How a question went.
     *
     * @param cut whether the search came to its limit of work
     * @param answered whether it found anything
     */
    private record Outcome(boolean cut, boolean answered) {}

    /** Asks every question in several rounds and prints the last; a row of nothing found would tell nothing. */
    private static double measure(String what, PathQuery[] queries, Function<PathQuery, Outcome> ask) {
        if (queries.length == 0) {
            Timing.note("paths: questions, " + what, 0);
            return 0;
        }
        long[] times = new long[queries.length];
        Outcome[] outcomes = new Outcome[queries.length];
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (int i = 0; i < queries.length; i++) {
                long start = System.nanoTime();
                outcomes[i] = ask.apply(queries[i]);
                times[i] = System.nanoTime() - start;
            }
        }
        Timing.row("paths: " + what, times);
        long answered = Arrays.stream(outcomes).filter(Outcome::answered).count();
        Timing.note("paths: answered of " + queries.length + ", " + what, answered);
        long truncated = Arrays.stream(outcomes).filter(Outcome::cut).count();
        if (truncated > 0) {
            Timing.note("paths: cut of " + queries.length + ", " + what, truncated);
        }
        Arrays.sort(times);
        return times[times.length / 2];
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

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
