package dev.clew.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.graph.GraphProjection;
import dev.clew.graph.ReachFinder;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Quantity;
import dev.clew.model.ReachQuery;
import dev.clew.model.Sign;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What claims say follows: ranges where they differ, and every number that the definition gives on random graphs. */
class WhatIfTest {
    @TempDir
    Path directory;

    private static Insight claim(String id, List<Link> links, Quantity... quantities) {
        Insight plain = SmallWorld.insight(id, links.toArray(Link[]::new));
        return new Insight(
                plain.id(),
                plain.claim(),
                plain.belief(),
                plain.passage(),
                plain.links(),
                List.of(quantities),
                plain.references(),
                plain.subjects(),
                plain.note());
    }

    private static Quantity factor(String cause, String causeBy, String effect, String effectBy) {
        return new Quantity.Factor(cause, new BigDecimal(causeBy), effect, new BigDecimal(effectBy));
    }

    private static Insight increases(String id, String cause, String causeBy, String effect, String effectBy) {
        return claim(
                id, List.of(Link.of(cause, "increases", effect, Sign.PLUS)), factor(cause, causeBy, effect, effectBy));
    }

    private WhatIf.Answer ask(String entity, double by, Insight... claims) {
        Map<String, Insight> known = new TreeMap<>();
        List<ClewRecord> records = new ArrayList<>(List.of(SmallWorld.BRIEF, SmallWorld.ADA, SmallWorld.GEOPOLITICS));
        Stream.of("compute", "skill", "output").forEach(id -> records.add(SmallWorld.entity(id, EntityKind.RESOURCE)));
        for (Insight each : claims) {
            known.put(each.id(), each);
            records.add(each);
        }
        try (GraphProjection graph = new GraphProjection(directory, SeedWorld.RELATIONS)) {
            graph.apply(List.of(SeedWorld.change(1, records)));
            WhatIf whatIf = new WhatIf(new ReachFinder(graph, SeedWorld.RELATIONS)::reach, graph);
            ReachQuery query = ReachQuery.of(entity, ReachQuery.Direction.DOWNSTREAM);
            return whatIf.ask(query, by, id -> Optional.ofNullable(known.get(id)));
        }
    }

    private static WhatIf.Effect of(WhatIf.Answer answer, String entity) {
        return answer.effects().stream()
                .filter(each -> each.reached().entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRange(double low, double high, WhatIf.Range range) {
        assertEquals(low, range.low(), 1e-9 * low);
        assertEquals(high, range.high(), 1e-9 * high);
    }

    @Test
    void twoClaimsOfDifferentNumbersMakeARangeThatTravelsOn() {
        WhatIf.Answer answer = ask(
                "compute",
                100,
                increases("doubles", "compute", "10", "skill", "2"),
                increases("triples", "compute", "10", "skill", "3"),
                increases("squares", "skill", "2", "output", "4"));
        WhatIf.Effect skill = of(answer, "skill");
        assertRange(4, 9, skill.range());
        assertEquals(Sign.PLUS, skill.direction());
        assertEquals(
                List.of("doubles", "triples"),
                skill.figures().stream().map(WhatIf.Figure::insight).toList());
        assertRange(4, 4, skill.figures().getFirst().range());
        assertRange(9, 9, skill.figures().getLast().range());
        WhatIf.Effect output = of(answer, "output");
        assertRange(16, 81, output.range());
        assertEquals(1, output.figures().size());
        assertRange(4, 9, output.figures().getFirst().inputs().get("skill"));
        assertEquals(new WhatIf.Read(3, false, false), answer.read());
    }

    @Test
    void theDirectionIsOpenWhereTheRangeHoldsBothMoreAndLess() {
        WhatIf.Answer answer = ask(
                "compute",
                100,
                increases("doubles", "compute", "10", "skill", "2"),
                increases("halves", "compute", "10", "skill", "0.5"));
        assertRange(0.25, 4, of(answer, "skill").range());
        assertEquals(Sign.UNKNOWN, of(answer, "skill").direction());
    }

    @Test
    void aThingThatIsReachedWithoutANumberHasADirectionOnly() {
        WhatIf.Answer answer = ask(
                "compute",
                100,
                claim("some-more", List.of(Link.of("compute", "increases", "skill", Sign.PLUS))),
                increases("squares", "skill", "2", "output", "4"));
        assertNull(of(answer, "skill").range());
        assertEquals(Sign.PLUS, of(answer, "skill").direction());
        assertNull(of(answer, "output").range());
    }

    @Test
    void theRangesDoNotHangOnWhetherTheNumberOfHopsIsOdd() {
        Map<String, Insight> claims = Map.of(
                "a", increases("a", "start", "10", "one", "2"),
                "b", increases("b", "start", "10", "other", "3"),
                "c", increases("c", "one", "2", "other", "5"),
                "d", increases("d", "other", "3", "one", "7"));
        for (int hops = 2; hops <= 8; hops++) {
            Propagation spread =
                    new Propagation(new Figures(), new TreeMap<>(claims), List.of("start", "one", "other"));
            Map<String, List<WhatIf.Figure>> found = spread.from("start", 10, hops);
            assertRange(2, 7, around(found.get("one")));
            assertRange(3, 5, around(found.get("other")));
        }
    }

    private static WhatIf.Range around(List<WhatIf.Figure> figures) {
        return figures.stream()
                .map(WhatIf.Figure::range)
                .reduce(WhatIf.Range::around)
                .orElseThrow();
    }

    @Test
    void rangesAreThoseOfEveryNumberThatTheDefinitionGivesOnRandomGraphs() {
        int ranges = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Map<String, Insight> claims = new TreeMap<>();
            for (int i = 3 + random.nextInt(8); i > 0; i--) {
                claims.put("i" + i, claim("i" + i, List.of(), quantity(random)));
            }
            List<String> entities = List.of("e0", "e1", "e2", "e3", "e4");
            int hops = 1 + random.nextInt(5);
            Propagation spread = new Propagation(new Figures(), claims, entities);
            Map<String, List<WhatIf.Figure>> found = spread.from("e0", 4, hops);
            assertFalse(spread.isCut());
            ReferenceNumbers reference = new ReferenceNumbers(claims.values(), entities, "e0", 4);
            for (String each : entities.subList(1, entities.size())) {
                List<Double> numbers = reference.numbers(each, hops);
                List<WhatIf.Figure> figures = found.getOrDefault(each, List.of());
                assertEquals(numbers.isEmpty(), figures.isEmpty(), "seed " + seed + ": " + each);
                if (!numbers.isEmpty()) {
                    double low = numbers.stream().min(Double::compare).orElseThrow();
                    double high = numbers.stream().max(Double::compare).orElseThrow();
                    assertRange(low, high, around(figures));
                    ranges += low < high ? 1 : 0;
                }
            }
        }
        assertTrue(ranges > 100, "too few claims differ: " + ranges);
    }

    /** A factor pair, seldom one without a result, or a product, seldom of something that nothing reaches. */
    private static Quantity quantity(Random random) {
        String effect = "e" + random.nextInt(5);
        String cause = "e" + random.nextInt(5);
        if (random.nextInt(4) == 0) {
            String other = "e" + random.nextInt(7);
            return new Quantity.Product(effect, other.equals(cause) ? List.of(cause, "e9") : List.of(cause, other));
        }
        String causeBy = List.of("2", "2", "10", "0.5", "1").get(random.nextInt(5));
        return factor(cause, causeBy, effect, List.of("2", "3", "0.5").get(random.nextInt(3)));
    }
}
