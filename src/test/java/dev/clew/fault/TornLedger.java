package dev.clew.fault;

import dev.clew.app.Installation;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Flips bits of a ledger's file, or tears its end off: it is reported, by the
 * next backup at the latest, or what is read is what was written; nothing else is ever given. */
public final class TornLedger {
    private TornLedger() {}

    /** Damages a fresh copy so often. */
    public static Findings run(Path directory, long seed, int times) throws IOException {
        Findings findings = new Findings();
        Random random = new Random(seed);
        Path data = directory.resolve("data");
        Kills.library(data);
        Map<RecordName, ClewRecord> written = records(data);
        byte[] whole = Files.readAllBytes(data.resolve("clew.sqlite"));
        for (int i = 0; i < times; i++) {
            byte[] damaged = i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : flipped(whole, random);
            Path copy = Files.createDirectories(directory.resolve("copy-" + i));
            Files.write(copy.resolve("clew.sqlite"), damaged);
            judge(copy, written, findings);
        }
        return findings;
    }

    private static byte[] flipped(byte[] whole, Random random) {
        byte[] flipped = whole.clone();
        int flips = 1 + random.nextInt(random.nextBoolean() ? 3 : 60);
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(flipped.length);
            while (flipped[at] == 0) {
                at = (at + 1) % flipped.length;
            }
            flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    private static Map<RecordName, ClewRecord> records(Path data) {
        Map<RecordName, ClewRecord> records = new TreeMap<>((a, b) -> a.path().compareTo(b.path()));
        try (Installation installation = Installation.open(Kills.settings(data))) {
            installation
                    .ledger()
                    .snapshot(snapshot -> snapshot.records()
                            .forEach(each -> each.record().ifPresent(record -> records.put(record.name(), record))));
        }
        return records;
    }

    private static void judge(Path copy, Map<RecordName, ClewRecord> written, Findings findings) {
        try (Installation installation = Installation.open(Kills.settings(copy))) {
            Ledger ledger = installation.ledger();
            findings.count("opened");
            long missing = written.entrySet().stream()
                    .filter(each -> isMissing(ledger, each.getKey(), each.getValue(), findings))
                    .count();
            findings.add("records hidden", missing);
            if (missing > 0) {
                findings.expect(
                        isReportedByBackup(installation, copy), "records are hidden, and no backup says so: " + copy);
            }
        } catch (ClewException reported) {
            findings.count("reported at once");
        } catch (RuntimeException | Error uncaught) {
            findings.fault("opened with " + HostileFiles.trace(uncaught));
        }
    }

    /** A backup looks at every page and every hash before it gets its name. */
    private static boolean isReportedByBackup(Installation installation, Path copy) {
        try {
            installation.backup(copy.resolve("backup.gz"));
            return false;
        } catch (ClewException reported) {
            return true;
        }
    }

    private static boolean isMissing(Ledger ledger, RecordName name, ClewRecord record, Findings findings) {
        try {
            Optional<ClewRecord> read = ledger.read(name).flatMap(StoredRecord::record);
            read.ifPresent(given -> findings.expect(record.equals(given), name.path() + " was read as " + given));
            findings.add("records read as written", read.isPresent() ? 1 : 0);
            return read.isEmpty();
        } catch (ClewException reported) {
            findings.count("records reported");
        } catch (RuntimeException | Error uncaught) {
            findings.fault("read " + name.path() + " with " + HostileFiles.trace(uncaught));
        }
        return false;
    }
}
