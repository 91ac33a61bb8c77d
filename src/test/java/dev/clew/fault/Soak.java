package dev.clew.fault;

import dev.clew.SmallWorld;
import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Link;
import dev.clew.model.Sign;
import dev.clew.web.Calls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads and edits at a steady pace for a long time: what answers take, live memory and open files stay what they were, and what
 * is derived takes at most three times the disk that it takes when it is built anew. Claims are edited and none are added, so
 * that nothing has a reason to grow but the history.
 */
public final class Soak {
    private static final int CLAIMS = 2_000;
    private static final int EDIT_EVERY_MILLIS = 250;
    private static final int READ_EVERY_MILLIS = 25;
    private static final int PARTS = 5;
    private static final long READY_MILLIS = 60_000;
    private static final double MOST_DRIFT = 1.1;
    private static final long UNSEEN_MICROS = 500;
    private static final long UNSEEN_BYTES = 8L << 20;
    private static final int UNSEEN_FILES = 20;
    private static final int MOST_DISK = 3;
    private static final List<String> READS = List.of(
            "/api/search?q=claim",
            "/api/search?q=compute&sort=newest",
            "/api/insights/" + Editor.id(7) + "/related",
            "/api/entities/compute/edges",
            "/api/paths?from=compute&to=alliance&via=sovereignty&k=5",
            "/sparql?query=SELECT%20%3Fs%20%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%20100");

    private final ServerProcess server;
    private final Editor editor;
    private final Findings findings;
    private final Queue<Long> micros = new ConcurrentLinkedQueue<>();

    /** How a part of the time went: a median of answers, bytes alive on the heap after it, and open files. */
    private record State(long medianMicros, long liveBytes, long openFiles) {}

    private Soak(ServerProcess server, Editor editor, Findings findings) {
        this.server = server;
        this.editor = editor;
        this.findings = findings;
    }

    /** Goes on for so long, of which the first fifth warms up. */
    public static Findings run(Path directory, long seed, Duration time) throws IOException, InterruptedException {
        Findings findings = new Findings();
        Path data = directory.resolve("data");
        String token = Kills.library(data);
        fill(data);
        try (ServerProcess server = ServerProcess.start(data)) {
            findings.expect(server.awaitCaughtUp(READY_MILLIS) >= 0, "not caught up in the beginning");
            Editor editor = new Editor(0, token, new Random(seed), CLAIMS, findings);
            new Soak(server, editor, findings).run(time.dividedBy(PARTS));
        }
        disk(data, findings);
        Kills.requireEqual(data, findings);
        return findings;
    }

    private static void fill(Path data) {
        try (Installation installation = Installation.openAlone(Kills.settings(data))) {
            List<RecordEdit> claims = IntStream.range(0, CLAIMS)
                    .mapToObj(i -> RecordEdit.create(
                            SmallWorld.insight(Editor.id(i), Link.of("compute", "enables", "alliance", Sign.PLUS))))
                    .toList();
            for (int from = 0; from < CLAIMS; from += 1_000) {
                Author author = new Author("test", "to be edited");
                installation.ledger().commit(new Edit(author, claims.subList(from, from + 1_000)));
            }
        }
    }

    private void run(Duration part) throws IOException, InterruptedException {
        try (ScheduledExecutorService clock = Executors.newScheduledThreadPool(4)) {
            clock.scheduleAtFixedRate(this::edit, 0, EDIT_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            clock.scheduleAtFixedRate(this::read, 0, READ_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            state(part);
            State early = state(part);
            for (int i = 2; i < PARTS - 1; i++) {
                state(part);
            }
            judge(early, state(part));
        }
    }

    private void edit() {
        try {
            editor.editOnce(server.calls());
        } catch (RuntimeException gone) {
            findings.fault("an edit was told nothing: " + gone);
        }
    }

    private void read() {
        String path = READS.get(ThreadLocalRandom.current().nextInt(READS.size()));
        long started = System.nanoTime();
        try {
            Calls.Told told = server.calls().get(path);
            findings.expect(told.status() == 200, path + " was told " + told.status());
            micros.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - started));
        } catch (RuntimeException gone) {
            findings.fault(path + " was told nothing: " + gone);
        }
    }

    private State state(Duration part) throws IOException, InterruptedException {
        micros.clear();
        server.letRun(part.toMillis());
        List<Long> sorted = new ArrayList<>(micros).stream().sorted().toList();
        findings.add("reads", sorted.size());
        findings.most("slowest read, ms", sorted.getLast() / 1_000);
        return new State(sorted.get(sorted.size() / 2), liveBytes(), openFiles());
    }

    private void judge(State early, State late) {
        findings.add("edits acknowledged", editor.acknowledged().size());
        findings.add("median answer, early, µs", early.medianMicros());
        findings.add("median answer, late, µs", late.medianMicros());
        findings.add("alive on the heap, early, KB", early.liveBytes() >> 10);
        findings.add("alive on the heap, late, KB", late.liveBytes() >> 10);
        findings.add("open files, early", early.openFiles());
        findings.add("open files, late", late.openFiles());
        findings.expect(
                late.medianMicros() <= early.medianMicros() * MOST_DRIFT + UNSEEN_MICROS,
                "answers slow down: " + early + ", then " + late);
        findings.expect(
                late.liveBytes() <= early.liveBytes() * MOST_DRIFT + UNSEEN_BYTES,
                "memory grows: " + early + ", then " + late);
        findings.expect(
                late.openFiles() <= early.openFiles() + UNSEEN_FILES, "open files grow: " + early + ", then " + late);
    }

    /** After a collection. */
    private long liveBytes() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(server.pid()),
                        "GC.class_histogram")
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("jcmd failed: " + said);
        }
        String[] total = said.substring(said.lastIndexOf("Total")).trim().split("\\s+", -1);
        return Long.parseLong(total[2]);
    }

    private long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(server.pid()), "fd"))) {
            return files.count();
        }
    }

    private static void disk(Path data, Findings findings) throws IOException, InterruptedException {
        long worn = derivedBytes(data);
        Derived.remove(data);
        try (ServerProcess server = ServerProcess.start(data)) {
            findings.expect(server.awaitCaughtUp(READY_MILLIS) >= 0, "not built anew in a minute");
        }
        long compact = derivedBytes(data);
        findings.add("derived on disk, KB", worn >> 10);
        findings.add("the same built anew, KB", compact >> 10);
        findings.expect(worn <= MOST_DISK * compact, "what is derived takes " + worn + " bytes, and anew " + compact);
    }

    private static long derivedBytes(Path data) throws IOException {
        long bytes = 0;
        for (String each : List.of("rdf", "search", "graph")) {
            try (Stream<Path> files = Files.walk(data.resolve(each))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    bytes += Files.size(file);
                }
            }
        }
        return bytes;
    }
}
