package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.ClewRecord;
import dev.clew.model.CommonAnswer;
import dev.clew.model.Path;
import dev.clew.model.ReachAnswer;
import dev.clew.model.ReachQuery;
import dev.clew.model.ReachQuery.Direction;
import dev.clew.model.Sign;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open search against its definition, and on the seed claims. */
class ReachFinderTest {
    @TempDir
    java.nio.file.Path directory;

    private GraphProjection graph(String name, List<ClewRecord> records) {
        GraphProjection graph = new GraphProjection(directory.resolve(name), SeedWorld.RELATIONS);
        graph.apply(List.of(SeedWorld.change(1, records)));
        return graph;
    }

    static ReferenceSearch.Answer summary(Path path, int cost) {
        return new ReferenceSearch.Answer(
                path.nodes().stream().map(Path.Node::id).toList(), cost);
    }

    @Test
    void whatIsReachedIsWhatTheDefinitionSays() {
        int found = 0;
        int byActs = 0;
        for (int seed = 0; seed < 80; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 5 + random.nextInt(5), 8 + random.nextInt(24));
            try (GraphProjection graph = graph("r" + seed, world.records())) {
                ReachFinder finder = new ReachFinder(graph, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (int round = 0; round < 12; round++) {
                    ReachQuery query = RandomQuestions.reach(random, world);
                    ReachAnswer answer = finder.reach(query);
                    List<ReferenceSearch.Answer> all = reference.reach(query);
                    assertEquals(
                            all.subList(0, Math.min(query.bounds().k(), all.size())),
                            answer.reached().stream()
                                    .map(each -> summary(each.path(), each.cost()))
                                    .toList(),
                            "seed " + seed + ": " + query);
                    assertEquals(all.size(), answer.total(), "seed " + seed + ": " + query);
                    assertFalse(answer.searched().truncated());
                    found += answer.total();
                    byActs += (int) answer.reached().stream()
                            .filter(each -> each.path()
                                    .hops()
                                    .getFirst()
                                    .edge()
                                    .relation()
                                    .matches("promotes|restricts"))
                            .count();
                }
            }
        }
        assertTrue(found > 1_000 && byActs > 50, "the questions are too easy: " + found + ", " + byActs);
    }

    @Test
    void whatTwoHaveInCommonIsWhatBothReach() {
        int found = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 6 + random.nextInt(4), 8 + random.nextInt(20));
            try (GraphProjection graph = graph("c" + seed, world.records())) {
                ReachFinder finder = new ReachFinder(graph, SeedWorld.RELATIONS);
                ReferenceSearch reference = new ReferenceSearch(world);
                for (Direction direction : Direction.values()) {
                    ReachQuery query = ReachQuery.of("e0", direction);
                    CommonAnswer answer = finder.common(query, "e1");
                    Map<String, Long> one = costs(reference.reach(query), direction);
                    Map<String, Long> other = costs(reference.reach(query.of("e1")), direction);
                    one.keySet().retainAll(other.keySet());
                    one.keySet().removeAll(Set.of("e0", "e1"));
                    one.replaceAll((entity, cost) -> cost + other.get(entity));
                    Map<String, Long> told = new HashMap<>();
                    answer.common().forEach(each -> told.put(each.entity(), (long) each.cost()));
                    assertEquals(one, told);
                    assertEquals(one.size(), answer.total());
                    found += answer.total();
                }
            }
        }
        assertTrue(found > 100, "too little in common: " + found);
    }

    private static Map<String, Long> costs(List<ReferenceSearch.Answer> reached, Direction direction) {
        Map<String, Long> costs = new TreeMap<>();
        for (ReferenceSearch.Answer each : reached) {
            List<String> nodes = each.nodes();
            costs.put(direction == Direction.DOWNSTREAM ? nodes.getLast() : nodes.getFirst(), each.score());
        }
        return costs;
    }

    @Test
    void computeReachesSovereigntyInOneHopAndElectricityReachesMilitaryActionInTwo() {
        ReachFinder finder = new ReachFinder(graph("seed", SeedWorld.records()), SeedWorld.RELATIONS);
        ReachAnswer effects = finder.reach(ReachQuery.of("compute", Direction.DOWNSTREAM));
        assertTrue(effects.reached().stream()
                .anyMatch(each -> each.entity().equals("sovereignty")
                        && each.path().hops().size() == 1
                        && each.path().sign() == Sign.PLUS));
        ReachAnswer causes = finder.reach(ReachQuery.of("military-action", Direction.UPSTREAM));
        ReachAnswer.Reached electricity = causes.reached().stream()
                .filter(each -> each.entity().equals("electricity"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "electricity ai-development military-action",
                String.join(
                        " ",
                        electricity.path().nodes().stream().map(Path.Node::id).toList()));
    }
}
