package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many writers at once, in one process and in several. */
class LedgerConcurrencyTest extends LedgerTestBase {
    private static final int WRITERS = 8;
    private static final int COMMITS = 40;

    @Test
    void eightWritersAndOnePullerSeeEveryNumberOnceInOrder() throws Exception {
        commitSmallWorld();
        AtomicInteger running = new AtomicInteger(WRITERS);
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
                Store otherProcess = Store.open(TestDatabases.in(directory))) {
            Ledger second = Ledger.open(LedgerSettings.on(otherProcess));
            Future<List<Long>> puller = threads.submit(() -> pull(running));
            List<Future<List<Long>>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int name = writer;
                Ledger through = writer % 2 == 0 ? ledger : second;
                writers.add(threads.submit(() -> write(through, name, running)));
            }
            List<Long> acknowledged = new ArrayList<>();
            for (Future<List<Long>> writer : writers) {
                acknowledged.addAll(writer.get());
            }
            List<Long> expected =
                    LongStream.rangeClosed(1, 1 + WRITERS * COMMITS).boxed().toList();
            assertEquals(expected, puller.get());
            assertEquals(
                    expected.subList(1, expected.size()),
                    acknowledged.stream().sorted().toList());
        }
    }

    private static List<Long> write(Ledger through, int writer, AtomicInteger running) {
        List<Long> acknowledged = new ArrayList<>();
        for (int i = 0; i < COMMITS; i++) {
            Edit edit = Edit.of(ADA, RecordEdit.create(SmallWorld.insight("claim-" + writer + "-" + i)));
            acknowledged.add(through.commit(edit).n());
        }
        running.decrementAndGet();
        return acknowledged;
    }

    private List<Long> pull(AtomicInteger running) {
        List<Long> seen = new ArrayList<>();
        long last = 0;
        while (true) {
            boolean lastRound = running.get() == 0;
            List<Change> changes = ledger.changesSince(last, 7);
            for (Change change : changes) {
                seen.add(change.n());
                last = change.n();
            }
            if (lastRound && changes.isEmpty()) {
                return seen;
            }
        }
    }

    @Test
    void ofManyEditsOverOneVersionExactlyOneWins() throws Exception {
        commitSmallWorld();
        RecordName name = SmallWorld.ENABLES.name();
        AtomicInteger won = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<?>> editors = new ArrayList<>();
            for (int editor = 0; editor < WRITERS; editor++) {
                String words = "Words of editor " + editor;
                editors.add(threads.submit(() -> edit(words, won)));
            }
            for (Future<?> editor : editors) {
                editor.get();
            }
        }
        assertEquals(1, won.get());
        assertEquals(2, ledger.read(name).orElseThrow().version());
    }

    private void edit(String words, AtomicInteger won) {
        try {
            commit(RecordEdit.put(SmallWorld.insight("compute-enables", words), 1L));
            won.incrementAndGet();
        } catch (ClewException stale) {
            assertEquals(ErrorCode.STALE_VERSION, stale.code());
        }
    }

    @Test
    void retractingAndReferringAtOnceNeverLeavesAReferenceToNothing() throws Exception {
        commitSmallWorld();
        for (int round = 0; round < 20; round++) {
            String target = "target-" + round;
            commit(RecordEdit.create(SmallWorld.document(target)));
            String claim = "claim-" + round;
            AtomicInteger won = new AtomicInteger();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                Future<?> referring = threads.submit(() -> attempt(
                        RecordEdit.create(SmallWorld.entity(claim, dev.clew.model.EntityKind.CONCEPT, target)), won));
                Future<?> retracting =
                        threads.submit(() -> attempt(RecordEdit.retract(RecordName.source(target), 1L), won));
                referring.get();
                retracting.get();
            }
            assertEquals(1, won.get());
            boolean referred = ledger.read(RecordName.entity(claim)).isPresent();
            boolean there =
                    ledger.read(RecordName.source(target)).orElseThrow().status() == StoredRecord.Status.PUBLISHED;
            assertTrue(referred == there);
        }
    }

    private void attempt(RecordEdit edit, AtomicInteger won) {
        try {
            commit(edit);
            won.incrementAndGet();
        } catch (ClewException refused) {
            assertTrue(refused.code() == ErrorCode.INVALID || refused.code() == ErrorCode.CONFLICT);
        }
    }
}
