package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.model.ClewRecord;
import dev.clew.model.CommonAnswer;
import dev.clew.model.EntityKind;
import dev.clew.model.Fact;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.ReachQuery;
import dev.clew.model.Searched;
import dev.clew.model.Sign;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a search costs where the graph is odd, and what hubs are damped by. */
class SearchBoundsTest {
    private static final int LEAVES = 600;
    private static final int STEPS = 9;

    @TempDir
    java.nio.file.Path directory;

    private PathFinder finder(List<ClewRecord> records) {
        GraphProjection graph = new GraphProjection(directory, SeedWorld.RELATIONS);
        graph.apply(List.of(SeedWorld.change(1, records)));
        return new PathFinder(graph, SeedWorld.RELATIONS);
    }

    private static ClewRecord claim(String subject, String object) {
        return SmallWorld.claim(subject + "-" + object, "brief", subject, "enables", object);
    }

    /** A hub with many ways on, of which one leads to the end, in more steps than are asked for. */
    private static List<ClewRecord> farBehindAHub() {
        List<ClewRecord> records = new ArrayList<>();
        records.add(claim("start", "hub"));
        IntStream.range(0, LEAVES).forEach(leaf -> records.add(claim("hub", "leaf-" + leaf)));
        records.add(claim("hub", "step-0"));
        IntStream.range(0, STEPS).forEach(step -> records.add(claim("step-" + step, "step-" + (step + 1))));
        return named(records);
    }

    private static List<ClewRecord> named(List<ClewRecord> claims) {
        List<ClewRecord> records = new ArrayList<>(claims);
        claims.stream()
                .flatMap(each -> ((dev.clew.model.Insight) each).links().stream())
                .flatMap(link -> List.of(link.subject().entity(), link.object().entity()).stream())
                .distinct()
                .forEach(id -> records.add(SmallWorld.entity(id, EntityKind.CONCEPT, "brief")));
        return records;
    }

    @Test
    void aQuestionWhoseOnlyWaysAreTooLongComesToAnEnd() {
        PathFinder finder = finder(farBehindAHub());
        PathQuery query = PathQuery.between("start", "step-" + STEPS);
        PathAnswer answer = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> finder.find(query));
        assertEquals(List.of(), answer.paths());
        assertFalse(answer.searched().truncated());
        assertTrue(
                answer.searched().expanded() < 20_000,
                "tried " + answer.searched().expanded());
    }

    @Test
    void moreStepsFindTheWayBehindTheHub() {
        PathQuery query =
                PathQuery.between("start", "step-6").with(new PathQuery.Bounds(8, 5, PathQuery.Direction.OUT));
        PathAnswer answer = finder(farBehindAHub()).find(query);
        assertEquals(
                List.of("start", "hub", "step-0", "step-1", "step-2", "step-3", "step-4", "step-5", "step-6"),
                answer.paths().getFirst().nodes().stream().map(Path.Node::id).toList());
        assertFalse(answer.searched().further());
        assertEquals(new Searched.Cut(LEAVES, 1), answer.searched().cut());
    }

    @Test
    void aHubThatTwoThingsShareIsCountedOnce() {
        List<ClewRecord> records = new ArrayList<>(List.of(claim("one", "hub"), claim("other", "hub")));
        IntStream.range(0, 20).forEach(leaf -> records.add(claim("hub", "leaf-" + leaf)));
        GraphProjection graph = new GraphProjection(directory, SeedWorld.RELATIONS);
        graph.apply(List.of(SeedWorld.change(1, named(records))));
        ReachQuery query = new ReachQuery(
                "one",
                ReachQuery.Direction.DOWNSTREAM,
                PathQuery.Filter.NONE,
                Lens.CLAIMS,
                new PathQuery.Bounds(2, 5, PathQuery.Direction.OUT));
        CommonAnswer answer = new ReachFinder(graph, SeedWorld.RELATIONS).common(query, "other");
        assertEquals(21, answer.total());
        assertEquals(new Searched.Cut(16, 1), answer.searched().cut());
    }

    /** What passing a nation costs that claims link twice and facts sixty-four times. */
    private static long passing(PathFinder finder, boolean facts) {
        PathQuery query = PathQuery.between("trade", "peace").with(Lens.CLAIMS.withFacts(facts));
        return finder.find(query).paths().getFirst().score();
    }

    @Test
    void factsDampANationOnlyWhereTheyAreWalked() {
        List<ClewRecord> records = new ArrayList<>();
        List<Fact> facts = IntStream.range(0, 64)
                .mapToObj(group -> new Fact("member-of", "group-" + group, "brief", Fact.Period.NONE))
                .toList();
        records.add(SeedWorld.entity("france", EntityKind.NATION, List.of(), facts));
        IntStream.range(0, 64)
                .forEach(group -> records.add(SmallWorld.entity("group-" + group, EntityKind.ALLIANCE, "brief")));
        records.add(SmallWorld.entity("trade", EntityKind.CONCEPT, "brief"));
        records.add(SmallWorld.entity("peace", EntityKind.CONCEPT, "brief"));
        records.add(claim("trade", "france"));
        records.add(claim("france", "peace"));
        PathFinder finder = finder(records);
        int hops = 2 * (PathCost.HOP + PathCost.thin(1));
        assertEquals(hops + PathCost.HUB, passing(finder, false), "two edges by claims");
        assertEquals(hops + 6 * PathCost.HUB, passing(finder, true), "sixty-six edges in all");
    }

    @Test
    void leavingOutWhatIsTooFarOffChangesNoAnswer() {
        int answered = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 6 + random.nextInt(12), 20 + random.nextInt(60));
            try (GraphProjection graph = new GraphProjection(directory.resolve("r" + seed), SeedWorld.RELATIONS)) {
                graph.apply(List.of(SeedWorld.change(1, world.records())));
                PathFinder patient = new PathFinder(graph, SeedWorld.RELATIONS);
                PathFinder strict = new PathFinder(graph, SeedWorld.RELATIONS, new Enumeration.Effort(8_000_000, 0));
                for (int round = 0; round < 20; round++) {
                    PathQuery query = query(random, world);
                    List<Path> expected = patient.find(query).paths();
                    assertEquals(expected, strict.find(query).paths(), "seed " + seed + ": " + query);
                    answered += expected.size();
                }
            }
        }
        assertTrue(answered > 1_000, "the questions are too easy: " + answered);
    }

    private static PathQuery query(Random random, RandomWorld world) {
        List<String> ids = world.entities.stream().map(each -> each.id()).toList();
        String from = world.pick(ids);
        String to = world.pick(ids.stream().filter(each -> !each.equals(from)).toList());
        PathQuery.Direction direction = random.nextInt(3) == 0 ? PathQuery.Direction.ANY : PathQuery.Direction.OUT;
        Sign sign = random.nextInt(3) == 0 ? Sign.MINUS : null;
        PathQuery query = PathQuery.between(from, to)
                .with(new PathQuery.Bounds(1 + random.nextInt(5), 1 + random.nextInt(8), direction))
                .with(Lens.CLAIMS.withFacts(random.nextBoolean()));
        return query.with(new PathQuery.Meaning(sign, PathQuery.Framings.ANY));
    }
}
