package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.Edge;
import dev.clew.model.Entity;
import dev.clew.model.Lens;
import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Voice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thin hops against their definition: influence of one voice, most crossed first. */
class ThinHopsTest {
    @TempDir
    java.nio.file.Path directory;

    /** A hop as the definition has it. */
    private record Told(String from, String to, long crossings) {}

    @Test
    void thinHopsAreWhatTheDefinitionSaysOnRandomGraphs() {
        int found = 0;
        for (int seed = 0; seed < 120; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, 4 + random.nextInt(5), 6 + random.nextInt(20));
            try (GraphProjection graph = new GraphProjection(directory.resolve("t" + seed), SeedWorld.RELATIONS)) {
                graph.apply(List.of(SeedWorld.change(1, world.records())));
                List<Told> told = graph.thinHops(null, 200).stream()
                        .map(each -> new Told(each.from(), each.to(), each.crossings()))
                        .toList();
                assertEquals(expected(graph, world), told, "seed " + seed);
                assertEquals(
                        told.subList(0, Math.min(2, told.size())),
                        graph.thinHops(null, 2).stream()
                                .map(each -> new Told(each.from(), each.to(), each.crossings()))
                                .toList());
                graph.thinHops("e0", 200)
                        .forEach(each ->
                                assertTrue(each.from().equals("e0") || each.to().equals("e0")));
                found += told.size();
            }
        }
        assertTrue(found > 500, "too few thin hops: " + found);
    }

    private static List<Told> expected(GraphProjection graph, RandomWorld world) {
        Map<String, Map<String, Set<Voice>>> hops = new HashMap<>();
        for (Entity one : world.entities) {
            for (Entity other : world.entities) {
                if (one.id().compareTo(other.id()) < 0) {
                    graph.between(one.id(), other.id(), Lens.CLAIMS).forEach(edge -> add(hops, edge));
                }
            }
        }
        List<Told> expected = new ArrayList<>();
        hops.forEach((from, ways) -> ways.forEach((to, voices) -> {
            if (voices.size() == 1) {
                long in = hops.entrySet().stream()
                        .filter(each -> !each.getKey().equals(to))
                        .filter(each -> each.getValue().containsKey(from))
                        .count();
                long out = hops.getOrDefault(to, Map.of()).keySet().stream()
                        .filter(each -> !each.equals(from))
                        .count();
                expected.add(new Told(from, to, (1 + in) * (1 + out)));
            }
        }));
        expected.sort(Comparator.comparingLong((Told each) -> -each.crossings())
                .thenComparing(Told::from)
                .thenComparing(Told::to));
        return expected;
    }

    private static void add(Map<String, Map<String, Set<Voice>>> hops, Edge edge) {
        RelationType relation = SeedWorld.RELATIONS.require(edge.name().relation());
        if (!edge.isDrawn() || relation.relationClass() != RelationClass.INFLUENCE) {
            return;
        }
        String from =
                relation.runsBackward() ? edge.name().object() : edge.name().subject();
        String to =
                relation.runsBackward() ? edge.name().subject() : edge.name().object();
        Set<Voice> voices =
                hops.computeIfAbsent(from, any -> new HashMap<>()).computeIfAbsent(to, any -> new HashSet<>());
        edge.evidence().stream()
                .map(each -> each.voice())
                .filter(Objects::nonNull)
                .forEach(voices::add);
    }
}
