package dev.clew.fault;

import dev.clew.web.Calls;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Fills the disk of a running server, a small one of its own: writes are told so soon and with the reason, reads go on, and once there
 * is space again writes go on too, with nothing acknowledged lost.
 */
public final class FullDisk {
    private static final long TOLD_MILLIS = 2_000;
    private static final long BACK_MILLIS = 10_000;
    private static final int MOST_WRITES = 5_000;

    private FullDisk() {}

    /** Why this machine cannot do it; empty when it can. */
    public static Optional<String> missing() throws IOException, InterruptedException {
        try {
            Process shell = new ProcessBuilder("unshare", "--mount", "sh", "-c", "mount -t tmpfs tmpfs /mnt")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return shell.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("this machine allows no mounts of one's own: " + said);
        } catch (IOException absent) {
            return Optional.of("there is no unshare here, so no disk of one's own");
        }
    }

    /** Fills the disk so often. */
    public static Findings run(Path directory, long seed, int times) throws IOException, InterruptedException {
        Findings findings = new Findings();
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            once(Files.createDirectory(directory.resolve("disk-" + i)), random, findings);
        }
        return findings;
    }

    private static void once(Path disk, Random random, Findings findings) throws IOException, InterruptedException {
        Path kept = Files.createDirectory(disk.resolveSibling(disk.getFileName() + "-kept"));
        Path prepared = kept.resolve("data");
        Traffic traffic = new Traffic(Kills.library(prepared), findings);
        String script = "mount -t tmpfs -o size=64m tmpfs " + disk + " && cp -r " + prepared + " " + disk
                + "/data && exec \"$@\"";
        List<String> before = List.of("unshare", "--mount", "sh", "-c", script, "sh");
        try (ServerProcess server = ServerProcess.start(disk.resolve("data"), before)) {
            server.awaitCaughtUp(BACK_MILLIS);
            Path filler = Path.of("/proc", Long.toString(server.pid()), "root", disk.toString(), "filler");
            traffic.begin(server.calls(), 2, 1);
            traffic.awaitFirst();
            fill(filler, 16 * 1024 * random.nextInt(8));
            findings.count("disks filled");
            requireTold(server, traffic, findings);
            traffic.end();
            requireReads(server.calls(), findings);
            Files.delete(filler);
            requireBack(server, traffic, findings);
            traffic.requireAllKept(server.calls());
        }
    }

    /** Takes all space but so many bytes. */
    private static void fill(Path filler, int left) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            long size = Files.size(filler);
            try (var channel = java.nio.channels.FileChannel.open(filler, java.nio.file.StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, size - left));
            }
        }
    }

    private static void requireTold(ServerProcess server, Traffic traffic, Findings findings) {
        int status = 0;
        for (int i = 0; i < MOST_WRITES && status != 507; i++) {
            long started = System.nanoTime();
            status = traffic.write(server.calls());
            long millis = ServerProcess.millisSince(started);
            if (status == 507) {
                findings.most("told that the disk is full after, ms", millis);
                findings.expect(millis <= TOLD_MILLIS, "told that the disk is full only after " + millis + " ms");
            } else {
                findings.expect(status == 200, "told " + status + " while the disk filled up: " + traffic.lastSaid());
            }
        }
        findings.expect(status == 507, "never told that the disk is full: " + status);
        findings.expect(traffic.lastSaid().contains("full"), "told no reason: " + traffic.lastSaid());
    }

    private static void requireReads(Calls calls, Findings findings) {
        for (String path : List.of(
                "/api/search?q=compute",
                "/api/insights/compute-enables",
                "/api/entities/compute/edges",
                "/health/live")) {
            Calls.Told told = calls.get(path);
            findings.expect(told.status() == 200, path + " on a full disk: " + told.status() + " " + told.text());
        }
        Calls.Told query = calls.get("/sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D");
        findings.expect(query.status() == 200, "a query on a full disk: " + query.status() + " " + query.text());
    }

    private static void requireBack(ServerProcess server, Traffic traffic, Findings findings) {
        long started = System.nanoTime();
        int status = traffic.write(server.calls());
        while (status != 200 && ServerProcess.millisSince(started) < BACK_MILLIS) {
            status = traffic.write(server.calls());
        }
        findings.most("writes go on after space, ms", ServerProcess.millisSince(started));
        findings.expect(status == 200, "writes did not go on within 10 s: " + status + " " + traffic.lastSaid());
        findings.expect(
                server.awaitCaughtUp(BACK_MILLIS) >= 0,
                "what is derived did not catch up within 10 s of space: "
                        + server.calls().get("/health/ready").text());
    }
}
