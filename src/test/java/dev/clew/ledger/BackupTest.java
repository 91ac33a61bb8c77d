package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Role;
import dev.clew.store.DataDirectory;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is the library as it stood at the change it names, or it is no backup. */
class BackupTest extends LedgerTestBase {
    @TempDir
    Path elsewhere;

    private Path file(String name) {
        return elsewhere.resolve(name);
    }

    private static Backup.Restored restore(Path file, Path directory) {
        return Backup.restore(file, DataDirectory.at(directory), handle -> {});
    }

    private static List<Change> history(Path directory) {
        try (Store opened = Store.open(StoreSettings.in(directory))) {
            return Ledger.open(LedgerSettings.on(opened)).changesSince(0, Ledger.LIMIT_ROWS);
        }
    }

    private static List<List<Object>> comparable(List<Change> changes) {
        return changes.stream()
                .map(each ->
                        List.<Object>of(each.n(), each.position().hash(), each.at(), each.author(), each.records()))
                .toList();
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBackupMadeBesideAWriterIsExactlyTheHistoryUpToTheChangeItNames() throws Exception {
        commitSmallWorld();
        AtomicLong acknowledged = new AtomicLong(1);
        AtomicLong stop = new AtomicLong();
        Position made;
        long before;
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (long n = 2; stop.get() == 0; n++) {
                    acknowledged.set(commit(RecordEdit.create(SmallWorld.insight("n" + n)))
                            .n());
                }
            });
            while (acknowledged.get() < 40) {
                Thread.onSpinWait();
            }
            before = acknowledged.get();
            made = Backup.make(store, file("one.gz"));
            stop.set(1);
            writer.get();
        }
        assertTrue(made.n() >= before && made.n() <= acknowledged.get(), made + " after " + before);
        Backup.Restored restored = restore(file("one.gz"), elsewhere.resolve("other"));
        assertEquals(made.n(), restored.position().n());
        assertEquals(made.hash(), restored.position().hash());
        assertNotEquals(ledger.ledgerId(), restored.position().ledgerId());
        List<Change> prefix = ledger.changesSince(0, (int) made.n());
        assertEquals(comparable(prefix), comparable(history(elsewhere.resolve("other"))));
    }

    @Test
    void theDeskComesWithIt() {
        Desk.on(store, Clock.systemUTC()).accounts().add("ada", Role.ADMIN, Actor.COMMAND_LINE);
        Backup.make(store, file("one.gz"));
        restore(file("one.gz"), elsewhere.resolve("other"));
        try (Store opened = Store.open(StoreSettings.in(elsewhere.resolve("other")))) {
            assertEquals(
                    Role.ADMIN,
                    Desk.on(opened, Clock.systemUTC())
                            .accounts()
                            .find("ada")
                            .orElseThrow()
                            .role());
        }
    }

    @Test
    void anyFlippedBitIsRefusedOrChangesNothing() throws IOException {
        commitSmallWorld();
        Position made = Backup.make(store, file("one.gz"));
        byte[] whole = Files.readAllBytes(file("one.gz"));
        Random random = new Random(5);
        int refused = 0;
        for (int i = 0; i < 120; i++) {
            byte[] flipped = whole.clone();
            flipped[i < 12 ? i : random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file("flipped.gz"), flipped);
            Path target = elsewhere.resolve("target" + i);
            try {
                assertEquals(
                        made.hash(),
                        restore(file("flipped.gz"), target).position().hash());
            } catch (ClewException refusal) {
                assertEquals(ErrorCode.UNUSABLE_BACKUP, refusal.code(), refusal.getMessage());
                assertEquals(List.of(), names(target));
                refused++;
            }
        }
        assertTrue(refused > 100, "refused " + refused + " of 120");
    }

    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        commitSmallWorld();
        Backup.make(store, file("one.gz"));
        byte[] whole = Files.readAllBytes(file("one.gz"));
        Random random = new Random(6);
        for (int i = 0; i < 30; i++) {
            Files.write(file("cut.gz"), Arrays.copyOf(whole, i == 0 ? whole.length - 1 : random.nextInt(whole.length)));
            refused(ErrorCode.UNUSABLE_BACKUP, () -> restore(file("cut.gz"), elsewhere.resolve("target")));
        }
        assertEquals(List.of(), names(elsewhere.resolve("target")));
    }

    @Test
    void whatIsNoBackupIsRefusedInASentence() throws IOException {
        Files.writeString(file("note.txt"), "not a backup");
        packed("text.gz", "not a database".getBytes(StandardCharsets.UTF_8));
        packed("nothing.gz", new byte[0]);
        assertEquals(
                "The file " + file("note.txt")
                        + " is damaged, or not a backup of Clew (Not in GZIP format): use another one.",
                sentence("note.txt"));
        assertEquals(
                "The copy of the database is damaged: it cannot be read as a database of Clew. Use another backup.",
                sentence("text.gz"));
        assertEquals(
                "The copy of the database is damaged: it holds nothing. Use another backup.", sentence("nothing.gz"));
        refused(ErrorCode.NOT_FOUND, () -> restore(file("missing.gz"), elsewhere.resolve("target")));
    }

    private String sentence(String name) {
        return refused(ErrorCode.UNUSABLE_BACKUP, () -> restore(file(name), elsewhere.resolve("target")))
                .getMessage();
    }

    private void packed(String name, byte[] content) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file(name)))) {
            out.write(content);
        }
    }

    @Test
    void aDatabaseOfAnotherProgramOrOfANewerVersionIsRefused() throws IOException {
        commitSmallWorld();
        store.write(handle -> handle.execute("INSERT INTO migration (step) VALUES (999)"));
        Backup.make(store, file("newer.gz"));
        assertTrue(sentence("newer.gz").contains("is of a newer version of Clew (format 999;"), sentence("newer.gz"));
        store.write(handle -> handle.execute("DROP TABLE migration"));
        Backup.make(store, file("foreign.gz"));
        assertTrue(sentence("foreign.gz").contains("is a database, but not one of Clew"), sentence("foreign.gz"));
    }

    @Test
    void aHistoryThatIsNotAsItWasCommittedIsNotBackedUp() throws IOException {
        commitSmallWorld();
        commit(RecordEdit.create(SmallWorld.insight("late")));
        store.write(handle -> handle.execute("UPDATE change SET why = 'another reason' WHERE n = 2"));
        ClewException refusal = refused(ErrorCode.UNUSABLE_BACKUP, () -> Backup.make(store, file("one.gz")));
        assertEquals(
                "The history is damaged: change 2 is not as it was committed. Use another backup.",
                refusal.getMessage());
        assertEquals(List.of(), names(elsewhere));
    }

    @Test
    void aRecordThatDoesNotStandAtItsLatestVersionIsNotBackedUp() throws IOException {
        commitSmallWorld();
        store.write(handle -> handle.execute("UPDATE record SET published = 0 WHERE name = 'entity/compute'"));
        ClewException refusal = refused(ErrorCode.UNUSABLE_BACKUP, () -> Backup.make(store, file("one.gz")));
        assertTrue(refusal.getMessage().contains("entity/compute does not stand at its latest version"));
        assertEquals(List.of(), names(elsewhere));
    }

    @Test
    void aFileThatIsThereIsNeverWrittenOver() throws IOException {
        Files.writeString(file("one.gz"), "mine");
        refused(ErrorCode.CONFLICT, () -> Backup.make(store, file("one.gz")));
        assertEquals("mine", Files.readString(file("one.gz")));
        assertEquals(List.of("one.gz"), names(elsewhere));
    }

    @Test
    void aLibraryInUseIsNotReplacedAndOneAtRestIsKeptAside() throws IOException {
        commitSmallWorld();
        Backup.make(store, file("one.gz"));
        commit(RecordEdit.create(SmallWorld.insight("late")));
        refused(ErrorCode.CONFLICT, () -> restore(file("one.gz"), directory));
        assertEquals(2, ledger.head().n());
        close();
        Path aside = restore(file("one.gz"), directory).aside().orElseThrow();
        open();
        assertEquals(1, ledger.head().n());
        assertEquals("clew.sqlite.before-restore-1", aside.getFileName().toString());
        Files.createDirectory(elsewhere.resolve("old"));
        Files.move(aside, elsewhere.resolve("old/clew.sqlite"));
        assertEquals(2, history(elsewhere.resolve("old")).size());
    }

    @Test
    void aDamagedLibraryIsKeptAsideAsItIs() throws IOException {
        commitSmallWorld();
        Backup.make(store, file("one.gz"));
        close();
        Files.writeString(directory.resolve("clew.sqlite"), "damaged");
        Path aside = restore(file("one.gz"), directory).aside().orElseThrow();
        assertEquals("damaged", Files.readString(aside));
        open();
        assertEquals(1, ledger.head().n());
    }

    @Test
    void theFileIsAGzippedDatabaseThatOnlyItsOwnerReads() throws IOException {
        Backup.make(store, file("one.gz"));
        assertEquals(
                "[OWNER_READ, OWNER_WRITE]",
                Files.getPosixFilePermissions(file("one.gz")).stream()
                        .sorted()
                        .toList()
                        .toString());
        try (var in = new GZIPInputStream(Files.newInputStream(file("one.gz")))) {
            assertEquals("SQLite format 3", new String(in.readNBytes(15), StandardCharsets.US_ASCII));
        }
        assertFalse(names(elsewhere).stream().anyMatch(name -> name.startsWith(".")));
        assertThrows(ClewException.class, () -> new Backups.Settings(elsewhere, 0, null));
    }
}
