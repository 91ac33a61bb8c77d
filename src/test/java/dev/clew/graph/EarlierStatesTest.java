package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.Arcs;
import dev.clew.model.ComparisonQuery;
import dev.clew.model.Edge;
import dev.clew.model.EdgeComparison;
import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.Evidence;
import dev.clew.model.Lens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Earlier states, and what became of edges between two of them, against graphs that never saw anything else. */
class EarlierStatesTest {
    private static final int CHANGES = 10;
    private static final int ENTITIES = 5;
    private static final int INSIGHTS = 24;
    private static final Lens LENS = Lens.CLAIMS.withFacts(true);

    @TempDir
    Path directory;

    /** A random history, and the edges of a graph made of each of its states alone. */
    private record History(GraphProjection graph, List<Map<EdgeName, Edge>> states, RandomWorld world) {}

    private History history(int seed) {
        GraphProjection graph = open("history" + seed);
        RandomHistory history = new RandomHistory(new Random(seed), ENTITIES, INSIGHTS, graph);
        List<Map<EdgeName, Edge>> states = new ArrayList<>(List.of(Map.of()));
        for (int n = 1; n <= CHANGES; n++) {
            if (n > 1) {
                history.goOn();
            }
            try (GraphProjection alone = open("alone" + seed + "-" + n)) {
                alone.rebuild(history.published().stream(), graph.position());
                states.add(edges(alone, history.world(), LENS));
            }
        }
        return new History(graph, states, history.world());
    }

    private GraphProjection open(String name) {
        return new GraphProjection(directory.resolve(name), SeedWorld.RELATIONS);
    }

    private static Map<EdgeName, Edge> edges(GraphProjection graph, RandomWorld world, Lens lens) {
        Map<EdgeName, Edge> edges = new HashMap<>();
        for (Entity one : world.entities) {
            for (Entity other : world.entities) {
                graph.between(one.id(), other.id(), lens).forEach(edge -> edges.put(edge.name(), edge));
            }
        }
        return edges;
    }

    @Test
    void arcsPickedFromThePastAreThoseCountedAnewForTheMoment() {
        for (int seed = 0; seed < 25; seed++) {
            try (GraphProjection graph = history(seed).graph()) {
                for (int n = 1; n <= CHANGES; n++) {
                    Lens counted = LENS.at(n).without(Set.of("no-such-claim"));
                    assertEquals(arcs(graph, counted), arcs(graph, LENS.at(n)), "seed " + seed + ", change " + n);
                }
            }
        }
    }

    private static List<List<Integer>> arcs(GraphProjection graph, Lens lens) {
        return graph.read(lens, view -> {
            List<List<Integer>> all = new ArrayList<>();
            for (int node = 0; node < ENTITIES; node++) {
                all.add(cells(view.along(node)));
                all.add(cells(view.against(node)));
            }
            return all;
        });
    }

    private static List<Integer> cells(Arcs arcs) {
        return IntStream.range(arcs.start(), arcs.end())
                .mapToObj(cell -> arcs.cells()[cell])
                .toList();
    }

    @Test
    void everyEarlierStateIsToldAsItWasAlsoAfterARestart() {
        for (int seed = 0; seed < 25; seed++) {
            History history = history(seed);
            for (int n = 1; n <= CHANGES; n++) {
                assertEquals(
                        history.states().get(n), edges(history.graph(), history.world(), LENS.at(n)), "change " + n);
            }
            history.graph().close();
            try (GraphProjection again = open("history" + seed)) {
                for (int n = 1; n <= CHANGES; n++) {
                    assertEquals(history.states().get(n), edges(again, history.world(), LENS.at(n)), "change " + n);
                }
            }
        }
    }

    @Test
    void aDifferenceIsWhatTwoStatesDifferInWithTheClaimsThatDidIt() {
        Map<EdgeDifference.Kind, Integer> seen = new EnumMap<>(EdgeDifference.Kind.class);
        for (int seed = 0; seed < 60; seed++) {
            History history = history(seed);
            for (int to = 1; to <= CHANGES; to++) {
                for (int from = 0; from <= to; from += 3) {
                    EdgeComparison found = compare(history, from, to);
                    check(found, history.states().get(from), history.states().get(to));
                    found.counts().forEach((kind, count) -> seen.merge(kind, count, Integer::sum));
                }
            }
        }
        assertEquals(Set.of(EdgeDifference.Kind.values()), seen.keySet());
    }

    private static EdgeComparison compare(History history, long from, long to) {
        return history.graph().compare(ComparisonQuery.of(LENS.at(from), LENS.at(to)));
    }

    private static void check(EdgeComparison found, Map<EdgeName, Edge> before, Map<EdgeName, Edge> after) {
        Set<EdgeName> told = new TreeSet<>();
        for (EdgeDifference each : found.differences()) {
            told.add(each.name());
            assertEquals(
                    before.get(each.name()),
                    each.before() == null ? null : each.before().edge());
            assertEquals(
                    after.get(each.name()),
                    each.after() == null ? null : each.after().edge());
            Set<Evidence> bearing = new TreeSet<>(each.came());
            bearing.addAll(each.went());
            assertTrue(!bearing.isEmpty(), each + " has no cause");
        }
        Set<EdgeName> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (EdgeName name : names) {
            boolean same = java.util.Objects.equals(before.get(name), after.get(name));
            assertTrue(same || told.contains(name), name + " is missing");
        }
    }

    @Test
    void differencesInARowAddUpToTheDifferenceOfTheEnds() {
        int added = 0;
        for (int seed = 0; seed < 40; seed++) {
            History history = history(seed);
            Random random = new Random(seed);
            for (int round = 0; round < 12; round++) {
                int a = random.nextInt(CHANGES + 1);
                int b = random.nextInt(CHANGES + 1);
                int c = random.nextInt(CHANGES + 1);
                Map<EdgeName, EdgeDifference> sum = sum(byName(compare(history, a, b)), byName(compare(history, b, c)));
                assertEquals(byName(compare(history, a, c)), sum, "seed " + seed + ": " + a + ", " + b + ", " + c);
                added += sum.size();
            }
        }
        assertTrue(added > 500, "too little changed: " + added);
    }

    private static Map<EdgeName, EdgeDifference> byName(EdgeComparison comparison) {
        Map<EdgeName, EdgeDifference> byName = new TreeMap<>();
        comparison.differences().forEach(each -> byName.put(each.name(), each));
        return byName;
    }

    private static Map<EdgeName, EdgeDifference> sum(
            Map<EdgeName, EdgeDifference> first, Map<EdgeName, EdgeDifference> second) {
        Map<EdgeName, EdgeDifference> sum = new TreeMap<>(first);
        second.forEach((name, next) -> sum.merge(name, next, EdgeDifference::then));
        sum.values().removeIf(each -> !each.isReal());
        return sum;
    }

    @Test
    void whatTwoLensesDifferInIsWhatEachShowsAlone() {
        int differences = 0;
        for (int seed = 0; seed < 60; seed++) {
            History history = history(seed);
            Random random = new Random(seed);
            for (int round = 0; round < 8; round++) {
                Lens one = lens(random);
                Lens other = lens(random);
                EdgeComparison found = history.graph().compare(ComparisonQuery.of(one, other));
                Map<EdgeName, Edge> before = edges(history.graph(), history.world(), one);
                Map<EdgeName, Edge> after = edges(history.graph(), history.world(), other);
                check(found, before, after);
                differences += found.total();
            }
        }
        assertTrue(differences > 1_000, "the lenses are too much alike: " + differences);
    }

    private static Lens lens(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Lens.CLAIMS.withHolder("e" + random.nextInt(ENTITIES));
            case 1 -> Lens.CLAIMS.without(Set.of("i" + random.nextInt(9), "i" + (9 + random.nextInt(9))));
            case 2 -> Lens.CLAIMS.withClaimTypes(ReferenceSearch.types());
            default -> Lens.CLAIMS.withFacts(random.nextBoolean());
        };
    }
}
