package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.ClewException;
import dev.clew.store.DataDirectory;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A directory of backups: which stay, which count, and what a killed process leaves. */
class BackupsTest extends LedgerTestBase {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private Backups at(int hour, int keep) {
        Clock clock = Clock.fixed(START.plus(Duration.ofHours(hour)), ZoneOffset.UTC);
        return new Backups(store, new Backups.Settings(directory.resolve("backups"), keep, Duration.ofDays(1)), clock);
    }

    private static List<String> names(Backups backups) {
        return backups.list().stream().map(Backups.Made::name).toList();
    }

    @Test
    void theLatestStayAndTheirNamesTellWhenAndUpToWhichChange() {
        for (int hour = 0; hour < 5; hour++) {
            commit(RecordEdit.create(SmallWorld.document("s" + hour)));
            at(hour, 3).make();
        }
        assertEquals(
                List.of(
                        "clew-20260301T160000Z-change-5.sqlite.gz",
                        "clew-20260301T150000Z-change-4.sqlite.gz",
                        "clew-20260301T140000Z-change-3.sqlite.gz"),
                names(at(9, 3)));
        Backups.Made latest = at(9, 3).list().getFirst();
        assertEquals(START.plus(Duration.ofHours(4)), latest.at());
        assertEquals(5, latest.change());
    }

    @Test
    void aDamagedOneIsListedAsSuchAndNeverCountsAmongThoseThatStay() throws IOException {
        Backups.Made first = at(0, 2).make();
        Backups.Made second = at(1, 2).make();
        Path file = directory.resolve("backups").resolve(second.name());
        Files.write(file, new byte[] {1, 2, 3});
        Files.writeString(directory.resolve("backups/notes.txt"), "mine");
        Backups.Made third = at(2, 2).make();
        assertEquals(List.of(third.name(), second.name(), first.name()), names(at(9, 2)));
        assertEquals(
                List.of(true, false, true),
                at(9, 2).list().stream().map(Backups.Made::isWhole).toList());
        Backups.Made fourth = at(3, 2).make();
        assertEquals(List.of(fourth.name(), third.name(), second.name()), names(at(9, 2)));
        assertEquals("mine", Files.readString(directory.resolve("backups/notes.txt")));
    }

    @Test
    void theOneJustMadeStaysThoughTheClockWentBack() {
        Backups.Made later = at(5, 1).make();
        Backups.Made made = at(0, 1).make();
        assertEquals(List.of(made.name()), names(at(9, 1)));
        assertTrue(later.at().isAfter(made.at()));
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAfterADay() throws IOException {
        Files.createDirectories(directory.resolve("backups"));
        Path left = Files.writeString(directory.resolve("backups/.clew-1" + Backup.UNFINISHED), "half");
        Files.setLastModifiedTime(left, FileTime.from(START));
        at(20, 3).make();
        assertTrue(Files.exists(left));
        at(25, 3).make();
        assertTrue(Files.notExists(left));
    }

    private record Outcome(List<String> made, List<String> failed) implements BackupSchedule.Outcomes {
        @Override
        public void made(Backups.Made backup) {
            made.add(backup.name());
        }

        @Override
        public void failed(ClewException failure) {
            failed.add(failure.code().code());
        }
    }

    private Outcome look(int hour) {
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        Clock clock = Clock.fixed(START.plus(Duration.ofHours(hour)), ZoneOffset.UTC);
        BackupSchedule schedule = new BackupSchedule(at(hour, 3), clock, outcome);
        try {
            schedule.look();
        } catch (ClewException told) {
            assertFalse(outcome.failed().isEmpty(), told.getMessage());
        }
        return outcome;
    }

    @Test
    void theScheduleMakesOneWhenTheLatestWholeOneIsADayOldWhoeverMadeIt() throws IOException {
        assertEquals(List.of("clew-20260301T120000Z-change-0.sqlite.gz"), look(0).made());
        assertEquals(List.of(), look(23).made());
        assertEquals(List.of("clew-20260302T120000Z-change-0.sqlite.gz"), look(24).made());
        Files.writeString(directory.resolve("backups/clew-20260302T120000Z-change-0.sqlite.gz"), "damaged");
        assertEquals(List.of("clew-20260302T130000Z-change-0.sqlite.gz"), look(25).made());
    }

    @Test
    void theScheduleTellsWhatFailedAndTriesAgain() throws IOException {
        Files.writeString(directory.resolve("backups"), "in the way");
        assertEquals(List.of("no-space"), look(0).failed());
        Files.delete(directory.resolve("backups"));
        assertEquals(1, look(0).made().size());
    }

    /** The process to be killed: backs up again and again and prints the name of each file. */
    public static final class Child {
        /** Backs up the data directory given into the other until it is killed. */
        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            try (Store store = Store.open(StoreSettings.in(Path.of(arguments[0])))) {
                for (int i = 0; i < 10_000; i++) {
                    Path file = Path.of(arguments[1]).resolve(arguments[2] + "-" + i + ".gz");
                    Backup.make(store, file);
                    out.println(file);
                }
            }
        }
    }

    @Test
    void aKilledBackupLeavesNothingBrokenUnderItsName() throws Exception {
        commitSmallWorld();
        for (int i = 0; i < 200; i++) {
            commit(RecordEdit.create(SmallWorld.insight("n" + i)));
        }
        Path files = directory.resolve("killed");
        Random random = new Random(3);
        for (int kill = 0; kill < 5; kill++) {
            runAndKill(files, "k" + kill, random.nextInt(60));
        }
        List<Path> made;
        try (var listed = Files.list(files)) {
            made = listed.filter(each -> each.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
        }
        assertTrue(made.size() >= 5, made::toString);
        for (int i = 0; i < made.size(); i++) {
            Backup.Restored restored =
                    Backup.restore(made.get(i), DataDirectory.at(directory.resolve("r" + i)), handle -> {});
            assertEquals(ledger.head().hash(), restored.position().hash());
        }
    }

    private void runAndKill(Path files, String name, int milliseconds) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString(),
                        files.toString(),
                        name)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            assertEquals(files.resolve(name + "-0.gz").toString(), lines.readLine());
            child.waitFor(milliseconds, java.util.concurrent.TimeUnit.MILLISECONDS);
            child.destroyForcibly().waitFor();
        }
    }
}
