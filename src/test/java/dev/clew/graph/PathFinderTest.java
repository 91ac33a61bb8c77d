package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Hop;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.PathQuery.Direction;
import dev.clew.model.PathRules;
import dev.clew.model.Reading;
import dev.clew.model.Sign;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The path search against its definition, and what it refuses. */
class PathFinderTest {
    @TempDir
    java.nio.file.Path directory;

    @Test
    void agreesWithTheDefinitionOnRandomGraphsUnderRandomQuestions() {
        int answered = 0;
        int shifted = 0;
        int turned = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 4 + random.nextInt(5), 6 + random.nextInt(24));
            try (GraphProjection graph = new GraphProjection(directory.resolve("g" + seed), SeedWorld.RELATIONS)) {
                graph.apply(List.of(SeedWorld.change(1, world.records())));
                PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (int round = 0; round < 25; round++) {
                    PathQuery query = RandomQuestions.path(random, world);
                    PathAnswer answer = finder.find(query);
                    assertEquals(
                            reference.find(query),
                            answer.paths().stream()
                                    .map(ReferenceSearch.Answer::of)
                                    .toList(),
                            "seed " + seed + ": " + query);
                    assertFalse(answer.searched().truncated());
                    answer.paths().forEach(path -> holds(path, query));
                    answer.paths().forEach(path -> turns(path, query, reference));
                    answered += answer.paths().size();
                    turned += (int) answer.paths().stream()
                            .filter(path -> path.flipSign().isPresent())
                            .count();
                    shifted += (int)
                            answer.paths().stream().filter(Path::isShifted).count();
                }
            }
        }
        assertTrue(
                answered > 5_000 && shifted > 200 && turned > 200,
                "the questions are too easy: " + answered + ", " + shifted + ", " + turned);
    }

    @Test
    void agreesWithTheDefinitionWhereHubsAreLookedUpInsteadOfScanned() {
        int answered = 0;
        for (int seed = 0; seed < 25; seed++) {
            Random random = new Random(seed);
            RandomWorld world = RandomWorld.withHubs(random, 50, 220);
            try (GraphProjection graph = new GraphProjection(directory.resolve("h" + seed), SeedWorld.RELATIONS)) {
                graph.apply(List.of(SeedWorld.change(1, world.records())));
                PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (int round = 0; round < 80; round++) {
                    PathQuery asked = RandomQuestions.path(random, world);
                    PathQuery query = asked.with(new PathQuery.Bounds(
                            3, asked.bounds().k(), asked.bounds().direction()));
                    PathAnswer answer = finder.find(query);
                    assertEquals(
                            reference.find(query),
                            answer.paths().stream()
                                    .map(ReferenceSearch.Answer::of)
                                    .toList(),
                            "seed " + seed + ": " + query);
                    answered += answer.paths().size();
                }
            }
        }
        assertTrue(answered > 1_500, "the questions are too easy: " + answered);
    }

    /** A path is said to turn where the definition says so, at a hop that is opposed, to the other sign. */
    static void turns(Path path, PathQuery query, ReferenceSearch reference) {
        boolean turns = reference.turns(path, query.lens());
        assertEquals(
                turns ? Optional.of(path.sign().opposite()) : Optional.empty(), path.flipSign(), path + " " + query);
        path.verdict().flip().ifPresent(flip -> {
            Hop hop = path.hops().get(flip.hop());
            assertTrue(reference.isOpposed(hop, query.lens()), path + " " + query);
        });
    }

    /** What a path shows is what its score says. */
    private static void holds(Path path, PathQuery query) {
        int shifts = 0;
        Sign sign = Sign.PLUS;
        for (int i = 0; i < path.hops().size(); i++) {
            Hop hop = path.hops().get(i);
            assertEquals(path.nodes().get(i).id(), hop.from());
            assertEquals(path.nodes().get(i + 1).id(), hop.to());
            assertFalse(hop.grounds().evidence().isEmpty());
            sign = sign.times(hop.sign());
            shifts += i == 0 ? 0 : PathRules.shifts(walked(path.hops().get(i - 1)), walked(hop));
        }
        assertEquals(path.score() / PathCost.SHIFT, shifts);
        assertEquals(shifts > 0, path.isShifted());
        assertEquals(sign, path.sign());
        assertTrue(query.meaning().sign() == null || query.meaning().sign() == sign);
    }

    private static Reading walked(Hop hop) {
        return hop.way().forward() ? hop.reading() : hop.reading().reversed();
    }

    private PathFinder seedFinder() {
        GraphProjection graph = new GraphProjection(directory, SeedWorld.RELATIONS);
        graph.apply(List.of(SeedWorld.change(1, SeedWorld.records())));
        return new PathFinder(graph, SeedWorld.RELATIONS);
    }

    private static ClewException refusal(Runnable work) {
        return assertThrows(ClewException.class, work::run);
    }

    @Test
    void anUnknownEntityIsNamed() {
        ClewException refused = refusal(() -> seedFinder().find(PathQuery.between("compute", "nowhere")));
        assertEquals(ErrorCode.NOT_FOUND, refused.code());
        assertTrue(refused.getMessage().contains("to = nowhere"), refused.getMessage());
    }

    @Test
    void anUnknownRelationIsNamed() {
        PathQuery.Filter filter = new PathQuery.Filter(Set.of(), Set.of("nonsense"), Set.of(), 0);
        ClewException refused = refusal(
                () -> seedFinder().find(PathQuery.between("compute", "alliance").with(filter)));
        assertEquals(ErrorCode.BAD_REQUEST, refused.code());
        assertTrue(refused.getMessage().contains("nonsense"), refused.getMessage());
    }

    @Test
    void boundsAreRefusedWithTheirRange() {
        assertEquals(
                "Parameter k = 1000000000: give a whole number from 1 to 50.",
                refusal(() -> new PathQuery.Bounds(6, 1_000_000_000, Direction.OUT))
                        .getMessage());
        assertEquals(
                "Parameter maxHops = -1: give a whole number from 1 to 8.",
                refusal(() -> new PathQuery.Bounds(-1, 5, Direction.OUT)).getMessage());
    }

    @Test
    void aPathToItselfOrOverOneEntityTwiceIsRefused() {
        assertEquals(
                ErrorCode.BAD_REQUEST,
                refusal(() -> PathQuery.between("compute", "compute")).code());
        assertEquals(
                ErrorCode.BAD_REQUEST,
                refusal(() -> PathQuery.between("compute", "alliance").via("compute"))
                        .code());
    }

    @Test
    void aViaThatCannotBeReachedLeavesNoPath() {
        assertEquals(
                List.of(),
                seedFinder()
                        .find(PathQuery.between("compute", "alliance").via("edge-infrastructure"))
                        .paths());
    }

    @Test
    void aStateThatIsNotKeptIsRefused() {
        ClewException refused = refusal(
                () -> seedFinder().find(PathQuery.between("compute", "alliance").with(Lens.CLAIMS.at(7))));
        assertTrue(refused.getMessage().contains("from 0 to 1"), refused.getMessage());
    }

    @Test
    void anEarlierStateShowsWhatHeldThen() {
        try (GraphProjection graph = new GraphProjection(directory, SeedWorld.RELATIONS)) {
            graph.apply(List.of(SeedWorld.change(1, SeedWorld.records())));
            PathFinder finder = new PathFinder(graph, SeedWorld.RELATIONS);
            List<Path> before =
                    finder.find(PathQuery.between("compute", "alliance")).paths();
            graph.apply(List.of(SeedWorld.change(
                    2,
                    changes ->
                            changes.add(SeedWorld.retracted(dev.clew.model.RecordName.insight("us-tech-umbrella"))))));
            assertEquals(
                    List.of(),
                    finder.find(PathQuery.between("compute", "alliance")).paths());
            PathQuery then = PathQuery.between("compute", "alliance").with(Lens.CLAIMS.at(1));
            assertEquals(
                    before.stream().map(path -> path.nodes()).toList(),
                    finder.find(then).paths().stream().map(path -> path.nodes()).toList());
        }
    }
}
