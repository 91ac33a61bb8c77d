package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Link;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.projection.Projections;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is interrupted, the property graph ends as a rebuild would make it, and nobody waits for it. */
class InterruptionsNeo4jTest {
    private static final Author ADA = new Author("ada", "a test");
    private static final int CHANGES = 300;

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        Neo4jHarness.emptied();
        store = Store.open(StoreSettings.in(directory));
        ledger = Ledger.open(LedgerSettings.on(store));
        ledger.commit(
                new Edit(ADA, SmallWorld.all().stream().map(RecordEdit::create).toList()));
        for (int i = 0; i < CHANGES; i++) {
            Link link = Link.of(
                    "compute", i % 3 == 0 ? "weakens" : "enables", "alliance", i % 3 == 0 ? Sign.MINUS : Sign.PLUS);
            ledger.commit(Edit.of(ADA, RecordEdit.create(SmallWorld.insight("claim-" + i, link))));
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Neo4jProjection projection(Neo4jSettings settings) {
        return new Neo4jProjection(settings, SeedWorld.RELATIONS, Base.DEFAULT::iri);
    }

    private String rebuilt() {
        Neo4jHarness.emptied();
        try (Neo4jProjection fresh = projection(Neo4jHarness.settings())) {
            ledger.snapshot(snapshot -> fresh.rebuild(snapshot.records(), snapshot.position()));
            return fresh.fingerprint();
        }
    }

    @Test
    void aServerThatStopsUnderABatchAndComesBackHoldsEveryChangeOnce() {
        // Begins at the first change, so that changes are taken in one batch after the other.
        try (Neo4jProjection first = projection(Neo4jHarness.settings())) {
            first.apply(ledger.changesSince(0, 1));
        }
        for (int i = 0; i < 3; i++) {
            int from = 1 + i * 100;
            try (Neo4jProjection killed = projection(Neo4jHarness.settings())) {
                Thread batch = new Thread(() -> killed.apply(ledger.changesSince(from, 100)));
                killed.reach();
                batch.start();
                Neo4jHarness.restart();
                join(batch);
            }
        }
        String followed;
        try (Neo4jProjection last = projection(Neo4jHarness.settings());
                Projections projections = Projections.start(ledger, List.of(last))) {
            assertTrue(projections.awaitReached(ledger.head().n(), Duration.ofSeconds(60)));
            followed = last.fingerprint();
        }
        assertEquals(rebuilt(), followed);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    @Test
    void aServerOutOfReachHoldsUpNeitherWritesNorReadinessAndIsNamedInHealth() throws InterruptedException {
        Neo4jSettings gone = new Neo4jSettings(URI.create("bolt://localhost:1"), "", "", "neo4j");
        try (Projections projections = Projections.start(ledger, List.of(), List.of(projection(gone)))) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (projections.followers().getFirst().failure() == null && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertEquals(
                    "The Neo4j server bolt://localhost:1 (database neo4j, user ) cannot be reached: see whether it runs"
                            + " and neo4j-uri is right.",
                    projections.followers().getFirst().failure());
            assertEquals(CHANGES + 1L, projections.followers().getFirst().lag());
            assertEquals(List.of(), projections.states());
            assertTrue(projections.awaitVisible(ledger.head().n()));
        }
    }
}
