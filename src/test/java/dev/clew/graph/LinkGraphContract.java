package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.Edge;
import dev.clew.model.ErrorCode;
import dev.clew.model.Lens;
import dev.clew.model.LinkGraph;
import dev.clew.model.LoopQuery;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.ReachQuery;
import dev.clew.model.Readings;
import dev.clew.model.Testimony;
import dev.clew.projection.Projection;
import dev.clew.projection.RandomLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine answers about paths, reach, edges and counts: by the definition, and as the graph in memory does. */
abstract class LinkGraphContract {
    private static final Position HEAD = new Position("contract", 1, "h");

    @TempDir
    Path directory;

    /**
     * An engine that is empty.
     *
     * @param projection takes in records and changes
     * @param graph answers
     */
    record Engine(Projection projection, LinkGraph graph) implements AutoCloseable {
        @Override
        public void close() {
            projection.close();
        }
    }

    /** Opens an engine without records; its files, if any, go into this directory. */
    abstract Engine open(Path files);

    private GraphProjection memory(String name) {
        return new GraphProjection(directory.resolve("memory-" + name), SeedWorld.RELATIONS);
    }

    private static Stream<RecordChange> published(RandomWorld world) {
        return world.records().stream().map(SeedWorld::published);
    }

    @Test
    void findsThePathsOfTheDefinitionWithTheHopsAndEvidenceOfTheGraphInMemory() {
        int answered = 0;
        for (int seed = 0; seed < 2; seed++) {
            Random random = new Random(seed);
            RandomWorld world = seed % 2 == 0 ? RandomWorld.withHubs(random, 30, 120) : new RandomWorld(random, 8, 30);
            try (Engine engine = open(directory.resolve("e" + seed));
                    GraphProjection memory = memory("d" + seed)) {
                engine.projection().rebuild(published(world), HEAD);
                memory.rebuild(published(world), HEAD);
                PathFinder finder = new PathFinder(engine.graph(), SeedWorld.RELATIONS);
                PathFinder inMemory = new PathFinder(memory, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (int round = 0; round < 20; round++) {
                    PathQuery asked = RandomQuestions.path(random, world);
                    PathQuery query = asked.with(new PathQuery.Bounds(
                            Math.min(seed % 2 == 0 ? 3 : 6, asked.bounds().maxHops()),
                            asked.bounds().k(),
                            asked.bounds().direction()));
                    PathAnswer answer = finder.find(query);
                    assertEquals(
                            reference.find(query),
                            answer.paths().stream()
                                    .map(ReferenceSearch.Answer::of)
                                    .toList(),
                            "seed " + seed + ": " + query);
                    assertEquals(inMemory.find(query).paths(), answer.paths(), "seed " + seed + ": " + query);
                    answered += answer.paths().size();
                }
            }
        }
        assertTrue(answered > 10, "the questions are too easy: " + answered);
    }

    @Test
    void hasTheSameEdgesCountsReachAndLoopsAfterChangesOfEverySort() {
        RandomLibrary library = new RandomLibrary(31, 25);
        try (Engine engine = open(directory.resolve("c"));
                GraphProjection memory = memory("c")) {
            engine.projection().rebuild(Stream.of(), new Position(library.head().ledgerId(), 0, ""));
            memory.rebuild(Stream.of(), new Position(library.head().ledgerId(), 0, ""));
            for (int round = 0; round < 3; round++) {
                var changes = library.changes(12);
                engine.projection().apply(changes);
                memory.apply(changes);
                for (Lens lens : lenses()) {
                    assertEquals(edges(memory, lens), edges(engine.graph(), lens), lens.toString());
                }
                walk(memory, engine.graph());
            }
        }
    }

    private static List<Lens> lenses() {
        return List.of(
                Lens.CLAIMS,
                Lens.CLAIMS.withFacts(true),
                Lens.CLAIMS.withHolder("e3"),
                Lens.CLAIMS.with(new Lens.Said(null, "e4", null, null, null)).withFacts(true));
    }

    private static List<String> known(LinkGraph.View view) {
        return IntStream.range(0, 12)
                .mapToObj(each -> "e" + each)
                .filter(each -> view.node(each) >= 0)
                .toList();
    }

    /** Every edge with its sign, support and evidence, and how many edges each entity has. */
    private static List<Object> edges(LinkGraph graph, Lens lens) {
        return graph.read(lens, view -> {
            List<Object> all = new ArrayList<>();
            for (String one : known(view)) {
                all.add(view.describe(view.node(one)) + " " + view.degreeLog2(view.node(one)));
                for (String other : known(view)) {
                    if (!one.equals(other)) {
                        all.addAll(edges(view.testimonies(view.node(one), view.node(other)), one));
                    }
                }
            }
            return all;
        });
    }

    private static List<Edge> edges(List<Testimony> testimonies, String from) {
        return new Readings(testimonies.stream()
                        .filter(each -> each.from().equals(from))
                        .toList())
                .edges();
    }

    private static void walk(LinkGraph memory, LinkGraph engine) {
        List<String> known = memory.read(Lens.CLAIMS, LinkGraphContract::known);
        ReachFinder reach = new ReachFinder(memory, SeedWorld.RELATIONS);
        ReachFinder theirs = new ReachFinder(engine, SeedWorld.RELATIONS);
        PathFinder paths = new PathFinder(memory, SeedWorld.RELATIONS);
        PathFinder theirPaths = new PathFinder(engine, SeedWorld.RELATIONS);
        for (String each : known) {
            for (ReachQuery.Direction direction : ReachQuery.Direction.values()) {
                ReachQuery query = ReachQuery.of(each, direction);
                assertEquals(reach.reach(query).reached(), theirs.reach(query).reached(), query.toString());
                assertEquals(reach.reach(query).total(), theirs.reach(query).total(), query.toString());
            }
            LoopQuery loops = LoopQuery.through(each);
            assertEquals(paths.loops(loops).loops(), theirPaths.loops(loops).loops(), loops.toString());
            if (!each.equals(known.getFirst())) {
                PathQuery query = PathQuery.between(known.getFirst(), each);
                assertEquals(paths.find(query), shown(theirPaths.find(query), paths.find(query)), query.toString());
            }
        }
    }

    /** An answer but for how much work it was, which engines differ in. */
    private static PathAnswer shown(PathAnswer answer, PathAnswer other) {
        return new PathAnswer(answer.paths(), other.searched(), answer.change());
    }

    @Test
    void anEarlierStateIsShownOrRefusedInWordsAsTheEngineDeclares() {
        RandomLibrary library = new RandomLibrary(40, 10);
        try (Engine engine = open(directory.resolve("a"))) {
            engine.projection().rebuild(Stream.of(), new Position(library.head().ledgerId(), 0, ""));
            engine.projection().apply(library.changes(4));
            Supplier<Long> asked = () -> engine.graph().read(Lens.CLAIMS.at(2), LinkGraph.View::change);
            if (engine.graph().powers().earlierStates()) {
                assertEquals(2, asked.get());
            } else {
                ClewException refused = assertThrows(ClewException.class, asked::get);
                assertEquals(ErrorCode.BAD_REQUEST, refused.code());
                assertTrue(refused.getMessage().contains("newest state only"), refused.getMessage());
            }
            assertEquals(4, engine.graph().read(Lens.CLAIMS.at(4), LinkGraph.View::change));
        }
    }
}
