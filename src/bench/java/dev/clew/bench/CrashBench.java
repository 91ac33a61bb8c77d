package dev.clew.bench;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.exchange.ImportProgress;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.ChangeSummary;
import dev.clew.ledger.Ledger;
import dev.clew.ontology.Base;
import dev.clew.projection.Comparison;
import dev.clew.projection.Projection;
import dev.clew.projection.Projections;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills an import, while everything derived follows it, at so many random moments, 50 unless told otherwise, and looks each
 * time whether every acknowledged record is there and every change is whole, and whether everything derived, once it has
 * caught up, equals a rebuild; then lets the last one end: {@code CrashBench [KILLS]}.
 */
final class CrashBench {
    private static final int INSIGHTS = 3_000;
    /** About what writing a change of an import takes. */
    private static final Duration CHANGE = Duration.ofMillis(400);

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Random random = new Random(17);
    private final Path directory;
    private final Path lines;
    private int compared;

    private CrashBench(Path directory) {
        this.directory = directory;
        this.lines = directory.resolve(BenchFiles.LINES);
    }

    /** The process to be killed: imports, and prints after each change how many records are written. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            Path data = Path.of(arguments[0]);
            try (Installation installation = open(data);
                    Projections following = follow(installation, Derived.open(data, installation.base()))) {
                following.changed();
                out.println(0);
                installation
                        .imports()
                        .run(ImportRequest.of(
                                List.of(Path.of(arguments[1])),
                                new Author("bench", "to be killed"),
                                false,
                                progress -> {
                                    if (progress.stage() == ImportProgress.Stage.WRITING) {
                                        out.println(progress.records());
                                    }
                                }));
            }
        }
    }

    private static Installation open(Path data) {
        return Installation.openAlone(Settings.read(Map.of(Setting.DATA, data.toString()), Map.of()));
    }

    private static Projections follow(Installation installation, Derived derived) {
        return Projections.start(installation.ledger(), derived.all());
    }

    /** Works in a temporary directory. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length == 0 ? 50 : Integer.parseInt(arguments[0]);
        Path directory = Files.createTempDirectory("clew-crash");
        try {
            new CrashBench(directory).run(kills);
        } finally {
            BenchFiles.delete(directory);
        }
    }

    private void run(int kills) throws IOException, InterruptedException {
        RecordJson json = new RecordJson(Base.DEFAULT);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(lines), 1 << 16)) {
            new SyntheticLibrary(INSIGHTS).records().forEach(record -> write(json.line(record), out));
        }
        long whole = imported("whole", Kill.NEVER);
        requireWhole("whole", whole);
        long midway = 0;
        for (int kill = 0; kill < kills; kill++) {
            long acknowledged =
                    imported("kill-" + kill, new Kill(random.nextLong(whole), random.nextLong(CHANGE.toMillis())));
            long found = requireWhole("kill-" + kill, acknowledged);
            midway += found > 0 && found < whole ? 1 : 0;
            if (kill + 1 < kills) {
                BenchFiles.delete(directory.resolve("kill-" + kill));
            }
        }
        String last = "kill-" + (kills - 1);
        if (imported(last, Kill.NEVER) != whole || requireWhole(last, whole) != whole) {
            throw new IllegalStateException("the import that was killed last did not end as a whole one");
        }
        Timing.note("kills while importing", kills);
        Timing.note("kills that left a part of the library", midway);
        Timing.note("projections equal to a rebuild afterwards", compared);
    }

    private static void write(byte[] line, OutputStream out) {
        try {
            out.write(line);
            out.write('\n');
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * When an import is killed.
     *
     * @param records how many must be acknowledged
     * @param millis how long after that
     */
    private record Kill(long records, long millis) {
        static final Kill NEVER = new Kill(Long.MAX_VALUE, 0);
    }

    /** Runs the import and kills it. @return how many records it acknowledged until then */
    private long imported(String name, Kill kill) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        directory.resolve(name).toString(),
                        lines.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread killer = Thread.ofVirtual().unstarted(() -> killUnlessDone(child, kill.millis()));
        long last = 0;
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = line.matches("\\d+") ? Long.parseLong(line) : last;
                if (last >= kill.records() && killer.getState() == Thread.State.NEW) {
                    killer.start();
                }
            }
        }
        child.waitFor();
        killer.interrupt();
        killer.join();
        return last;
    }

    private static void killUnlessDone(Process child, long afterMillis) {
        try {
            if (!child.waitFor(afterMillis, TimeUnit.MILLISECONDS)) {
                child.toHandle().destroyForcibly();
            }
        } catch (InterruptedException done) {
            Thread.currentThread().interrupt();
        }
    }

    /** Refuses a ledger that lacks an acknowledged record or holds a change in part. @return how many records it holds */
    private long requireWhole(String name, long acknowledged) {
        try (Installation installation = open(directory.resolve(name))) {
            Ledger ledger = installation.ledger();
            long found = ledger.counts().records();
            if (found < acknowledged) {
                throw new IllegalStateException(name + ": acknowledged " + acknowledged + " records, found " + found);
            }
            long[] read = {0};
            ledger.snapshot(snapshot -> snapshot.records().forEach(record -> read[0]++));
            long versions = 0;
            for (ChangeSummary change : ledger.changesBefore(Long.MAX_VALUE, "", Ledger.LIMIT_ROWS)) {
                int there = ledger.changesSince(change.n() - 1, 1)
                        .getFirst()
                        .records()
                        .size();
                versions += there;
                if (there != change.records()) {
                    throw new IllegalStateException(name + ": change " + change.n() + " is there in part");
                }
            }
            if (read[0] != found || versions != found) {
                throw new IllegalStateException(
                        name + ": " + found + " records, " + read[0] + " readable, " + versions + " versions");
            }
            requireDerived(name, installation);
            return found;
        }
    }

    /** Lets everything derived catch up, and refuses what is not as a rebuild would make it. */
    private void requireDerived(String name, Installation installation) {
        Path data = directory.resolve(name);
        try (Projections following = follow(installation, Derived.open(data, installation.base()))) {
            if (!following.awaitReached(installation.ledger().head().n(), LIMIT)) {
                throw new IllegalStateException(name + ": what is derived did not catch up");
            }
        }
        Derived derived = Derived.open(data, installation.base());
        try {
            for (Comparison each : derived.compare(installation.ledger(), installation.base())) {
                if (!each.equal()) {
                    throw new IllegalStateException(name + ": " + each.name() + " is not what a rebuild would make");
                }
                compared++;
            }
        } finally {
            derived.all().forEach(Projection::close);
        }
    }
}
