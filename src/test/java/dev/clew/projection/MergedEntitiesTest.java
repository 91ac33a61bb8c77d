package dev.clew.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.graph.GraphProjection;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.Fact;
import dev.clew.model.Lens;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import dev.clew.model.SuggestQuery;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.rdf.RdfProjection;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every projection shows the entity that stands for a merged one, and replaying merges equals rebuilding after them. */
class MergedEntitiesTest {
    private static final Author ADA = new Author("ada", "a test");
    private static final Relations RELATIONS = RelationCatalogue.load();
    private static final int ENTITIES = 6;

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;
    private Three live;

    private record Three(RdfProjection rdf, SearchProjection search, GraphProjection graph) implements AutoCloseable {
        static Three open(Path home) {
            return new Three(
                    RdfProjection.open(home.resolve("rdf"), Base.DEFAULT),
                    new SearchProjection(home.resolve("search")),
                    new GraphProjection(home.resolve("graph"), RELATIONS));
        }

        List<Projection> all() {
            return List.of(rdf, search, graph);
        }

        @Override
        public void close() {
            all().forEach(Projection::close);
        }
    }

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.in(directory));
        ledger = Ledger.open(LedgerSettings.on(store));
        live = Three.open(directory.resolve("live"));
        commit(SmallWorld.all().stream().map(RecordEdit::create).toArray(RecordEdit[]::new));
    }

    @AfterEach
    void close() {
        live.close();
        store.close();
    }

    private long commit(RecordEdit... edits) {
        return ledger.commit(new Edit(ADA, List.of(edits))).n();
    }

    private void follow() {
        try (Projections projections = Projections.start(ledger, live.all())) {
            assertTrue(projections.awaitReached(ledger.head().n(), Duration.ofSeconds(30)));
        }
        live = Three.open(directory.resolve("live"));
    }

    private void merge(String from, String to) {
        StoredRecord stored = ledger.read(RecordName.entity(from)).orElseThrow();
        commit(RecordEdit.put(new Redirect(from, to, "Old " + from, "en"), stored.version()));
    }

    @Test
    void edgesNamesAndTriplesAreThoseOfTheSurvivorUntilTheMergeIsUndone() {
        commit(RecordEdit.create(SmallWorld.entity("hardware", EntityKind.RESOURCE)));
        follow();
        merge("compute", "hardware");
        long merged = ledger.head().n();
        follow();
        assertEquals(
                1, live.graph().between("hardware", "sovereignty", Lens.CLAIMS).size());
        assertEquals(
                0, live.graph().between("compute", "sovereignty", Lens.CLAIMS).size());
        assertEquals("hardware", suggested("Old comp"));
        assertTrue(links("hardware"));
        assertFalse(links("compute"));
        ledger.undo(merged, ADA);
        follow();
        assertEquals(
                1, live.graph().between("compute", "sovereignty", Lens.CLAIMS).size());
        assertEquals(
                0, live.graph().between("hardware", "sovereignty", Lens.CLAIMS).size());
        assertEquals("none", suggested("Old comp"));
        assertTrue(links("compute"));
    }

    private String suggested(String beginning) {
        return new LuceneSearch(live.search(), RELATIONS)
                .suggest(new SuggestQuery(beginning, null, 1)).stream()
                        .map(each -> each.id())
                        .findFirst()
                        .orElse("none");
    }

    private boolean links(String subject) {
        Node node = NodeFactory.createURI("http://localhost:8080/entity/" + subject);
        Node enables = NodeFactory.createURI("https://w3id.org/clew/relation/enables");
        return live.rdf().read(view -> view.dataset().contains(Node.ANY, node, enables, Node.ANY));
    }

    @Test
    void replayingMergesAndTheirUndoingEqualsRebuilding() {
        for (int i = 0; i < ENTITIES; i++) {
            commit(RecordEdit.create(SmallWorld.entity("e" + i, EntityKind.CONCEPT)));
        }
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            for (int round = 0; round < 4; round++) {
                for (int i = 0; i < 12; i++) {
                    randomEdit(random);
                }
                follow();
                equalRebuilds(seed, round);
            }
        }
    }

    private void equalRebuilds(long seed, int round) {
        Path home = directory.resolve("fresh" + seed + "-" + round);
        try (Three fresh = Three.open(home)) {
            for (int i = 0; i < 3; i++) {
                Comparison found =
                        Comparison.of(ledger, live.all().get(i), fresh.all().get(i));
                assertTrue(found.equal(), found.name() + " seed " + seed + " round " + round);
            }
        }
    }

    private void randomEdit(Random random) {
        String one = "e" + random.nextInt(ENTITIES);
        String other = "e" + random.nextInt(ENTITIES);
        ClewRecord record = switch (random.nextInt(5)) {
            case 0, 1 ->
                one.equals(other)
                        ? SmallWorld.entity(one, EntityKind.CONCEPT)
                        : new Redirect(one, other, "Old " + one, "en");
            case 2 ->
                SmallWorld.withFacts(
                        SmallWorld.entity(one, EntityKind.CONCEPT),
                        new Fact("part-of", other, "brief", Fact.Period.NONE));
            default ->
                SmallWorld.insight(
                        "i" + random.nextInt(8),
                        Link.of(one, "enables", other, Sign.PLUS),
                        Link.of(other, "enables", "alliance", Sign.PLUS));
        };
        try {
            commit(RecordEdit.replace(record));
        } catch (ClewException chainOrCircle) {
            assertTrue(List.of(409, 422).contains(chainOrCircle.code().httpStatus()), chainOrCircle.getMessage());
        }
    }
}
