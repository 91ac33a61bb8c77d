package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Lens;
import dev.clew.model.LoopQuery;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.ReachAnswer;
import dev.clew.model.ReachQuery;
import dev.clew.model.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths and reach as of earlier changes, against their definition over the records as they stood then. */
class EarlierSearchesTest {
    private static final int CHANGES = 12;

    @TempDir
    Path directory;

    private GraphProjection open(int seed) {
        return new GraphProjection(directory.resolve("g" + seed), SeedWorld.RELATIONS);
    }

    private static ReferenceSearch reference(Collection<RecordChange> published) {
        return new ReferenceSearch(
                published.stream().flatMap(each -> each.record().stream()).toList());
    }

    @Test
    void pathsAreThoseThatWereFoundThenHubsKindsAndFlipsIncludedAlsoAfterARestart() {
        int answered = 0;
        int answeredAgain = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<ReferenceSearch> states = new ArrayList<>();
            RandomWorld world;
            try (GraphProjection graph = open(seed)) {
                world = grow(random, graph, states);
                answered += ask(graph, states, random, world);
            }
            try (GraphProjection again = open(seed)) {
                answeredAgain += ask(again, states, random, world);
            }
        }
        assertTrue(
                answered > 500 && answeredAgain > 500,
                "the questions are too easy: " + answered + ", " + answeredAgain);
    }

    private static RandomWorld grow(Random random, GraphProjection graph, List<ReferenceSearch> states) {
        RandomHistory history = new RandomHistory(random, 5 + random.nextInt(4), 10 + random.nextInt(20), graph);
        states.add(reference(history.published()));
        while (states.size() < CHANGES) {
            history.goOn();
            states.add(reference(history.published()));
        }
        return history.world();
    }

    private static int ask(GraphProjection graph, List<ReferenceSearch> states, Random random, RandomWorld world) {
        PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
        int answered = 0;
        for (int round = 0; round < 40; round++) {
            int n = 1 + random.nextInt(CHANGES);
            PathQuery asked = RandomQuestions.path(random, world);
            PathQuery query = asked.with(asked.lens().at(n));
            PathAnswer answer = finder.find(query);
            ReferenceSearch reference = states.get(n - 1);
            assertEquals(
                    reference.find(query),
                    answer.paths().stream().map(ReferenceSearch.Answer::of).toList(),
                    query.toString());
            answer.paths().forEach(path -> PathFinderTest.turns(path, query, reference));
            answered += answer.paths().size();
        }
        return answered;
    }

    @Test
    void whatIsReachedIsWhatWasReachedThenOfTheKindsOfThen() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<ReferenceSearch> states = new ArrayList<>();
            try (GraphProjection graph = open(seed)) {
                RandomWorld world = grow(random, graph, states);
                ReachFinder finder = new ReachFinder(graph, SeedWorld.RELATIONS);
                for (int round = 0; round < 30; round++) {
                    int n = 1 + random.nextInt(CHANGES);
                    ReachQuery query = at(RandomQuestions.reach(random, world), n);
                    ReachAnswer answer = finder.reach(query);
                    List<ReferenceSearch.Answer> all = states.get(n - 1).reach(query);
                    assertEquals(
                            all.subList(0, Math.min(query.bounds().k(), all.size())),
                            answer.reached().stream()
                                    .map(each -> ReachFinderTest.summary(each.path(), each.cost()))
                                    .toList(),
                            "seed " + seed + ": " + query);
                    assertEquals(all.size(), answer.total(), "seed " + seed + ": " + query);
                    found += answer.total();
                }
            }
        }
        assertTrue(found > 1_000, "the questions are too easy: " + found);
    }

    @Test
    void aLensOfDaysReadsTheDayOfASourceAsItWasGivenThenAlsoAfterARestart() {
        PathQuery ofMay = PathQuery.between("compute", "alliance")
                .with(Lens.CLAIMS.with(new Lens.Said(null, null, null, LocalDate.of(2026, 5, 1), null)));
        try (GraphProjection graph = open(0)) {
            graph.apply(List.of(SeedWorld.change(1, SeedWorld.records())));
            graph.apply(List.of(SeedWorld.change(2, changes -> changes.add(dated(2, LocalDate.of(2026, 5, 2))))));
            graph.apply(List.of(SeedWorld.change(3, changes -> changes.add(dated(3, LocalDate.of(2020, 1, 1))))));
            assertEquals(List.of(0, 1, 0), found(graph, ofMay));
        }
        try (GraphProjection again = open(0)) {
            assertEquals(List.of(0, 1, 0), found(again, ofMay));
        }
    }

    private static RecordChange dated(long version, LocalDate day) {
        Source brief = SeedWorld.source("seed-brief");
        Source.Publication on = new Source.Publication(day, null, null, null, null);
        Source dated = new Source(
                brief.id(), brief.kind(), brief.title(), brief.podcast(), brief.place(), on, List.of(), null);
        return new RecordChange(dated.name(), version, new RecordChange.Content(dated, ""));
    }

    /** How many paths, at most one, there are as of each of three changes. */
    private static List<Integer> found(GraphProjection graph, PathQuery query) {
        PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
        return IntStream.rangeClosed(1, 3)
                .mapToObj(n -> finder.find(query.with(query.lens().at(n))
                                .with(new PathQuery.Bounds(6, 1, PathQuery.Direction.OUT)))
                        .paths()
                        .size())
                .toList();
    }

    @Test
    void loopsAreThoseThatClosedThen() {
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<ReferenceSearch> states = new ArrayList<>();
            try (GraphProjection graph = open(seed)) {
                RandomWorld world = grow(random, graph, states);
                PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
                for (int round = 0; round < 40; round++) {
                    int n = 1 + random.nextInt(CHANGES);
                    LoopQuery asked = LoopsAndTwinsTest.loopQuery(random, world);
                    LoopQuery query = new LoopQuery(
                            asked.entity(), asked.filter(), asked.lens().at(n), asked.meaning(), asked.bounds());
                    List<ReferenceSearch.Answer> loops = finder.loops(query).loops().stream()
                            .map(each -> LoopsAndTwinsTest.summary(each.path()))
                            .toList();
                    assertEquals(states.get(n - 1).loops(query), loops, "seed " + seed + ": " + query);
                    found += loops.size();
                }
            }
        }
        assertTrue(found > 200, "the questions are too easy: " + found);
    }

    private static ReachQuery at(ReachQuery query, int n) {
        Lens lens = query.lens().at(n);
        return new ReachQuery(query.entity(), query.direction(), query.filter(), lens, query.bounds());
    }
}
