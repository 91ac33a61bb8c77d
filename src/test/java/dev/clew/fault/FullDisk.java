package dev.clew.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.web.Calls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the disk of a running server, a small one of its own: writes are told so soon and with the reason, reads go on, and once there
 * is space again writes go on too, with nothing acknowledged lost.
 */
public final class FullDisk {
    private static final long TOLD_MILLIS = 2_000;
    private static final long BACK_MILLIS = 10_000;
    private static final Pattern NAMED = Pattern.compile("Request ([0-9a-f-]{36}) ");
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
                + "/data && echo mounted && exec cat";
        Process holder = new ProcessBuilder("unshare", "--mount", "sh", "-c", script).start();
        try (BufferedReader said = holder.inputReader(StandardCharsets.UTF_8)) {
            findings.expect("mounted".equals(said.readLine()), "no disk of its own");
            once(disk, holder, random, traffic, findings);
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    private static void once(Path disk, Process holder, Random random, Traffic traffic, Findings findings)
            throws IOException, InterruptedException {
        List<String> inside = List.of("nsenter", "--mount=/proc/" + holder.pid() + "/ns/mnt");
        Path filler = Path.of("/proc", Long.toString(holder.pid()), "root", disk.toString(), "filler");
        try (ServerProcess server = ServerProcess.start(disk.resolve("data"), inside)) {
            server.awaitCaughtUp(BACK_MILLIS);
            traffic.begin(server.calls(), 2, 1);
            traffic.awaitFirst();
            fill(filler, 16 * 1024 * random.nextInt(8));
            findings.count("disks filled");
            requireTold(server, traffic, findings);
            traffic.end();
            requireReads(server.calls(), findings);
            requireLog(server, traffic.token(), findings);
            if (random.nextBoolean()) {
                server.kill();
            }
        }
        fill(filler, 0);
        try (ServerProcess server = ServerProcess.start(disk.resolve("data"), inside)) {
            requireStarted(server, traffic, findings);
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

    /** What is logged of a request carries its id, as its answer does, and nothing that signs anybody in. */
    private static void requireLog(ServerProcess server, String token, Findings findings) {
        String password = "a password of " + System.nanoTime();
        Calls.Told told = server.calls()
                .send(
                        "POST",
                        "/api/session",
                        BodyPublishers.ofString("{\"name\":\"writer\",\"password\":\"" + password + "\"}"),
                        "Content-Type",
                        "application/json",
                        "Cookie",
                        "clew-session=" + token,
                        "Authorization",
                        "Basic " + token);
        findings.expect(
                told.json().path("requestId").asText().equals(told.header("X-Request-Id")),
                "a problem names another request: " + told.text());
        List<String> log = server.log();
        for (String line : log) {
            Matcher named = NAMED.matcher(line);
            findings.expect(
                    !named.find() || line.contains("[" + named.group(1) + "]"), "a line without its request: " + line);
            findings.expect(!line.contains(token) && !line.contains(password), "a secret in the log: " + line);
        }
        findings.add(
                "lines of requests in the log",
                log.stream().filter(NAMED.asPredicate()).count());
        findings.expect(log.stream().anyMatch(NAMED.asPredicate()), "no refused write is in the log: " + log);
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

    /** A start on a full disk answers reads, says that nothing can be written, and refuses to. */
    private static void requireStarted(ServerProcess server, Traffic traffic, Findings findings)
            throws InterruptedException {
        server.awaitCaughtUp(BACK_MILLIS);
        JsonNode writing = server.calls().get("/health/ready").json().path("writing");
        findings.expect(
                !writing.path("open").asBoolean(true)
                        && !writing.path("reason").asText().isEmpty(),
                "health does not say that nothing can be written: " + writing);
        requireReads(server.calls(), findings);
        int status = traffic.write(server.calls());
        findings.expect(status == 507, "a write after a start on a full disk was told " + status);
        findings.count("starts on a full disk");
    }

    private static void requireBack(ServerProcess server, Traffic traffic, Findings findings)
            throws InterruptedException {
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
