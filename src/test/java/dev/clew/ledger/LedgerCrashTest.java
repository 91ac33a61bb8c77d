package dev.clew.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.RecordName;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it writes loses nothing that it acknowledged, and leaves nothing half written. */
class LedgerCrashTest {
    @TempDir
    Path directory;

    /** The process to be killed: commits three claims at a time and prints the number of each change. */
    public static final class Child {
        /** Writes into the directory given until it is killed. */
        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Store store = Store.open(StoreSettings.in(Path.of(arguments[0])));
            Ledger ledger = Ledger.open(LedgerSettings.on(store));
            for (long n = ledger.head().n() + 1; n < 100_000; n++) {
                out.println(ledger.commit(edit(n)).n());
            }
        }
    }

    private static Edit edit(long n) {
        return new Edit(
                new Change.Author("child", "change " + n),
                List.of(
                        RecordEdit.create(SmallWorld.insight("a" + n)),
                        RecordEdit.create(SmallWorld.insight("b" + n)),
                        RecordEdit.create(SmallWorld.insight("c" + n))));
    }

    @Test
    void everyAcknowledgedChangeIsThereWholeAfterEachKill() throws Exception {
        try (Store store = Store.open(StoreSettings.in(directory))) {
            Ledger.open(LedgerSettings.on(store))
                    .commit(new Edit(
                            LedgerTestBase.ADA,
                            SmallWorld.all().stream().map(RecordEdit::create).toList()));
        }
        Random random = new Random(11);
        for (int kill = 0; kill < 4; kill++) {
            long acknowledged = runAndKill(20 + random.nextInt(150));
            try (Store store = Store.open(StoreSettings.in(directory))) {
                Ledger ledger = Ledger.open(LedgerSettings.on(store));
                long head = ledger.head().n();
                assertTrue(head >= acknowledged, "acknowledged " + acknowledged + ", found " + head);
                assertEquals(3 + 3 * (head - 1), ledger.counts().insights());
                assertEquals(
                        3, ledger.changesSince(head - 1, 1).getFirst().records().size());
                assertTrue(ledger.read(RecordName.insight("c" + head)).isPresent());
                assertTrue(ledger.read(RecordName.insight("a" + (head + 1))).isEmpty());
            }
        }
    }

    private long runAndKill(int changes) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < changes; i++) {
                last = Long.parseLong(lines.readLine());
            }
            child.destroyForcibly().waitFor();
        }
        return last;
    }
}
