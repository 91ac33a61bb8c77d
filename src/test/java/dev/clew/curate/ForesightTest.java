package dev.clew.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.curate.Consequences.EdgeChange;
import dev.clew.curate.Consequences.Kind;
import dev.clew.curate.Consequences.Standing;
import dev.clew.graph.GraphProjection;
import dev.clew.graph.PathFinder;
import dev.clew.graph.Previews;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Certainty;
import dev.clew.model.Claim;
import dev.clew.model.ClaimType;
import dev.clew.model.ClewRecord;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.Scope;
import dev.clew.model.Sign;
import dev.clew.model.Subjects;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is foretold before accepting is what is measured after it. */
class ForesightTest {
    private static final Author ADA = new Author("ada", "a test");
    private static final List<String> RELATIONS =
            List.of("enables", "increases", "weakens", "reduces", "depends-on", "competes-with", "promotes");

    @TempDir
    java.nio.file.Path directory;

    private Store store;
    private Ledger ledger;
    private GraphProjection graph;
    private PathFinder paths;
    private Previews previews;
    private Foresight foresight;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.in(directory.resolve("data")));
        ledger = Ledger.open(LedgerSettings.on(store));
        graph = new GraphProjection(directory.resolve("graph"), SeedWorld.RELATIONS);
        ledger.snapshot(empty -> graph.rebuild(empty.records(), empty.position()));
        paths = new PathFinder(graph, SeedWorld.RELATIONS);
        previews = new Previews(ledger, SeedWorld.RELATIONS);
        foresight = new Foresight(ledger, previews, SeedWorld.RELATIONS);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void publish(Collection<? extends ClewRecord> records) {
        ledger.commit(new Edit(ADA, records.stream().map(RecordEdit::replace).toList()));
        graph.apply(ledger.changesSince(graph.position().n(), 1000));
    }

    private Map<EdgeName, Standing> measured(Collection<String> entities) {
        Map<EdgeName, Standing> all = new TreeMap<>();
        for (String one : entities) {
            for (String other : entities) {
                for (Edge edge : graph.between(one, other, Lens.CLAIMS.withFacts(true))) {
                    all.put(edge.name(), Standing.of(edge));
                }
            }
        }
        return all;
    }

    private List<String> best(String from, String to) {
        PathQuery.Bounds bounds = new PathQuery.Bounds(4, 1, PathQuery.Direction.OUT);
        return paths.find(PathQuery.between(from, to).with(bounds)).paths().stream()
                .map(ForesightTest::told)
                .toList();
    }

    private static String told(Path path) {
        return path.sign() + " " + path.nodes().stream().map(Path.Node::id).toList();
    }

    private static List<EdgeChange> differences(Map<EdgeName, Standing> before, Map<EdgeName, Standing> after) {
        Set<EdgeName> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(before.get(name), after.get(name)))
                .map(name -> new EdgeChange(name, before.get(name), after.get(name)))
                .toList();
    }

    /** Foretells, publishes, measures; over every pair of entities, not just those that were looked at. */
    private Consequences requireForetold(List<ClewRecord> records, List<String> entities, String message) {
        return requireForetold(records, entities, entities, message);
    }

    private Consequences requireForetold(
            List<ClewRecord> records, List<String> entities, List<String> ends, String message) {
        Map<EdgeName, Standing> before = measured(entities);
        Consequences foretold = foresight.of(records);
        Map<String, List<String>> foreseen = new TreeMap<>();
        previews.preview(records, (was, is) -> {
            for (String from : ends) {
                for (String to : ends) {
                    if (!from.equals(to)) {
                        foreseen.put(
                                from + " " + to,
                                is.bestPath(from, to, 4).stream()
                                        .map(ForesightTest::told)
                                        .toList());
                    }
                }
            }
            return true;
        });
        Map<String, List<String>> were = new TreeMap<>();
        foreseen.keySet().forEach(pair -> were.put(pair, best(pair.split(" ")[0], pair.split(" ")[1])));
        publish(records);
        assertEquals(differences(before, measured(entities)), foretold.edges(), message);
        Map<String, List<String>> are = new TreeMap<>();
        foreseen.keySet().forEach(pair -> are.put(pair, best(pair.split(" ")[0], pair.split(" ")[1])));
        assertEquals(are, foreseen, message);
        for (Consequences.PathChange change : foretold.paths()) {
            String pair = change.from() + " " + change.to();
            assertEquals(were.getOrDefault(pair, told(change.before())), told(change.before()), message);
            assertEquals(best(change.from(), change.to()), told(change.after()), message);
        }
        assertTrue(foretold.looked().atAllEdges(), message);
        return foretold;
    }

    private static List<String> told(Consequences.Route route) {
        return route == null ? List.of() : List.of(route.sign() + " " + route.nodes());
    }

    @Test
    void onTheSeedWorldEveryClaimDoesWhatWasForetold() {
        List<ClewRecord> records = SeedWorld.records();
        List<ClewRecord> first = new ArrayList<>();
        for (ClewRecord record : records) {
            if (record.id().equals("us-policymakers")) {
                first.add(SmallWorld.entity(record.id(), EntityKind.ORGANIZATION, "seed-brief"));
            } else if (!(record instanceof Insight)) {
                first.add(record);
            }
        }
        publish(first);
        List<String> entities = first.stream()
                .filter(Entity.class::isInstance)
                .map(ClewRecord::id)
                .toList();
        List<String> ends = List.of(
                "compute",
                "sovereignty",
                "stack-alignment",
                "alliance",
                "open-models",
                "ai-leadership",
                "united-states");
        for (ClewRecord record : records) {
            if (record instanceof Insight) {
                requireForetold(List.of(record), entities, ends, record.id());
            }
        }
    }

    @Test
    void anOppositeClaimFlipsASignAndContestsIt() {
        publish(SmallWorld.all());
        List<String> entities = List.of("compute", "sovereignty", "alliance");
        EdgeName strengthens = new EdgeName("sovereignty", "strengthens", "alliance");
        Insight again = heldBy(
                "grace", SmallWorld.insight("second-voice", Link.of("sovereignty", "weakens", "alliance", Sign.MINUS)));
        Consequences foretold =
                requireForetold(List.of(SmallWorld.entity("grace", EntityKind.PERSON), again), entities, "flip");
        EdgeChange flipped = foretold.edges().stream()
                .filter(edge -> edge.name().equals(strengthens))
                .findFirst()
                .orElseThrow();
        assertEquals(Sign.UNKNOWN, flipped.before().sign());
        assertEquals(Sign.MINUS, flipped.after().sign());
        assertEquals(Set.of(Kind.FLIPPED, Kind.COUNTED), flipped.kinds());
        assertTrue(foretold.paths().stream()
                .anyMatch(path -> path.from().equals("compute")
                        && path.to().equals("alliance")
                        && path.after().sign() == Sign.MINUS));
    }

    /** Seven things before the one end and seven behind the other make more pairs of ends than are compared. */
    @Test
    void whereNotAllEndsAreComparedTheAnswerSaysSo() {
        List<ClewRecord> world = new ArrayList<>(SmallWorld.all());
        for (int i = 0; i < 7; i++) {
            world.add(SmallWorld.entity("before-" + i, EntityKind.CONCEPT));
            world.add(SmallWorld.entity("behind-" + i, EntityKind.CONCEPT));
            world.add(SmallWorld.insight("to-" + i, Link.of("before-" + i, "enables", "compute", Sign.PLUS)));
            world.add(SmallWorld.insight("from-" + i, Link.of("alliance", "enables", "behind-" + i, Sign.PLUS)));
        }
        publish(world);
        assertTrue(foresight
                .of(List.of(SmallWorld.insight("one", Link.of("compute", "enables", "alliance", Sign.PLUS))))
                .complete());
        Insight two = SmallWorld.insight(
                "two",
                Link.of("compute", "enables", "alliance", Sign.PLUS),
                Link.of("sovereignty", "enables", "alliance", Sign.PLUS),
                Link.of("ada", "promotes", "alliance", Sign.PLUS),
                Link.of("geopolitics", "enables", "alliance", Sign.PLUS));
        Consequences cut = foresight.of(List.of(two));
        assertFalse(cut.complete());
        assertEquals(new Consequences.Looked(true, false), cut.looked());
    }

    private static Insight heldBy(String holder, Insight insight) {
        return new Insight(
                insight.id(),
                insight.claim(),
                new Belief(holder, null, Attribution.OWN),
                insight.passage(),
                insight.links(),
                insight.quantities(),
                insight.references(),
                insight.subjects(),
                insight.note());
    }

    @Test
    void onRandomLibrariesEditsOfClaimsAndOfWhoSpeaksForWhomDoWhatWasForetold() {
        Random random = new Random(11);
        List<String> entities = new ArrayList<>();
        List<ClewRecord> world = new ArrayList<>(List.of(SmallWorld.BRIEF));
        for (int i = 0; i < 7; i++) {
            entities.add("thing-" + i);
            world.add(SmallWorld.entity("thing-" + i, EntityKind.CONCEPT));
        }
        for (int i = 0; i < 4; i++) {
            entities.add("body-" + i);
            world.add(SmallWorld.entity("body-" + i, EntityKind.ORGANIZATION));
        }
        publish(world);
        List<String> claims = new ArrayList<>();
        for (int round = 0; round < 120; round++) {
            List<ClewRecord> edit = new ArrayList<>();
            if (random.nextInt(6) == 0) {
                edit.add(speaking(random));
            }
            for (int i = random.nextInt(3); i >= 0; i--) {
                String id = "claim-" + random.nextInt(25);
                if (edit.stream().noneMatch(each -> each.id().equals(id))) {
                    edit.add(claim(id, claims, random));
                }
            }
            requireForetold(edit, entities, "round " + round);
            edit.stream().filter(Insight.class::isInstance).map(ClewRecord::id).forEach(id -> {
                if (!claims.contains(id)) {
                    claims.add(id);
                }
            });
        }
    }

    private static Entity speaking(Random random) {
        int body = random.nextInt(4);
        int other = (body + 1 + random.nextInt(3)) % 4;
        Entity entity = SmallWorld.entity("body-" + body, EntityKind.ORGANIZATION);
        return random.nextInt(3) == 0
                ? entity
                : SmallWorld.withFacts(entity, new Fact("speaks-for", "body-" + other, "brief", Fact.Period.NONE));
    }

    private static Insight claim(String id, List<String> others, Random random) {
        List<Link> links = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            Link link = link(random);
            if (seen.add(link.identity())) {
                links.add(link);
            }
        }
        List<String> cited = others.isEmpty() || random.nextInt(3) > 0
                ? List.of()
                : List.of(others.get(random.nextInt(others.size())));
        List<String> cites = cited.contains(id) ? List.of() : cited;
        String holder = random.nextInt(4) == 0 ? null : "body-" + random.nextInt(4);
        return new Insight(
                id,
                new Claim(
                        "A claim.",
                        "en",
                        ClaimType.values()[random.nextInt(ClaimType.values().length)],
                        Certainty.PLAIN),
                new Belief(holder, null, Attribution.OWN),
                new Passage("brief", null, null),
                links,
                List.of(),
                new InsightReferences(List.of(), List.of(), List.of(), cites, List.of()),
                new Subjects(List.of("thing-0"), List.of()),
                null);
    }

    private static Link link(Random random) {
        String relation = RELATIONS.get(random.nextInt(RELATIONS.size()));
        int subject = random.nextInt(7);
        int object = (subject + 1 + random.nextInt(6)) % 7;
        String from = relation.equals("promotes") ? "body-" + random.nextInt(4) : "thing-" + subject;
        return new Link(
                Link.End.of(from),
                relation,
                Link.End.of("thing-" + object),
                new Link.Stance(
                        random.nextInt(5) == 0
                                ? Sign.ZERO
                                : SeedWorld.RELATIONS.require(relation).defaultSign(),
                        random.nextInt(6) == 0),
                random.nextInt(4) == 0 ? new Scope(null, "2025", null) : Scope.NONE);
    }
}
