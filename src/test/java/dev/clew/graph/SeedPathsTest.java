package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.ClaimType;
import dev.clew.model.Contest;
import dev.clew.model.Edge;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Hop;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Shift;
import dev.clew.model.Sign;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the seed claims say about compute, sovereignty and alliance. */
class SeedPathsTest {
    private static final String P1 = "compute sovereignty stack-alignment alliance";
    private static final String P2 = "compute model-capability performance-gap sovereignty stack-alignment alliance";
    private static final String P5 = "compute model-capability performance-gap stack-alignment alliance";

    @TempDir
    java.nio.file.Path directory;

    private GraphProjection graph;
    private PathFinder finder;

    @BeforeEach
    void fill() {
        graph = new GraphProjection(directory, SeedWorld.RELATIONS);
        graph.apply(List.of(SeedWorld.change(1, SeedWorld.records())));
        finder = new PathFinder(graph, SeedWorld.RELATIONS);
    }

    private static String nodes(Path path) {
        return path.nodes().stream().map(Path.Node::id).collect(Collectors.joining(" "));
    }

    private static List<String> demotions(Path path) {
        return path.verdict().shifts().stream()
                .filter(Shift::demotes)
                .map(each -> each.kind().code() + " at " + each.entity())
                .toList();
    }

    private List<Path> paths(PathQuery query) {
        return finder.find(query).paths();
    }

    private Path only(PathQuery query, String nodes) {
        return paths(query).stream()
                .filter(path -> nodes(path).equals(nodes))
                .findFirst()
                .orElseThrow();
    }

    private static PathQuery signed(PathQuery query, Sign sign, PathQuery.Framings framing) {
        return query.with(new PathQuery.Meaning(sign, framing));
    }

    @Test
    void everyUnshiftedReadingRaises() {
        List<Path> paths = paths(PathQuery.between("compute", "alliance"));
        Map<String, String> signs = paths.stream()
                .filter(path -> !path.isShifted())
                .collect(Collectors.toMap(
                        SeedPathsTest::nodes, path -> path.sign().symbol()));
        assertEquals(Map.of(P1, "+", P2, "+", P5, "+"), signs);
    }

    @Test
    void theShortestReadingOverSovereigntyIsConsistentAndRestsOnThreeClaimsOfTwoVoices() {
        Path path = only(PathQuery.between("compute", "alliance").via("sovereignty"), P1);
        assertEquals(Sign.PLUS, path.sign());
        assertEquals(List.of(), demotions(path));
        assertEquals(3, path.verdict().claims());
        assertEquals(2, path.verdict().voices());
        assertEquals(List.of(), path.verdict().saidWhole());
        Hop middle = path.hops().get(1);
        assertEquals(Contest.FRAMING, middle.support().contestedBy());
        assertEquals(new Path.Flip(1, Sign.MINUS), path.verdict().flip().orElseThrow());
        assertEquals("owned-hardware", middle.fromFraming());
        assertEquals(
                "More compute → more sovereignty (Owning the hardware) → more stack alignment → more alliance;"
                        + " Clew chained 3 claims of 2 voices",
                path.text());
    }

    @Test
    void twoLoweringStepsCancelOverTheLeadOfModels() {
        Path path = only(PathQuery.between("compute", "alliance").via("sovereignty"), P2);
        assertEquals(Sign.PLUS, path.sign());
        assertEquals(List.of(), demotions(path));
        assertEquals(
                "++--+", path.hops().stream().map(hop -> hop.sign().symbol()).collect(Collectors.joining()));
        assertTrue(path.text().contains("two lowering steps cancel"), path.text());
    }

    @Test
    void theLoweringReadingsExistOnlyBySwitchingTheMeaningHalfWay() {
        PathQuery query = PathQuery.between("compute", "alliance").via("sovereignty");
        List<Path> lowering = paths(signed(query, Sign.MINUS, PathQuery.Framings.ANY));
        assertEquals(
                List.of(P1, P2), lowering.stream().map(SeedPathsTest::nodes).toList());
        for (Path path : lowering) {
            assertEquals(Sign.MINUS, path.sign());
            assertEquals(List.of("framing-shift at sovereignty"), demotions(path));
            assertTrue(path.text().endsWith("only if 'sovereignty' means the same in both"), path.text());
        }
        assertEquals(List.of(), paths(signed(query, Sign.MINUS, PathQuery.Framings.CONSISTENT)));
    }

    @Test
    void theLeadOfModelsReachesAllianceWithoutSovereignty() {
        PathQuery.Filter avoid = new PathQuery.Filter(Set.of("sovereignty"), Set.of(), Set.of(), 0);
        List<Path> paths = paths(PathQuery.between("compute", "alliance").with(avoid));
        assertEquals(P5, nodes(paths.getFirst()));
        assertEquals(Sign.PLUS, paths.getFirst().sign());
    }

    @Test
    void twoMentionsOfModelCapabilityAreOneVoice() {
        Path path = only(PathQuery.between("compute", "alliance"), P5);
        Hop first = path.hops().getFirst();
        assertEquals(2, first.grounds().evidence().size());
        assertEquals(1, first.support().voicesFor());
        assertEquals(
                Map.of(ClaimType.REPORT, 1, ClaimType.FORECAST, 1),
                first.support().byType());
    }

    @Test
    void chinaLowersAllianceByOpenModels() {
        List<Path> paths = paths(PathQuery.between("china", "alliance").via("open-models"));
        assertEquals("china open-models performance-gap stack-alignment alliance", nodes(paths.getFirst()));
        assertEquals(Sign.MINUS, paths.getFirst().sign());
    }

    @Test
    void theChainOfTheBalancingLoopIsThereInOneScope() {
        Path there = paths(PathQuery.between("compute", "compute-controls").via("intelligent-capital-stock"))
                .getFirst();
        assertEquals("compute intelligent-capital-stock compute-controls", nodes(there));
        assertEquals(Sign.PLUS, there.sign());
        Path back = paths(PathQuery.between("compute-controls", "compute")).getFirst();
        assertEquals("compute-controls compute", nodes(back));
        assertEquals(Sign.MINUS, back.sign());
        assertEquals("china", there.hops().getLast().reading().where());
        assertEquals("china", back.hops().getFirst().reading().where());
    }

    @Test
    void influenceRunsFromWhatIsNeededToWhatNeedsIt() {
        Path path = paths(PathQuery.between("electricity", "military-action")).getFirst();
        assertEquals("electricity ai-development military-action", nodes(path));
        assertEquals(Sign.PLUS, path.sign());
        assertFalse(path.hops().getFirst().way().forward());
        assertTrue(path.hops().getFirst().way().along());
    }

    @Test
    void anAnalogyCarriesNoSign() {
        Path path = paths(PathQuery.between("ai-adoption", "growth-gap")).getFirst();
        assertEquals(Sign.UNKNOWN, path.sign());
        assertTrue(path.text().contains("is connected to"), path.text());
        assertEquals(
                List.of(),
                paths(signed(PathQuery.between("ai-adoption", "growth-gap"), Sign.PLUS, PathQuery.Framings.ANY)));
    }

    @Test
    void aDeniedLinkIsNotWalkedButListed() {
        assertEquals(List.of(), paths(PathQuery.between("training-data", "ai-leadership")));
        Edge edge = graph.between("training-data", "ai-leadership", Lens.CLAIMS).getFirst();
        assertFalse(edge.isDrawn());
        assertEquals(
                "scaling-laws-made-compute-the-target",
                edge.deniedBy().getFirst().id());
    }

    @Test
    void aHolderLensLeavesOnlyWhatThatHolderBelieves() {
        PathQuery query = PathQuery.between("compute", "alliance").with(Lens.CLAIMS.withHolder("united-states"));
        assertEquals(
                List.of(P5, P2), paths(query).stream().map(SeedPathsTest::nodes).toList());
        assertEquals(List.of(), paths(PathQuery.between("compute", "alliance").with(Lens.CLAIMS.withHolder("china"))));
    }

    @Test
    void edgesAtAnEntityComeInPagesMostVoicesFirst() {
        EdgeQuery all = EdgeQuery.of("compute");
        EdgePage whole = graph.edges(all);
        EdgeQuery.Page page = new EdgeQuery.Page(4, null);
        List<Edge> together = new java.util.ArrayList<>();
        do {
            EdgePage part = graph.edges(new EdgeQuery("compute", all.direction(), all.filter(), all.lens(), page));
            together.addAll(part.edges());
            page = new EdgeQuery.Page(4, part.cursor());
        } while (page.cursor() != null);
        assertEquals(whole.edges(), together);
        assertEquals(9, whole.total());
    }

    @Test
    void theAnswerSaysHowFarItLooked() {
        PathAnswer answer = finder.find(PathQuery.between("compute", "alliance"));
        assertFalse(answer.searched().truncated());
        assertEquals(6, answer.searched().maxHops());
        assertEquals(1, answer.change());
        PathAnswer cut = new PathFinder(graph, SeedWorld.RELATIONS, 10).find(PathQuery.between("compute", "alliance"));
        assertTrue(cut.searched().truncated());
    }
}
