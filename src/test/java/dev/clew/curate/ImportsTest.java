package dev.clew.curate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.clew.SmallWorld;
import dev.clew.curate.Imports.Manner;
import dev.clew.desk.Desk;
import dev.clew.desk.ImportRun;
import dev.clew.desk.ImportRun.Given;
import dev.clew.desk.ImportRun.Mode;
import dev.clew.desk.ImportRun.State;
import dev.clew.desk.Repeats;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.LibraryImport;
import dev.clew.exchange.RecordJson;
import dev.clew.exchange.UploadedFile;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Caller;
import dev.clew.model.Role;
import dev.clew.ontology.Base;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that the server stops with, and what is known of them afterwards. */
class ImportsTest {
    private static final Caller KURT = new Caller("kurt", Role.CURATOR);

    @TempDir
    Path directory;

    private Store store;
    private Ledger ledger;
    private Desk desk;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory.resolve("data")));
        ledger = Ledger.open(LedgerSettings.on(store));
        desk = Desk.on(store, Clock.systemUTC());
        ledger.commit(new Edit(
                new Author("ada", "a test"),
                SmallWorld.all().stream().map(RecordEdit::create).toList()));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Imports imports() {
        return new Imports(ledger, desk, new LibraryImport(ledger, Base.DEFAULT), new RecordJson(Base.DEFAULT));
    }

    private static UploadedFile table(int rows) {
        StringBuilder table = new StringBuilder("id,text,source,topics\n");
        for (int i = 0; i < rows; i++) {
            table.append("claim-").append(i).append(",A claim.,brief,geopolitics\n");
        }
        byte[] bytes = table.toString().getBytes(StandardCharsets.UTF_8);
        return UploadedFile.take(new ByteArrayInputStream(bytes), "table.csv", FileFormat.CSV);
    }

    @Test
    void whatWasUnderWayWhenThePowerWentIsNotedAsInterruptedByTheNextStart() {
        long number = desk.imports().begin(new Given("kurt", "lost.csv", "csv", Mode.PUBLISH, ""));
        try (Imports imports = imports()) {
            assertEquals(State.INTERRUPTED, imports.runs().require(number).state());
        }
    }

    @Test
    void stoppingTheServerStopsAnImportAndWhatItWroteIsUndoneAfterTheNextStart() {
        long number;
        Path kept;
        try (Imports imports = imports()) {
            UploadedFile upload = table(40_000);
            kept = upload.file().path();
            number = imports.start(upload, new Manner(Mode.PUBLISH, false), KURT, Repeats.Keeper.NONE);
            while (imports.runs().require(number).changes().run() == 0) {
                Thread.onSpinWait();
            }
        }
        ImportRun stopped = desk.imports().require(number);
        assertEquals(State.INTERRUPTED, stopped.state());
        assertFalse(Files.exists(kept));
        try (Imports imports = imports()) {
            assertEquals(State.UNDONE, imports.undo(number, KURT).state());
        }
        assertEquals(3, ledger.counts().insights());
    }
}
