package dev.clew.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Entity;
import dev.clew.model.EntityNaming;
import dev.clew.ontology.Base;
import dev.clew.projection.ProjectionState.Activity;
import dev.clew.rdf.RdfProjection;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectionsTest {
    private static final Author ADA = new Author("ada", "a test");
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;

    @BeforeEach
    void open() {
        store = Store.open(StoreSettings.in(directory));
        ledger = Ledger.open(LedgerSettings.on(store));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private RdfProjection rdf() {
        return RdfProjection.open(directory.resolve("rdf"), Base.DEFAULT);
    }

    private long commitSmallWorld() {
        return ledger.commit(new Edit(
                        ADA, SmallWorld.all().stream().map(RecordEdit::create).toList()))
                .n();
    }

    @Test
    void aChangeIsShownByTheTimeItsWriterHasWaitedForIt() {
        try (Projections projections = Projections.start(ledger, List.of(rdf()))) {
            long n = commitSmallWorld();
            projections.changed();
            assertTrue(projections.awaitReached(n, SOON));
            ProjectionState state = projections.states().getFirst();
            assertEquals(n, state.n());
            assertEquals(0, state.lag());
        }
    }

    @Test
    void aChangeOfAnotherProcessIsFollowedWithinASecond() {
        try (Projections projections = Projections.start(ledger, List.of(rdf()));
                Store other = Store.open(StoreSettings.in(directory))) {
            assertTrue(projections.awaitReached(0, SOON));
            long n = Ledger.open(LedgerSettings.on(other))
                    .commit(Edit.of(ADA, RecordEdit.create(SmallWorld.BRIEF)))
                    .n();
            assertTrue(projections.awaitReached(n, Duration.ofSeconds(1)));
        }
    }

    @Test
    void waitingForAChangeThatNeverComesEndsAtItsLimit() {
        try (Projections projections = Projections.start(ledger, List.of(rdf()))) {
            assertFalse(projections.awaitReached(1, Duration.ofMillis(300)));
        }
    }

    @Test
    void whoWaitsBeforeAProjectionIsReachedIsToldWhenItIsAndHasEverything() {
        long n = commitSmallWorld();
        try (Projections projections = Projections.start(ledger, List.of(rdf()))) {
            assertTrue(projections.awaitReached(n, SOON));
        }
        ObservedProjection far = ObservedProjection.unreached(rdf());
        try (Projections projections = Projections.start(ledger, List.of(far))) {
            Thread waiting = Thread.currentThread();
            Thread.startVirtualThread(() -> {
                while (waiting.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                far.mayReach.release(Integer.MAX_VALUE);
            });
            long before = System.nanoTime();
            assertTrue(projections.awaitReached(n, SOON));
            assertTrue(System.nanoTime() - before < SOON.toNanos() / 2, "told only when its time was over");
        }
    }

    @Test
    void whatIsWrittenIsVisibleByTheTimeItsAnswerIsGiven() {
        try (Projections projections = Projections.start(ledger, List.of(rdf()))) {
            assertTrue(projections.awaitVisible(commitSmallWorld()));
            assertTrue(projections.awaitVisible(commit(SmallWorld.COMPUTE)));
        }
    }

    @Test
    void anAnswerDoesNotWaitForAProjectionThatIsAThousandChangesBehind() {
        ObservedProjection held = new ObservedProjection(rdf());
        try (Projections projections = Projections.start(ledger, List.of(held))) {
            assertTrue(projections.awaitReached(0, SOON));
            held.mayApply.drainPermits();
            long before = System.nanoTime();
            assertFalse(projections.awaitVisible(ProjectionState.READY_LAG));
            assertTrue(System.nanoTime() - before < Projections.VISIBLE_WITHIN.toNanos() / 2);
            held.mayApply.release();
        }
    }

    @Test
    void anAnswerDoesNotWaitForAProjectionThatCannotFollow() {
        ObservedProjection refusing = new ObservedProjection(rdf());
        try (Projections projections = Projections.start(ledger, List.of(refusing))) {
            assertTrue(projections.awaitReached(0, SOON));
            refusing.refuses = true;
            long before = System.nanoTime();
            assertFalse(projections.awaitVisible(commitSmallWorld()));
            assertTrue(System.nanoTime() - before < Projections.VISIBLE_WITHIN.toNanos() / 2);
        }
    }

    @Test
    void aProjectionThatRefusesChangesTwiceIsBuiltAnew() {
        ObservedProjection refusing = new ObservedProjection(rdf());
        try (Projections projections = Projections.start(ledger, List.of(refusing))) {
            assertTrue(projections.awaitReached(0, SOON));
            int before = refusing.rebuilds.get();
            refusing.refuses = true;
            assertTrue(projections.awaitReached(commitSmallWorld(), SOON));
            assertEquals(before + 1, refusing.rebuilds.get());
        }
    }

    @Test
    void anInterruptOfTheThreadThatWritesFailsNoWrite() {
        ObservedProjection written = new ObservedProjection(rdf());
        try (Projections projections = Projections.start(ledger, List.of(written))) {
            assertTrue(projections.awaitReached(commitSmallWorld(), SOON));
            written.mayApply.drainPermits();
            written.takesIn.drainPermits();
            long n = commit(SmallWorld.COMPUTE);
            written.takesIn.acquireUninterruptibly();
            written.writer().interrupt();
            written.mayApply.release(Integer.MAX_VALUE);
            assertTrue(projections.awaitReached(n, SOON));
            assertEquals(0, written.takesIn.availablePermits(), "it had to be taken in again");
        }
    }

    @Test
    void aLedgerThatCannotBeReadForAWhileLeadsToNoRebuild() {
        commitSmallWorld();
        ObservedProjection watched = new ObservedProjection(rdf());
        try (Projections projections = Projections.start(ledger, List.of(watched))) {
            assertTrue(projections.awaitReached(1, SOON));
            assertEquals(1, watched.rebuilds.get());
            store.write(handle -> handle.execute("ALTER TABLE head RENAME TO hidden"));
            watched.asked.drainPermits();
            assertTrue(watched.asked.tryAcquire(5, SOON.toSeconds(), TimeUnit.SECONDS), "the keeper gave up");
            store.write(handle -> handle.execute("ALTER TABLE hidden RENAME TO head"));
            assertTrue(projections.awaitReached(commit(SmallWorld.COMPUTE), SOON));
            assertEquals(1, watched.rebuilds.get());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void aProjectionThatWaitsForQuietIsNotWaitedForAndFollowsOnceTheLedgerIsStill() {
        ObservedProjection waiting = new ObservedProjection(rdf());
        try (Projections projections = Projections.start(ledger, List.of(waiting))) {
            assertTrue(projections.awaitReached(0, SOON));
            waiting.waits = true;
            assertFalse(projections.awaitVisible(commitSmallWorld()));
            assertEquals(Activity.WAITING, projections.states().getFirst().activity());
            assertFalse(projections.states().getFirst().isReady());
            assertTrue(projections.awaitReached(1, SOON));
        }
    }

    private long commit(Entity entity) {
        EntityNaming naming = entity.naming();
        String label = naming.label() + " " + ledger.head().n();
        Entity renamed = new Entity(
                entity.id(),
                entity.kind(),
                new EntityNaming(label, naming.language(), naming.aliases(), naming.definition()),
                entity.codes(),
                entity.framings(),
                entity.facts(),
                entity.source(),
                entity.note());
        return ledger.commit(Edit.of(ADA, RecordEdit.replace(renamed))).n();
    }

    @Test
    void aProjectionOfAnotherLedgerIsBuiltAnew() throws IOException {
        Path elsewhere = directory.resolve("elsewhere");
        try (Store other = Store.open(StoreSettings.in(elsewhere))) {
            Ledger foreign = Ledger.open(LedgerSettings.on(other));
            foreign.commit(Edit.of(ADA, RecordEdit.create(SmallWorld.BRIEF)));
            try (Projections projections = Projections.start(foreign, List.of(rdf()))) {
                assertTrue(projections.awaitReached(1, SOON));
            }
        }
        long n = commitSmallWorld();
        RdfProjection live = rdf();
        try (Projections projections = Projections.start(ledger, List.of(live))) {
            assertTrue(projections.awaitReached(n, SOON));
            assertEquals(new Comparison("rdf", n, true), compared(live));
        }
    }

    @Test
    void comparingTellsAProjectionThatLagsBehindFromOneThatEqualsARebuild() throws IOException {
        RdfProjection live = rdf();
        try (Projections projections = Projections.start(ledger, List.of(live))) {
            assertTrue(projections.awaitReached(commitSmallWorld(), SOON));
            assertEquals(new Comparison("rdf", 1, true), compared(live));
        }
        ledger.commit(Edit.of(ADA, RecordEdit.retract(SmallWorld.ENABLES.name(), 1L)));
        try (RdfProjection left = rdf()) {
            assertEquals(new Comparison("rdf", 1, false), compared(left));
        }
    }

    private Comparison compared(RdfProjection live) throws IOException {
        Path fresh = Files.createTempDirectory(directory, "fresh");
        try (RdfProjection built = RdfProjection.open(fresh, Base.DEFAULT)) {
            return Comparison.of(ledger, live, built);
        }
    }

    @Test
    void aClosedKeeperSaysSo() {
        Projections projections = Projections.start(ledger, List.of(rdf()));
        projections.close();
        assertEquals(Activity.CLOSED, projections.states().getFirst().activity());
    }
}
