package dev.clew.bench;

import dev.clew.fault.BackupsUnderWrites;
import dev.clew.fault.BriefKills;
import dev.clew.fault.Editors;
import dev.clew.fault.FailedWrites;
import dev.clew.fault.Findings;
import dev.clew.fault.FullDisk;
import dev.clew.fault.HostileFeeds;
import dev.clew.fault.HostileFiles;
import dev.clew.fault.HostileRequests;
import dev.clew.fault.HostileTranscripts;
import dev.clew.fault.IoFaults;
import dev.clew.fault.Kills;
import dev.clew.fault.Soak;
import dev.clew.fault.TornLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Makes faults happen, in full: {@code FaultBench [PART…] [short] [seed=N]}; every part when none is named. Each part works in a directory
 * of its own, prints its seed and figures, and everything that must not be; the exit code is 1 when there was any.
 */
final class FaultBench {
    private static final int SHOWN_FAULTS = 20;

    /** One part, in its short form or in full. */
    private interface Part {
        Findings run(Path directory, long seed, Form form) throws Exception;
    }

    /** How often it is done. */
    private enum Form {
        SHORT,
        FULL;

        int of(int few, int many) {
            return this == SHORT ? few : many;
        }
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("files", (in, seed, form) -> HostileFiles.run(in, seed, form.of(1_500, 12_000)));
        PARTS.put("transcripts", (in, seed, form) -> HostileTranscripts.run(seed, form.of(2_000, 8_000)));
        PARTS.put("feeds", (in, seed, form) -> HostileFeeds.run(seed, form.of(1_200, 8_000)));
        PARTS.put("kills", (in, seed, form) -> Kills.run(in, seed, new Kills.Measure(form.of(30, 200), 10, 0)));
        PARTS.put("writes", (in, seed, form) -> FailedWrites.run(in, seed, form.of(60, 300), form.of(40, 200)));
        PARTS.put("editors", (in, seed, form) -> Editors.run(in, seed, form.of(800, 4_000), form.of(2, 20)));
        PARTS.put("backups", (in, seed, form) -> BackupsUnderWrites.run(in, seed, form.of(3, 20)));
        PARTS.put("torn", (in, seed, form) -> TornLedger.run(in, seed, form.of(60, 1_000)));
        PARTS.put("io", (in, seed, form) -> IoFaults.run(in, seed, form.of(24, 240)));
        PARTS.put("disk", (in, seed, form) -> FullDisk.run(in, seed, form.of(3, 9)));
        PARTS.put("briefs", (in, seed, form) -> BriefKills.run(in, seed, form.of(60, 500), form.of(4, 30)));
        PARTS.put("soak", (in, seed, form) -> Soak.run(in, seed, Duration.ofMinutes(form.of(10, 120))));
        PARTS.put("requests", (in, seed, form) -> HostileRequests.run(in, seed, form.of(3_000, 10_000)));
    }

    private FaultBench() {}

    /** Runs the parts named, or all. */
    public static void main(String[] arguments) throws Exception {
        long seed = new Random().nextInt(1_000_000);
        Form form = Form.FULL;
        List<String> words = List.of(String.join(" ", arguments).trim().split(" +"));
        List<String> named = words.stream().filter(PARTS::containsKey).toList();
        for (String argument : words) {
            if (argument.startsWith("seed=")) {
                seed = Long.parseLong(argument.substring("seed=".length()));
            } else if (argument.equals("short")) {
                form = Form.SHORT;
            } else if (!PARTS.containsKey(argument) && !argument.equals("all") && !argument.isEmpty()) {
                throw new IllegalArgumentException("no part '" + argument + "': " + PARTS.keySet());
            }
        }
        boolean good = true;
        for (String part : named.isEmpty() ? List.copyOf(PARTS.keySet()) : named) {
            good &= run(part, seed, form);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(String name, long seed, Form form) throws Exception {
        Path directory = Files.createTempDirectory("clew-faults");
        long started = System.nanoTime();
        Findings found;
        try {
            found = PARTS.get(name).run(directory, seed, form);
        } finally {
            delete(directory);
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
        System.out.println("\n" + name + ", seed " + seed + ", " + seconds + " s");
        found.figures().forEach((what, figure) -> System.out.println("  " + what + ": " + figure));
        List<String> faults = found.faults();
        System.out.println("  must not be: " + faults.size());
        faults.stream()
                .limit(SHOWN_FAULTS)
                .forEach(fault -> System.out.println("  ! " + fault.replace("\n", "\n    ")));
        return faults.isEmpty();
    }

    private static void delete(Path directory) throws IOException {
        BenchFiles.delete(directory);
    }
}
