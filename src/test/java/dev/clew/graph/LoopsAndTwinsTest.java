package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.LoopAnswer;
import dev.clew.model.LoopQuery;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.Shift;
import dev.clew.model.Sign;
import dev.clew.model.TwinAnswer;
import dev.clew.model.TwinAnswer.Difference;
import dev.clew.model.TwinAnswer.Span;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feedback loops and twin paths, against their definitions and on the seed claims. */
class LoopsAndTwinsTest {
    @TempDir
    java.nio.file.Path directory;

    private GraphProjection graph(String name, List<? extends dev.clew.model.ClewRecord> records) {
        GraphProjection graph = new GraphProjection(directory.resolve(name), SeedWorld.RELATIONS);
        graph.apply(List.of(SeedWorld.change(1, List.copyOf(records))));
        return graph;
    }

    private PathFinder seed() {
        return new PathFinder(graph("seed", SeedWorld.records()), SeedWorld.RELATIONS);
    }

    @Test
    void loopsAgreeWithTheirDefinitionOnRandomGraphs() {
        int found = 0;
        int shifted = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 4 + random.nextInt(4), 8 + random.nextInt(24));
            try (GraphProjection graph = graph("l" + seed, world.records())) {
                PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (int round = 0; round < 20; round++) {
                    LoopQuery query = loopQuery(random, world);
                    LoopAnswer answer = finder.loops(query);
                    assertEquals(
                            reference.loops(query),
                            answer.loops().stream()
                                    .map(each -> summary(each.path()))
                                    .toList(),
                            "seed " + seed + ": " + query);
                    answer.loops().forEach(LoopsAndTwinsTest::holds);
                    found += answer.loops().size();
                    shifted += (int) answer.loops().stream()
                            .filter(each -> each.path().isShifted())
                            .count();
                }
            }
        }
        assertTrue(found > 1_000 && shifted > 100, "the questions are too easy: " + found + ", " + shifted);
    }

    static LoopQuery loopQuery(Random random, RandomWorld world) {
        Sign sign = world.pick(java.util.Arrays.asList(null, Sign.PLUS, Sign.MINUS));
        PathQuery.Framings framings = world.pick(List.of(PathQuery.Framings.values()));
        return new LoopQuery(
                world.pick(world.entities).id(),
                new PathQuery.Filter(Set.of(), Set.of(), Set.of(), random.nextInt(6) == 0 ? 2 : 0),
                RandomQuestions.lens(random, world),
                new PathQuery.Meaning(sign, framings),
                new PathQuery.Bounds(2 + random.nextInt(4), 1 + random.nextInt(6), PathQuery.Direction.OUT));
    }

    static ReferenceSearch.Answer summary(Path path) {
        return new ReferenceSearch.Answer(
                path.nodes().stream().map(Path.Node::id).toList(), path.score());
    }

    /** What a loop shows is what its score and its kind say. */
    private static void holds(LoopAnswer.Loop loop) {
        Path path = loop.path();
        assertEquals(path.nodes().getFirst(), path.nodes().getLast());
        assertEquals(
                path.score() / PathCost.SHIFT,
                path.verdict().shifts().stream().filter(Shift::demotes).count());
        Sign sign = path.hops().stream().map(each -> each.sign()).reduce(Sign.PLUS, Sign::times);
        LoopAnswer.Kind kind = sign == Sign.PLUS
                ? LoopAnswer.Kind.REINFORCING
                : sign == Sign.MINUS ? LoopAnswer.Kind.BALANCING : LoopAnswer.Kind.AMBIGUOUS;
        assertEquals(kind, loop.kind());
    }

    @Test
    void computeIsDampedByTheControlsThatItsCapitalStockGivesGroundsFor() {
        LoopAnswer answer = seed().loops(LoopQuery.through("compute"));
        LoopAnswer.Loop loop = answer.loops().getFirst();
        assertEquals(
                List.of("compute", "intelligent-capital-stock", "compute-controls", "compute"),
                loop.path().nodes().stream().map(Path.Node::id).toList());
        assertEquals(LoopAnswer.Kind.BALANCING, loop.kind());
        assertFalse(loop.path().isShifted());
    }

    @Test
    void theTwinOfTheOwnedSovereigntyPathSwitchesTheMeaningHalfWayAndSaysSo() {
        PathQuery query = PathQuery.between("compute", "alliance").via("sovereignty");
        TwinAnswer answer = seed().twin(query, List.of("compute", "sovereignty", "stack-alignment", "alliance"));
        assertEquals(Sign.PLUS, answer.path().sign());
        assertEquals(Sign.MINUS, answer.twin().sign());
        assertTrue(answer.twin().text().endsWith("only if 'sovereignty' means the same in both"));
        assertEquals(
                List.of(
                        new Span("compute", "sovereignty", List.of(0), List.of(0), Difference.SAME),
                        new Span("sovereignty", "stack-alignment", List.of(1), List.of(1), Difference.OPPOSITE),
                        new Span("stack-alignment", "alliance", List.of(2), List.of(2), Difference.SAME)),
                answer.spans());
    }

    @Test
    void withoutShiftsTheEvidenceHasNoOpposingPathAndTheBoundsSearchedAreTold() {
        PathQuery query = PathQuery.between("compute", "alliance")
                .via("sovereignty")
                .with(new PathQuery.Meaning(null, PathQuery.Framings.CONSISTENT));
        TwinAnswer answer = seed().twin(query, List.of());
        assertNull(answer.twin());
        assertEquals(List.of(), answer.spans());
        assertEquals(6, answer.searched().maxHops());
        assertFalse(answer.searched().truncated());
    }

    @Test
    void aTwinIsTheBestPathOfTheOppositeSignOnRandomGraphs() {
        int twins = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 5 + random.nextInt(3), 10 + random.nextInt(24));
            try (GraphProjection graph = graph("t" + seed, world.records())) {
                PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (String from : List.of("e0", "e1", "e2", "e3")) {
                    twins += twins(PathQuery.between(from, "e4"), finder, reference);
                }
            }
        }
        assertTrue(twins > 100, "too few twins: " + twins);
    }

    private static int twins(PathQuery query, PathFinder finder, ReferenceSearch reference) {
        int twins = 0;
        for (Path path : finder.find(query).paths()) {
            List<String> nodes = path.nodes().stream().map(Path.Node::id).toList();
            TwinAnswer answer = finder.twin(query, nodes);
            assertEquals(path, answer.path());
            if (path.sign().isDirected()) {
                PathQuery opposite = query.with(
                                new PathQuery.Meaning(path.sign().opposite(), PathQuery.Framings.ANY))
                        .with(new PathQuery.Bounds(6, 1, PathQuery.Direction.OUT));
                assertEquals(
                        reference.find(opposite), answer.twin() == null ? List.of() : List.of(summary(answer.twin())));
                twins += answer.twin() == null ? 0 : check(answer);
            } else {
                assertNull(answer.twin());
            }
        }
        return twins;
    }

    /** The spans cover both paths, and an odd number of them is opposite. */
    private static int check(TwinAnswer answer) {
        List<Integer> path =
                answer.spans().stream().flatMap(each -> each.path().stream()).toList();
        List<Integer> twin =
                answer.spans().stream().flatMap(each -> each.twin().stream()).toList();
        assertEquals(answer.path().hops().size(), path.size());
        assertEquals(answer.twin().hops().size(), twin.size());
        long opposite = answer.spans().stream()
                .filter(each -> each.difference() == Difference.OPPOSITE)
                .count();
        assertEquals(1, opposite % 2);
        return 1;
    }
}
