package dev.clew.bench;

import dev.clew.fault.BriefKills;
import dev.clew.fault.Findings;
import dev.clew.fault.FullDisk;
import dev.clew.fault.HostileFiles;
import dev.clew.fault.HostileRequests;
import dev.clew.fault.HostileTranscripts;
import dev.clew.fault.IoFaults;
import dev.clew.fault.Kills;
import dev.clew.fault.TornLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Makes faults happen, in full: {@code FaultBench [PART…] [seed=N]}; every part when none is named. Each part works in a directory
 * of its own, prints its seed and figures, and everything that must not be; the exit code is 1 when there was any.
 */
final class FaultBench {
    private static final int SHOWN_FAULTS = 20;

    /** One part. */
    private interface Part {
        Findings run(Path directory, long seed) throws Exception;
    }

    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("files", (directory, seed) -> HostileFiles.run(directory, seed, 12_000));
        PARTS.put("transcripts", (directory, seed) -> HostileTranscripts.run(seed, 8_000));
        PARTS.put("kills", (directory, seed) -> Kills.run(directory, seed, 200, 10));
        PARTS.put("torn", (directory, seed) -> TornLedger.run(directory, seed, 1_000));
        PARTS.put("io", (directory, seed) -> IoFaults.run(directory, seed, 240));
        PARTS.put("disk", (directory, seed) -> FullDisk.run(directory, seed, 9));
        PARTS.put("briefs", (directory, seed) -> BriefKills.run(directory, seed, 500, 30));
        PARTS.put("requests", (directory, seed) -> HostileRequests.run(directory, seed, 10_000));
    }

    private FaultBench() {}

    /** Runs the parts named, or all. */
    public static void main(String[] arguments) throws Exception {
        long seed = new Random().nextInt(1_000_000);
        List<String> words = List.of(String.join(" ", arguments).trim().split(" +"));
        List<String> named = words.stream().filter(PARTS::containsKey).toList();
        for (String argument : words) {
            if (argument.startsWith("seed=")) {
                seed = Long.parseLong(argument.substring("seed=".length()));
            } else if (!PARTS.containsKey(argument) && !argument.equals("all") && !argument.isEmpty()) {
                throw new IllegalArgumentException("no part '" + argument + "': " + PARTS.keySet());
            }
        }
        boolean good = true;
        for (String part : named.isEmpty() ? List.copyOf(PARTS.keySet()) : named) {
            good &= run(part, seed);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(String name, long seed) throws Exception {
        Path directory = Files.createTempDirectory("clew-faults");
        long started = System.nanoTime();
        Findings found;
        try {
            found = PARTS.get(name).run(directory, seed);
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
