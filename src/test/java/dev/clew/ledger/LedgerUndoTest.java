package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.ledger.ChangeSummary.Action;
import dev.clew.ledger.ChangeSummary.Touched;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What was written can be taken back, alone or as a run, and only when nothing stands on it. */
class LedgerUndoTest extends LedgerTestBase {
    private static final RecordName ENABLES = SmallWorld.ENABLES.name();

    @Test
    void undoingAnEditBringsTheRecordBackAsANewVersion() {
        commitSmallWorld();
        commit(RecordEdit.put(SmallWorld.insight("compute-enables", "Two."), 1L));
        Undone undone = ledger.undo(2, ADA);
        StoredRecord now = ledger.read(ENABLES).orElseThrow();
        assertEquals(SmallWorld.ENABLES, now.record().orElseThrow());
        assertEquals(3, now.version());
        assertEquals(new Undone(ledger.head(), 3, 1), undone);
        ledger.undo(3, ADA);
        assertEquals(
                SmallWorld.insight("compute-enables", "Two."),
                ledger.read(ENABLES).orElseThrow().record().orElseThrow());
    }

    @Test
    void undoingAnAdditionRetractsAndUndoingARetractionPublishesAgain() {
        commitSmallWorld();
        commit(RecordEdit.create(SmallWorld.insight("another")));
        ledger.undo(2, ADA);
        assertEquals(
                StoredRecord.Status.RETRACTED,
                ledger.read(RecordName.insight("another")).orElseThrow().status());
        commit(RecordEdit.retract(ENABLES, 1L));
        ledger.undo(4, ADA);
        assertEquals(
                SmallWorld.ENABLES, ledger.read(ENABLES).orElseThrow().record().orElseThrow());
    }

    @Test
    void undoIsRefusedWhenALaterChangeStandsOnItAndNamesIt() {
        commitSmallWorld();
        commit(RecordEdit.put(SmallWorld.insight("compute-enables", "Two."), 1L));
        commit(RecordEdit.put(SmallWorld.insight("compute-enables", "Three."), 2L));
        ClewException refusal = refused(ErrorCode.CONFLICT, () -> ledger.undo(2, ADA));
        assertEquals(
                "insight/compute-enables: was changed again by change 3 (ada: a test): undo that first",
                refusal.getMessage());
        assertEquals(3, ledger.head().n());
    }

    @Test
    void undoIsRefusedWhenLaterRecordsReferToWhatWouldGo() {
        commitSmallWorld();
        commit(RecordEdit.create(SmallWorld.document("other")));
        commit(RecordEdit.create(SmallWorld.entity("thing", EntityKind.CONCEPT, "other")));
        ClewException refusal = refused(ErrorCode.CONFLICT, () -> ledger.undo(2, ADA));
        assertEquals("source/other: is referred to since by entity/thing: change these first", refusal.getMessage());
    }

    @Test
    void undoIsRefusedWhenWhatTheRecordReferredToIsGone() {
        commitSmallWorld();
        commit(RecordEdit.create(SmallWorld.document("other")));
        commit(RecordEdit.create(SmallWorld.entity("thing", EntityKind.CONCEPT, "other")));
        commit(RecordEdit.put(SmallWorld.entity("thing", EntityKind.CONCEPT, "brief"), 1L));
        commit(RecordEdit.retract(RecordName.source("other"), 1L));
        ClewException refusal = refused(ErrorCode.CONFLICT, () -> ledger.undo(4, ADA));
        assertTrue(refusal.getMessage().contains("no source of this id is published"), refusal.getMessage());
    }

    @Test
    void aChangeThatIsNotThereCannotBeUndone() {
        commitSmallWorld();
        refused(ErrorCode.NOT_FOUND, () -> ledger.undo(2, ADA));
        refused(ErrorCode.NOT_FOUND, () -> ledger.undoRun(2, ADA));
    }

    @Test
    void aRunIsUndoneAsOneHoweverManyRecordsItHas() {
        commitSmallWorld();
        List<ClewRecord> before = publishedRecords();
        Run run = new Run();
        for (int change = 0; change < 3; change++) {
            List<RecordEdit> edits = new ArrayList<>();
            for (int i = 0; i < 700; i++) {
                edits.add(RecordEdit.create(SmallWorld.document("doc-" + change + "-" + i)));
            }
            edits.add(RecordEdit.put(SmallWorld.insight("compute-enables", "Words " + change), change + 1L));
            ledger.commit(new Edit(ADA, edits), run);
        }
        commit(RecordEdit.create(SmallWorld.insight("beside")));
        assertEquals(2, run.number());
        Undone undone = ledger.undoRun(2, ADA);
        assertEquals(2102 + 1, undone.records());
        List<ClewRecord> after = new ArrayList<>(publishedRecords());
        assertTrue(after.remove(SmallWorld.insight("beside")));
        assertEquals(before, after);
        assertEquals(2103, ledger.undoRun(undone.run(), ADA).records());
        assertEquals(2100 + before.size() + 1, published().size());
    }

    @Test
    void anUndoOfARunThatIsRefusedHalfWayLeavesNothingBehind() {
        commitSmallWorld();
        commit(RecordEdit.create(SmallWorld.document("other")));
        commit(RecordEdit.create(SmallWorld.entity("thing", EntityKind.CONCEPT, "other")));
        Run run = new Run();
        ledger.commit(
                new Edit(ADA, List.of(RecordEdit.put(SmallWorld.entity("thing", EntityKind.CONCEPT, "brief"), 1L))),
                run);
        List<RecordEdit> many = new ArrayList<>();
        for (int i = 0; i < Edit.LIMIT_RECORDS; i++) {
            many.add(RecordEdit.create(SmallWorld.document("doc-" + i)));
        }
        ledger.commit(new Edit(ADA, many), run);
        commit(RecordEdit.retract(RecordName.source("other"), 1L));
        Position before = ledger.head();
        List<ClewRecord> published = publishedRecords();
        refused(ErrorCode.CONFLICT, () -> ledger.undoRun(run.number(), ADA));
        assertEquals(before, ledger.head());
        assertEquals(published, publishedRecords());
    }

    @Test
    void anUndoOfARunBesideWritersIsDoneWholeOrNotAtAll() throws Exception {
        commitSmallWorld();
        for (int round = 0; round < 6; round++) {
            String prefix = "d" + round + "-";
            Run run = runOfDocuments(prefix);
            boolean edited;
            boolean undone;
            try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
                Future<Boolean> editor = threads.submit(() -> passes(() -> commit(
                        RecordEdit.put(SmallWorld.entity("e" + prefix, EntityKind.CONCEPT, prefix + "0-7"), null))));
                undone = passes(() -> ledger.undoRun(run.number(), ADA));
                edited = editor.get();
            }
            long left = publishedRecords().stream()
                    .filter(each -> each.id().startsWith(prefix))
                    .count();
            assertEquals(edited, !undone);
            assertEquals(undone ? 0 : 1200, left);
        }
    }

    private Run runOfDocuments(String prefix) {
        Run run = new Run();
        for (int change = 0; change < 3; change++) {
            List<RecordEdit> edits = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                edits.add(RecordEdit.create(SmallWorld.document(prefix + change + "-" + i)));
            }
            ledger.commit(new Edit(ADA, edits), run);
        }
        return run;
    }

    private static boolean passes(Runnable work) {
        try {
            work.run();
            return true;
        } catch (ClewException refused) {
            return false;
        }
    }

    @Test
    void undoingEverythingNewestFirstLeadsBackThroughEveryState() {
        for (long seed = 1; seed <= 3; seed++) {
            close();
            directory = directory.resolve("seed" + seed);
            open();
            commitSmallWorld();
            Random random = new Random(seed);
            List<List<ClewRecord>> states = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                states.add(publishedRecords());
                randomEdit(random);
            }
            for (long n = 26; n > 1; n--) {
                ledger.undo(n, ADA);
                assertEquals(states.get((int) n - 2), publishedRecords(), "seed " + seed + " change " + n);
            }
        }
    }

    private void randomEdit(Random random) {
        RecordName name = RecordName.insight("claim-" + random.nextInt(6));
        StoredRecord stored = ledger.read(name).orElse(null);
        if (stored != null && stored.content() != null && random.nextInt(3) == 0) {
            commit(RecordEdit.retract(name, stored.version()));
        } else {
            ClewRecord record = SmallWorld.insight(name.id(), "Words " + random.nextInt());
            commit(RecordEdit.put(record, stored == null ? null : Long.valueOf(stored.version())));
        }
    }

    @Test
    void recentChangesAreListedNewestFirstWithWhatTheyTouched() {
        commitSmallWorld();
        commit(
                RecordEdit.put(SmallWorld.insight("compute-enables", "Two."), 1L),
                RecordEdit.create(SmallWorld.insight("new")));
        commit(RecordEdit.retract(RecordName.insight("new"), 1L));
        List<ChangeSummary> recent = ledger.changesBefore(Long.MAX_VALUE, "", 2);
        assertEquals(List.of(3L, 2L), recent.stream().map(ChangeSummary::n).toList());
        assertEquals(
                List.of(
                        new Touched(ENABLES, 2, Action.EDITED),
                        new Touched(RecordName.insight("new"), 1, Action.ADDED)),
                recent.getLast().touched());
        assertEquals(Action.RETRACTED, recent.getFirst().touched().getFirst().action());
        assertEquals(List.of(), ledger.changesBefore(Long.MAX_VALUE, "nobody", 2));
        assertEquals(1, ledger.changesBefore(2, "ada", 5).size());
    }
}
