package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is written, read back and remembered. */
class LedgerTest extends LedgerTestBase {
    private static final RecordName ENABLES = SmallWorld.ENABLES.name();

    @Test
    void whatWasCommittedIsReadBackAlsoAfterReopening() {
        Committed committed = commitSmallWorld();
        reopen();
        StoredRecord stored = ledger.read(ENABLES).orElseThrow();
        assertEquals(Optional.of(SmallWorld.ENABLES), stored.record());
        assertEquals(1, stored.version());
        assertEquals(1, stored.n());
        assertEquals(StoredRecord.Status.PUBLISHED, stored.status());
        assertEquals(committed.position(), ledger.head());
        assertEquals(new Counts(3, 5, 1, 1), ledger.counts());
    }

    @Test
    void aNewLedgerIsEmptyAndHasAnIdOfItsOwn() {
        assertEquals(new Position(ledger.ledgerId(), 0, ""), ledger.head());
        assertEquals(List.of(), ledger.changesSince(0, 10));
        assertEquals(List.of(), published());
        assertEquals(Optional.empty(), ledger.read(ENABLES));
        String id = ledger.ledgerId();
        reopen();
        assertEquals(id, ledger.ledgerId());
    }

    @Test
    void theRecordsOfOneEditMayReferToEachOtherInAnyOrder() {
        commit(SmallWorld.all().reversed().stream().map(RecordEdit::create).toArray(RecordEdit[]::new));
        assertEquals(9, ledger.counts().records());
    }

    @Test
    void everyVersionStaysInHistoryLatestFirst() {
        commitSmallWorld();
        var second = SmallWorld.insight("compute-enables", "Said otherwise.");
        commit(RecordEdit.put(second, 1L));
        commit(RecordEdit.retract(ENABLES, 2L));
        List<RecordVersion> history = ledger.history(ENABLES, 10);
        assertEquals(
                List.of(Optional.empty(), Optional.of(second), Optional.of(SmallWorld.ENABLES)),
                history.stream().map(each -> each.record().record()).toList());
        assertEquals(
                List.of(3L, 2L, 1L),
                history.stream().map(each -> each.record().version()).toList());
        assertEquals(ADA, history.getFirst().author());
        assertEquals(
                Optional.of(second),
                ledger.readVersion(ENABLES, 2).orElseThrow().record());
        assertEquals(
                StoredRecord.Status.RETRACTED,
                ledger.read(ENABLES).orElseThrow().status());
        assertEquals(2, ledger.counts().insights());
    }

    @Test
    void aRetractedRecordIsRestoredByNamingItsVersion() {
        commitSmallWorld();
        commit(RecordEdit.retract(ENABLES, 1L));
        refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.create(SmallWorld.ENABLES)));
        refused(ErrorCode.GONE, () -> commit(RecordEdit.retract(ENABLES, 2L)));
        Committed restored = commit(RecordEdit.put(SmallWorld.ENABLES, 2L));
        assertEquals(3, restored.version(ENABLES));
        assertEquals(
                Optional.of(SmallWorld.ENABLES),
                ledger.read(ENABLES).orElseThrow().record());
    }

    @Test
    void anEditOverAVersionNotSeenIsRefusedAndNamesBoth() {
        commitSmallWorld();
        commit(RecordEdit.put(SmallWorld.insight("compute-enables", "Two."), 1L));
        var three = SmallWorld.insight("compute-enables", "Three.");
        var stale = refused(ErrorCode.STALE_VERSION, () -> commit(RecordEdit.put(three, 1L)));
        assertTrue(
                stale.getMessage().contains("version 1") && stale.getMessage().contains("is 2"), stale.getMessage());
        refused(ErrorCode.VERSION_REQUIRED, () -> commit(RecordEdit.put(three, null)));
        refused(ErrorCode.VERSION_REQUIRED, () -> commit(RecordEdit.retract(ENABLES, null)));
        refused(ErrorCode.CONFLICT, () -> commit(RecordEdit.create(three)));
        refused(ErrorCode.STALE_VERSION, () -> commit(RecordEdit.put(SmallWorld.insight("unseen"), 4L)));
        refused(ErrorCode.NOT_FOUND, () -> commit(RecordEdit.retract(RecordName.insight("unseen"), 1L)));
        assertEquals(2, ledger.head().n());
    }

    @Test
    void replacingWithTheSameWritesNothing() {
        commitSmallWorld();
        Position before = ledger.head();
        Committed committed = commit(RecordEdit.replace(SmallWorld.ENABLES), RecordEdit.replace(SmallWorld.WEAKENS));
        assertEquals(2, committed.skipped());
        assertEquals(before, committed.position());
        assertEquals(before, ledger.head());
        Committed half = commit(
                RecordEdit.replace(SmallWorld.ENABLES),
                RecordEdit.replace(SmallWorld.insight("sovereignty-weakens", "New words.")));
        assertEquals(1, half.skipped());
        assertEquals(1, half.versions().size());
    }

    @Test
    void eachChangeCarriesTheHashOfTheOneBefore() {
        commitSmallWorld();
        commit(RecordEdit.put(SmallWorld.insight("compute-enables", "Two."), 1L));
        List<Change> changes = ledger.changesSince(0, 10);
        Position before = new Position(ledger.ledgerId(), 0, "");
        for (Change change : changes) {
            ChangeHash hash = ChangeHash.start(before, change.at(), change.author());
            change.records().stream()
                    .sorted(java.util.Comparator.comparing(
                            record -> record.name().path()))
                    .forEach(record -> hash.record(
                            record.name().path(),
                            record.version(),
                            record.content() == null ? null : record.content().canonicalText()));
            assertEquals(change.position().hash(), hash.hex());
            before = change.position();
        }
        assertNotEquals(
                changes.get(0).position().hash(), changes.get(1).position().hash());
    }

    @Test
    void aPositionIsKnownOnlyWithTheRightLedgerNumberAndHash() {
        Position first = commitSmallWorld().position();
        assertTrue(ledger.knows(first));
        assertTrue(ledger.knows(new Position(ledger.ledgerId(), 0, "")));
        assertFalse(ledger.knows(Position.NONE));
        assertFalse(ledger.knows(new Position("other", first.n(), first.hash())));
        assertFalse(ledger.knows(new Position(first.ledgerId(), 1, "other")));
        assertFalse(ledger.knows(new Position(first.ledgerId(), 2, first.hash())));
    }

    @Test
    void theSnapshotHoldsEveryPublishedRecordInTheOrderOfNames() {
        commitSmallWorld();
        commit(RecordEdit.retract(ENABLES, 1L));
        List<RecordName> names = published().stream().map(RecordChange::name).toList();
        assertEquals(names.stream().sorted().toList(), names);
        assertEquals(8, names.size());
    }

    @Test
    void whatIsWrittenBesideAnEditIsKeptOrDroppedWithIt() {
        store.write(handle -> handle.execute("CREATE TABLE beside (n INTEGER)"));
        ledger.commit(
                Edit.of(ADA, RecordEdit.create(SmallWorld.BRIEF)),
                (handle, committed) -> handle.execute("INSERT INTO beside VALUES (?)", committed.n()));
        assertThrows(
                IllegalStateException.class,
                () -> ledger.commit(
                        Edit.of(ADA, RecordEdit.create(SmallWorld.document("other"))), (handle, committed) -> {
                            handle.execute("INSERT INTO beside VALUES (?)", committed.n());
                            throw new IllegalStateException("on purpose");
                        }));
        List<Long> beside = store.read(handle ->
                handle.createQuery("SELECT n FROM beside").mapTo(Long.class).list());
        assertEquals(List.of(1L), beside);
        assertEquals(1, ledger.head().n());
    }

    @Test
    void aTimeIsMappedToTheLastChangeBeforeIt() {
        Instant before = Instant.now().minusSeconds(60);
        commitSmallWorld();
        assertEquals(0, ledger.lastChangeAt(before));
        assertEquals(1, ledger.lastChangeAt(Instant.now().plusSeconds(60)));
    }

    @Test
    void aPageOfChangesIsBoundedByTheRecordsInIt() {
        commitSmallWorld();
        for (int batch = 0; batch < 7; batch++) {
            RecordEdit[] edits = new RecordEdit[Edit.LIMIT_RECORDS];
            for (int i = 0; i < edits.length; i++) {
                edits[i] = RecordEdit.create(SmallWorld.document("document-" + batch + "-" + i));
            }
            commit(edits);
        }
        assertEquals(5, ledger.changesSince(0, 100).size());
        assertEquals(3, ledger.changesSince(5, 100).size());
        assertEquals(3000, ledger.recordsSince(5));
        refused(ErrorCode.INVALID, () -> ledger.changesSince(0, 0));
    }
}
