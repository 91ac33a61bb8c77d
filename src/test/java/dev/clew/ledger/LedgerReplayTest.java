package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.InsightReferences;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The law of replay: all changes one after the other lead to what is published now. */
class LedgerReplayTest extends LedgerTestBase {
    private static final int IDS = 12;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void replayingEveryChangeGivesWhatIsPublished(long seed) {
        Random random = new Random(seed);
        commitSmallWorld();
        int refused = 0;
        for (int i = 0; i < 150; i++) {
            List<RecordEdit> edits = new ArrayList<>();
            for (int size = 1 + random.nextInt(3); size > 0; size--) {
                RecordEdit edit = randomEdit(random);
                if (edits.stream().noneMatch(other -> other.name().equals(edit.name()))) {
                    edits.add(edit);
                }
            }
            refused += attempt(new Edit(ADA, edits)) ? 0 : 1;
        }
        assertTrue(refused > 10 && refused < 140, "refused " + refused);
        assertEquals(replay(), published());
    }

    private boolean attempt(Edit edit) {
        Position before = ledger.head();
        try {
            assertEquals(before.n() + 1, ledger.commit(edit).n());
            return true;
        } catch (ClewException refused) {
            assertEquals(before, ledger.head());
            return false;
        }
    }

    private RecordEdit randomEdit(Random random) {
        String id = "r" + random.nextInt(IDS);
        String other = "r" + random.nextInt(IDS);
        long base = 1 + random.nextInt(3);
        return switch (random.nextInt(7)) {
            case 0 -> RecordEdit.put(SmallWorld.entity(id, EntityKind.CONCEPT), current(RecordName.entity(id)));
            case 1 -> RecordEdit.put(SmallWorld.entity(id, EntityKind.TECHNOLOGY), current(RecordName.entity(id)));
            case 2 -> RecordEdit.retract(RecordName.entity(id), current(RecordName.entity(id)));
            case 3 -> RecordEdit.retract(RecordName.insight(id), current(RecordName.insight(id)));
            case 4 -> RecordEdit.put(SmallWorld.insight(id, "Seen " + random.nextInt()), base);
            case 5 -> RecordEdit.replace(SmallWorld.insight(id, "Linked", Link.of(id, "goes-with", other, Sign.ZERO)));
            default ->
                RecordEdit.replace(SmallWorld.withReferences(
                        SmallWorld.insight(id, "Supported " + random.nextInt(2)),
                        id.equals(other)
                                ? InsightReferences.NONE
                                : new InsightReferences(List.of(other), List.of(), List.of(), List.of(), List.of())));
        };
    }

    private Long current(RecordName name) {
        return ledger.read(name).map(StoredRecord::version).orElse(null);
    }

    private List<RecordChange> replay() {
        TreeMap<RecordName, RecordChange> state = new TreeMap<>();
        long n = 0;
        for (List<Change> page = ledger.changesSince(n, 13); !page.isEmpty(); page = ledger.changesSince(n, 13)) {
            for (Change change : page) {
                assertEquals(++n, change.n());
                for (RecordChange record : change.records()) {
                    RecordChange before = state.get(record.name());
                    assertTrue(before == null || before.version() < record.version());
                    if (record.content() == null) {
                        state.remove(record.name());
                    } else {
                        state.put(record.name(), record);
                    }
                }
            }
        }
        return List.copyOf(state.values());
    }
}
