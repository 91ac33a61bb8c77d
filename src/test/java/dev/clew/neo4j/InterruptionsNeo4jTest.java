package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.ledger.Change;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewException;
import dev.clew.model.Link;
import dev.clew.model.Sign;
import dev.clew.ontology.Base;
import dev.clew.projection.Projections;
import dev.clew.search.TextWords;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.BufferedReader;
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
    private static final int CHANGES = 60;

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
        return new Neo4jProjection(settings, SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
    }

    private String rebuilt() {
        Neo4jHarness.emptied();
        try (Neo4jProjection fresh = projection(Neo4jHarness.settings())) {
            ledger.snapshot(snapshot -> fresh.rebuild(snapshot.records(), snapshot.position()));
            return fresh.fingerprint();
        }
    }

    @Test
    void transactionsThatTheServerEndsAndAnAppThatIsKilledLeaveEveryChangeThereOnce() throws Exception {
        try (Neo4jProjection first = projection(Neo4jHarness.settings())) {
            first.apply(ledger.changesSince(0, 1));
            int ended = 0;
            for (int from = 1; from < 40; from += 20) {
                ended += interrupted(first, from);
            }
            assertTrue(ended > 0, "nothing was interrupted");
        }
        killAfterSomeChanges();
        try (Neo4jProjection last = projection(Neo4jHarness.settings())) {
            last.reach();
            assertTrue(last.position().n() > 1, "nothing was kept");
            assertTrue(last.position().n() < ledger.head().n(), "nothing was left to do");
        }
        String followed;
        try (Neo4jProjection last = projection(Neo4jHarness.settings());
                Projections projections = Projections.start(ledger, List.of(last))) {
            assertTrue(projections.awaitReached(ledger.head().n(), Duration.ofSeconds(60)));
            followed = last.fingerprint();
        }
        assertEquals(rebuilt(), followed);
    }

    /** Takes in twenty changes while the server ends its transactions once; gives how many it ended. */
    private int interrupted(Neo4jProjection projection, int from) throws InterruptedException {
        projection.reach();
        if (projection.position().n() != from) {
            return 0;
        }
        List<Change> changes = ledger.changesSince(from, 20);
        Thread batch = new Thread(() -> {
            try {
                projection.apply(changes);
            } catch (ClewException ended) {
                assertEquals(Position.NONE, projection.position());
            }
        });
        batch.start();
        int ended = 0;
        while (batch.isAlive() && ended == 0) {
            ended = Neo4jHarness.endTransactions();
        }
        batch.join();
        projection.reach();
        long kept = projection.position().n();
        assertTrue(kept == from || kept == from + 20, "half a batch is there: " + kept);
        if (kept == from) {
            projection.apply(changes);
        }
        return ended;
    }

    private void killAfterSomeChanges() throws Exception {
        Process app = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Following.class.getName(),
                        directory.toString(),
                        Neo4jHarness.uri().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader told = app.inputReader()) {
            String line = told.readLine();
            while (line != null && !line.equals("change 50")) {
                line = told.readLine();
            }
        } finally {
            app.destroyForcibly().waitFor();
        }
    }

    /** Takes in one change after the other, until it is killed. */
    static final class Following {
        /** Takes the ledger's directory and the server's address. */
        public static void main(String[] arguments) {
            Neo4jSettings server = new Neo4jSettings(URI.create(arguments[1]), "", "", "neo4j");
            try (Store store = Store.open(StoreSettings.in(Path.of(arguments[0])));
                    Neo4jProjection projection = projection(server)) {
                Ledger ledger = Ledger.open(LedgerSettings.on(store));
                projection.reach();
                while (projection.position().n() < ledger.head().n()) {
                    projection.apply(ledger.changesSince(projection.position().n(), 1));
                    System.out.println("change " + projection.position().n());
                }
            }
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
