package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.Base;
import dev.clew.projection.RandomLibrary;
import dev.clew.search.TextWords;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** The property graph on a real Neo4j server keeps to the law of projections, and is what a Neo4j user expects. */
class ProjectionNeo4jTest {
    @BeforeEach
    void empty() {
        Neo4jHarness.emptied();
    }

    private static Neo4jProjection open() {
        return open(Neo4jHarness.settings(), Base.DEFAULT);
    }

    private static Neo4jProjection open(Neo4jSettings settings, Base base) {
        return new Neo4jProjection(settings, SeedWorld.RELATIONS, base::iri, new TextWords());
    }

    private static String rebuilt(RandomLibrary library) {
        Neo4jHarness.emptied();
        try (Neo4jProjection fresh = open()) {
            fresh.rebuild(library.published(), library.head());
            return fresh.fingerprint();
        }
    }

    @Test
    void applyingChangesInAnyBatchesEqualsRebuilding() {
        for (long seed = 1; seed <= 3; seed++) {
            RandomLibrary library = new RandomLibrary(seed, 10);
            Random batches = new Random(seed);
            String applied;
            Neo4jHarness.emptied();
            try (Neo4jProjection projection = open()) {
                for (int round = 0; round < 6; round++) {
                    projection.apply(library.changes(1 + batches.nextInt(8)));
                    assertEquals(library.head(), projection.position());
                }
                applied = projection.fingerprint();
            }
            assertEquals(rebuilt(library), applied, "seed " + seed);
        }
    }

    @Test
    void aRebuildOverAnotherLibraryLeavesNothingOfIt() {
        RandomLibrary other = new RandomLibrary(7, 10);
        RandomLibrary library = new RandomLibrary(8, 10);
        library.changes(10);
        String replaced;
        try (Neo4jProjection projection = open()) {
            projection.apply(other.changes(15));
            projection.rebuild(library.published(), library.head());
            replaced = projection.fingerprint();
            assertEquals(library.head(), projection.position());
            projection.apply(library.changes(3));
            assertEquals(library.head(), projection.position());
        }
        RandomLibrary again = new RandomLibrary(8, 10);
        again.changes(10);
        assertEquals(rebuilt(again), replaced);
    }

    @Test
    void howMuchIsWrittenAtOnceChangesNothing() {
        RandomLibrary library = new RandomLibrary(12, 30);
        library.changes(25);
        String usual = rebuilt(library);
        Neo4jHarness.emptied();
        try (Neo4jProjection projection = inPortions()) {
            projection.rebuild(library.published(), library.head());
            assertEquals(usual, projection.fingerprint(), "filled");
            projection.rebuild(library.published(), library.head());
            assertEquals(usual, projection.fingerprint(), "rebuilt over what is there");
        }
    }

    private static Neo4jProjection inPortions() {
        return new Neo4jProjection(
                Neo4jHarness.settings(),
                SeedWorld.RELATIONS,
                Base.DEFAULT::iri,
                new TextWords(),
                new Portions(3, 5, 7));
    }

    @Test
    void aFillingThatIsCutShortShowsNothingAndBeginsAnew() {
        RandomLibrary library = new RandomLibrary(13, 30);
        library.changes(25);
        Stream<RecordChange> cut =
                Stream.concat(library.published().limit(30), Stream.of(1).flatMap(any -> {
                    throw new IllegalStateException("cut short");
                }));
        String filled;
        try (Neo4jProjection projection = inPortions()) {
            assertThrows(IllegalStateException.class, () -> projection.rebuild(cut, library.head()));
        }
        assertFalse(Neo4jHarness.ask("MATCH (i:Insight) RETURN i.id", Map.of()).isEmpty(), "nothing was filled");
        try (Neo4jProjection projection = inPortions()) {
            projection.reach();
            assertEquals(Position.NONE, projection.position());
            projection.rebuild(library.published(), library.head());
            assertEquals(library.head(), projection.position());
            filled = projection.fingerprint();
        }
        assertEquals(rebuilt(library), filled);
    }

    @Test
    void whoBuildsAGraphThatAnotherBeganToBuildAnewGivesUp() {
        RandomLibrary library = new RandomLibrary(15, 30);
        library.changes(25);
        String built;
        try (Neo4jProjection first = inPortions();
                Neo4jProjection second = inPortions()) {
            AtomicInteger met = new AtomicInteger();
            Stream<RecordChange> disturbed = library.published().peek(each -> {
                if (met.incrementAndGet() == 20) {
                    second.rebuild(library.published(), library.head());
                }
            });
            IllegalStateException refused =
                    assertThrows(IllegalStateException.class, () -> first.rebuild(disturbed, library.head()));
            assertEquals(
                    "somebody else began to build the graph in this Neo4j database anew. Give each Clew a database of its own.",
                    refused.getMessage());
            built = second.fingerprint();
        }
        assertEquals(rebuilt(library), built);
    }

    @Test
    void aRebuildMendsWhateverWasChangedByHand() {
        RandomLibrary library = new RandomLibrary(14, 20);
        library.changes(20);
        String whole = rebuilt(library);
        List<String> damages = List.of(
                "MATCH (a:Entity)-[r]->(b:Entity) WHERE a <> b WITH r LIMIT 3 DELETE r",
                "MATCH (a:Entity)-[r]->(b:Entity) WITH r LIMIT 3 SET r.voicesFor = 77",
                "MATCH (a:Entity), (b:Entity) WITH a, b LIMIT 2 CREATE (a)-[:ENABLES {relation: 'enables'}]->(b)",
                "MATCH (e:Entity) SET e.edges = 99",
                "MATCH (e:Entity) WHERE NOT e:Unpublished SET e.note = 'mine'",
                "MATCH (l:Link) WITH l LIMIT 4 DETACH DELETE l",
                "MATCH (:Insight)-[r:SAID_IN]->() WITH r LIMIT 2 DELETE r",
                "MATCH (p:ClewPosition) DELETE p");
        damages.forEach(each -> Neo4jHarness.ask(each, Map.of()));
        try (Neo4jProjection projection = open()) {
            projection.rebuild(library.published(), library.head());
            assertEquals(whole, projection.fingerprint());
        }
    }

    @Test
    void anEditOfWordsTouchesNoLinkAndNoEdge() {
        try (Neo4jProjection projection = open()) {
            projection.apply(List.of(change(1, SmallWorld.all())));
            String links = "MATCH (:Insight)-[r]->(n) RETURN elementId(r) + elementId(n) AS id ORDER BY id";
            String edges = "MATCH (:Entity)-[r]->(:Entity) RETURN elementId(r) AS id ORDER BY id";
            List<Record> linksBefore = Neo4jHarness.ask(links, Map.of());
            List<Record> edgesBefore = Neo4jHarness.ask(edges, Map.of());
            assertFalse(edgesBefore.isEmpty());
            projection.apply(
                    List.of(change(2, List.of(SmallWorld.saying(SmallWorld.ENABLES, "Said in other words.")))));
            assertEquals(linksBefore, Neo4jHarness.ask(links, Map.of()));
            assertEquals(edgesBefore, Neo4jHarness.ask(edges, Map.of()));
            assertEquals(
                    "Said in other words.",
                    Neo4jHarness.ask(
                                    "MATCH (i:Insight {id: $id}) RETURN i.text AS text",
                                    Map.of("id", SmallWorld.ENABLES.id()))
                            .getFirst()
                            .get("text")
                            .asString());
        }
    }

    private static Change change(long n, List<? extends ClewRecord> records) {
        return new Change(
                new Position("small", n, "h" + n),
                Instant.parse("2026-01-01T00:00:00Z"),
                new Change.Author("test", "a change"),
                records.stream()
                        .map(each -> new RecordChange(each.name(), n, new RecordChange.Content(each, "")))
                        .toList());
    }

    @Test
    void thePositionOutlivesAnInterruptionAndAnythingElseIsBuiltAnew() {
        RandomLibrary library = new RandomLibrary(11, 10);
        try (Neo4jProjection projection = open()) {
            projection.apply(library.changes(12));
        }
        try (Neo4jProjection projection = open()) {
            assertEquals(Position.NONE, projection.position());
            projection.reach();
            assertEquals(library.head(), projection.position());
            projection.apply(library.changes(3));
        }
        try (Neo4jProjection elsewhere = open(Neo4jHarness.settings(), new Base("https://example.org/"))) {
            elsewhere.reach();
            assertEquals(Position.NONE, elsewhere.position());
        }
    }

    @Test
    void aChangeThatDoesNotFollowAndASecondWriterAreRefusedAndNothingIsTakenIn() {
        RandomLibrary library = new RandomLibrary(10, 10);
        try (Neo4jProjection projection = open();
                Neo4jProjection second = open()) {
            projection.apply(library.changes(5));
            second.reach();
            List<Change> later = library.changes(3);
            assertThrows(IllegalArgumentException.class, () -> projection.apply(List.of(later.get(0), later.get(2))));
            projection.apply(later);
            String shown = projection.fingerprint();
            assertThrows(IllegalStateException.class, () -> second.apply(later));
            assertEquals(shown, projection.fingerprint());
            second.reach();
            assertEquals(library.head(), second.position());
        }
    }

    @Test
    void whoCannotBeReachedOrIsNoNeo4jIsNamedInWords() {
        Neo4jSettings gone = new Neo4jSettings(URI.create("bolt://localhost:1"), "", "", "neo4j");
        try (Neo4jProjection projection = open(gone, Base.DEFAULT)) {
            ClewException refused = assertThrows(ClewException.class, projection::reach);
            assertEquals(ErrorCode.NOT_READY, refused.code());
            assertEquals(
                    "The Neo4j server bolt://localhost:1 (database neo4j, user ) cannot be reached: see whether it runs"
                            + " and neo4j-uri is right.",
                    refused.getMessage());
            assertEquals(Position.NONE, projection.position());
        }
        assertEquals(true, Neo4jServer.isTooOld("5.25.1"));
        assertEquals(true, Neo4jServer.isTooOld("4.4.40"));
        assertEquals(false, Neo4jServer.isTooOld("5.26.0"));
        assertEquals(false, Neo4jServer.isTooOld("2026.08.1"));
    }

    @Test
    void aNeo4jUserFindsKindsRelationsAndTheClaimsBehindThem() {
        try (Neo4jProjection projection = open()) {
            projection.rebuild(
                    SeedWorld.records().stream()
                            .map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, ""))),
                    new Position("seed", 1, "h"));
        }
        List<Record> found = Neo4jHarness.ask(
                "MATCH (c:Entity {id: 'compute'})-[r:ENABLES]->(s {id: 'sovereignty'}) UNWIND r.evidence AS id"
                        + " MATCH (i:Insight {id: id})-[:SAID_IN]->(:Source)"
                        + " RETURN r.sign AS sign, collect(i.id) AS evidence",
                Map.of());
        assertEquals("+", found.getFirst().get("sign").asString());
        assertEquals(
                true,
                found.getFirst().get("evidence").asList(each -> each.asString()).contains("kratsios-owned-hardware"));
    }
}
