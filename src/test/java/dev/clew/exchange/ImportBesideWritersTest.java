package dev.clew.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.exchange.ImportProgress.Stage;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.RecordName;
import dev.clew.ontology.Base;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import while somebody else writes. */
class ImportBesideWritersTest {
    private static final Author ADA = new Author("ada", "a test");

    @TempDir
    Path directory;

    @Test
    void whatLostItsGroundMeanwhileIsRefusedAndTheRestIsWritten() throws IOException {
        try (Store store = Store.open(StoreSettings.in(directory.resolve("data")))) {
            Ledger ledger = Ledger.open(LedgerSettings.on(store));
            ledger.commit(new Edit(
                    ADA, SmallWorld.all().stream().map(RecordEdit::create).toList()));
            ledger.commit(Edit.of(ADA, RecordEdit.create(SmallWorld.document("fleeting"))));
            Path file = write(claims());
            ImportReport report = new LibraryImport(ledger, Base.DEFAULT)
                    .run(ImportRequest.of(List.of(file), ADA, false, progress -> retractOnce(ledger, progress)));
            assertEquals(9000, report.read());
            assertEquals(report.read(), report.written() + report.refused());
            assertEquals(9, report.refused());
            assertTrue(
                    report.refusals().stream()
                            .allMatch(refusal -> refusal.reason().contains("fleeting")),
                    report.refusals().toString());
            assertEquals(9000 - 9 + 5 + 3 + 1, ledger.counts().records());
        }
    }

    /** Nine changes of claims; in each one entity stands on the source that will be gone. */
    private static List<ClewRecord> claims() {
        List<ClewRecord> records = new ArrayList<>();
        for (int i = 0; i < 9000; i++) {
            records.add(
                    i % 1000 == 500
                            ? SmallWorld.entity("on-it-" + i, EntityKind.CONCEPT, "fleeting")
                            : SmallWorld.insight("claim-" + i));
        }
        return records;
    }

    private Path write(List<ClewRecord> records) throws IOException {
        RecordJson json = new RecordJson(Base.DEFAULT);
        Path file = directory.resolve("claims.jsonl");
        try (var out = Files.newOutputStream(file)) {
            for (ClewRecord record : records) {
                out.write(json.line(record));
                out.write('\n');
            }
        }
        return file;
    }

    /** Retracts the source as soon as everything is checked, before the first change is written. */
    private static void retractOnce(Ledger ledger, ImportProgress progress) {
        boolean isChecked = progress.stage() == Stage.CHECKING && progress.done() == progress.total();
        if (isChecked && ledger.head().n() == 2) {
            ledger.commit(Edit.of(ADA, RecordEdit.retract(RecordName.source("fleeting"), 1L)));
        }
    }
}
