package dev.clew.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Makes system calls of a running server fail, by {@code strace}: syncs, writes and truncations of its ledger and of everything
 * derived. Nothing acknowledged may be lost, writes must be told that they failed or that nobody knows, and soon go on.
 */
public final class IoFaults {
    private static final List<String> CALLS =
            List.of("fsync,fdatasync,msync", "pwrite64,write", "pwrite64,write,fdatasync", "ftruncate,fdatasync");
    private static final List<String> ERRORS = List.of("EIO", "ENOSPC");
    private static final long BACK_MILLIS = 15_000;
    private static final long FAULTY_MILLIS = 300;
    private static final int MOST_WAITS = 10;

    private final Random random;
    private final Path data;
    private final Findings findings = new Findings();

    private IoFaults(Path data, long seed) {
        this.data = data;
        random = new Random(seed);
    }

    /** Why this machine cannot do it; empty when it can. */
    public static Optional<String> missing() throws IOException, InterruptedException {
        try {
            Process strace = new ProcessBuilder(
                            "strace", "-f", "-o", "/dev/null", "-e", "inject=fsync:error=EIO:when=1", "true")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(strace.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return strace.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("strace may not look into other processes here: " + said);
        } catch (IOException absent) {
            return Optional.of("strace is not installed, so no system call can be made to fail");
        }
    }

    /** Makes calls fail at so many points, one after the other, under writers and readers. */
    public static Findings run(Path directory, long seed, int points) throws IOException, InterruptedException {
        Path data = directory.resolve("data");
        IoFaults run = new IoFaults(data, seed);
        Traffic traffic = new Traffic(Kills.library(data), run.findings);
        ServerProcess server = ServerProcess.start(data);
        try {
            for (int point = 0; point < points; point++) {
                run.point(server, traffic);
                if (!server.isAlive()) {
                    run.findings.fault("the server ended at point " + point);
                    break;
                }
            }
            run.findings.expect(
                    server.awaitCaughtUp(30_000) >= 0,
                    "what is derived did not catch up: "
                            + server.calls().get("/health/ready").text());
            server.kill();
        } finally {
            server.close();
        }
        try (ServerProcess again = ServerProcess.start(data)) {
            run.findings.expect(
                    again.awaitCaughtUp(30_000) >= 0, "what is derived did not catch up after the last kill");
            traffic.requireAllKept(again.calls());
        }
        Kills.requireEqual(data, run.findings);
        return run.findings;
    }

    private void point(ServerProcess server, Traffic traffic) throws IOException, InterruptedException {
        String call = CALLS.get(random.nextInt(CALLS.size()));
        String error = ERRORS.get(random.nextInt(ERRORS.size()));
        boolean ledgerOnly = random.nextInt(3) > 0;
        int when = 1 + random.nextInt(3);
        List<String> command = new ArrayList<>(
                List.of("strace", "-f", "-qq", "-p", Long.toString(server.pid()), "-o", data + ".trace"));
        for (Path file : ledgerOnly ? ledgerFiles() : derivedFiles()) {
            command.addAll(List.of("-P", file.toString()));
        }
        command.addAll(List.of("-e", "trace=" + call, "-e", "inject=" + call + ":error=" + error + ":when=" + when));
        traffic.begin(server.calls(), 3, 1);
        Process strace = new ProcessBuilder(command).redirectErrorStream(true).start();
        for (int i = 0; i < MOST_WAITS && injected() == 0; i++) {
            server.letRun(FAULTY_MILLIS);
        }
        strace.destroy();
        if (!strace.waitFor(10, TimeUnit.SECONDS)) {
            strace.destroyForcibly().waitFor();
        }
        traffic.end();
        long injected = injected();
        Files.delete(Path.of(data + ".trace"));
        findings.add("calls made to fail", injected);
        findings.add("failed " + call + (ledgerOnly ? " of the ledger" : " of what is derived"), injected);
        findings.count("points");
        requireBack(server, traffic, call + " " + error + (ledgerOnly ? " ledger" : " derived"));
    }

    private long injected() throws IOException {
        Path trace = Path.of(data + ".trace");
        if (!Files.exists(trace)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(trace, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("INJECTED")).count();
        }
    }

    private List<Path> ledgerFiles() {
        return List.of(data.resolve("clew.sqlite"), data.resolve("clew.sqlite-wal"), data.resolve("clew.sqlite-shm"));
    }

    /** As they are now: the server is at work on them, and a file may be gone before it is looked at. */
    private List<Path> derivedFiles() throws IOException {
        List<Path> files = new ArrayList<>();
        for (String each : List.of("rdf", "search", "graph")) {
            Files.walkFileTree(data.resolve(each), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    files.add(directory);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    files.add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    return failure instanceof NoSuchFileException
                            ? FileVisitResult.CONTINUE
                            : super.visitFileFailed(file, failure);
                }
            });
        }
        return files;
    }

    private void requireBack(ServerProcess server, Traffic traffic, String what) {
        long started = System.nanoTime();
        int status = traffic.write(server.calls());
        while (status != 200 && status != 201 && ServerProcess.millisSince(started) < BACK_MILLIS) {
            status = traffic.write(server.calls());
        }
        long millis = ServerProcess.millisSince(started);
        findings.most("writes go on after, ms", millis);
        findings.expect(
                status == 200 || status == 201, "after " + what + " writes did not go on within 15 s: " + status);
        traffic.requireKept(server.calls());
    }
}
