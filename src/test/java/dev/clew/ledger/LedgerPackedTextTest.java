package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LedgerPackedTextTest extends LedgerTestBase {
    private record Version(long record, long version, String text) {}

    /** Rewrites every version as earlier releases kept it. */
    private void unpackAll() {
        store.write(handle -> {
            List<Version> all = new ArrayList<>(
                    handle.createQuery("SELECT record, version, content, packed FROM version WHERE content IS NOT NULL")
                            .map((row, context) -> new Version(row.getLong(1), row.getLong(2), VersionText.read(row)))
                            .list());
            all.forEach(each -> handle.execute(
                    "UPDATE version SET content = ?, packed = NULL WHERE record = ? AND version = ?",
                    each.text(),
                    each.record(),
                    each.version()));
            return all.size();
        });
    }

    @Test
    void versionsOfAnEarlierReleaseReadTheSameAndAreNotWrittenAgain() {
        commitSmallWorld();
        List<RecordChange> packed = published();
        List<Change> changes = ledger.changesSince(0, 10);
        unpackAll();
        reopen();
        assertEquals(packed, published());
        assertEquals(changes, ledger.changesSince(0, 10));
        Committed again =
                commit(SmallWorld.all().stream().map(RecordEdit::replace).toArray(RecordEdit[]::new));
        assertEquals(SmallWorld.all().size(), again.skipped());
    }

    @Test
    void aRetractionHasNoTextInEitherForm() {
        commitSmallWorld();
        commit(RecordEdit.retract(SmallWorld.ENABLES.name(), 1L));
        assertTrue(ledger.read(SmallWorld.ENABLES.name()).orElseThrow().record().isEmpty());
        assertEquals(
                2,
                ledger.readVersion(SmallWorld.ENABLES.name(), 2).orElseThrow().version());
    }

    @Test
    void anyTextComesBackAsItWasAndARecordsShrinksToAThirdAtMost() {
        Random random = new Random(5);
        for (int length = 0; length < 300; length++) {
            String text = random.ints(length, 32, 0xD7FF)
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            assertEquals(text, unpacked(VersionText.pack(text)));
        }
        commitSmallWorld();
        String canonical = published().getLast().content().canonicalText();
        assertTrue(VersionText.pack(canonical).length * 3 < canonical.length());
    }

    private String unpacked(byte[] packed) {
        return store.read(handle -> handle.createQuery("SELECT '' AS content, :packed AS packed")
                .bind("packed", packed)
                .map((row, context) -> VersionText.read(row))
                .one());
    }

    @Test
    void aDamagedTextSaysSo() {
        ClewException refusal = assertThrows(ClewException.class, () -> unpacked(new byte[] {1, 2, 3}));
        assertEquals(ErrorCode.DATA_DIRECTORY, refusal.code());
    }
}
