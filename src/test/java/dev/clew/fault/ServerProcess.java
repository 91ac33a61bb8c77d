package dev.clew.fault;

import dev.clew.web.Calls;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole server in a process of its own, to be killed, starved and lied to. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile(" serves (http://\\S+/) from ");
    private static final long ASKED_EVERY_MILLIS = 20;

    private final Process process;
    private final Calls calls;
    private final long startMillis;
    private final Queue<String> log = new ConcurrentLinkedQueue<>();

    private ServerProcess(Process process, String address, long startMillis) {
        this.process = process;
        this.calls = new Calls(address);
        this.startMillis = startMillis;
    }

    /** Starts it on a data directory and waits until it listens. */
    static ServerProcess start(Path data) throws IOException {
        return start(data, List.of());
    }

    /** The same, started by other words, such as a shell that mounts a disk first; they end in running what follows them. */
    static ServerProcess start(Path data, List<String> before) throws IOException {
        long started = System.nanoTime();
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                // It lives for seconds: what compiles quickly and collects without threads of its own takes a quarter
                // off a start.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "dev.clew.cli.Main",
                "serve",
                "--empty",
                "--no-embeddings",
                "--port",
                "0",
                "--data",
                data.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher greeting = ADDRESS.matcher(line);
            if (greeting.find()) {
                ServerProcess server = new ServerProcess(process, greeting.group(1), millisSince(started));
                Thread.ofVirtual().start(() -> lines.lines().forEach(server.log::add));
                return server;
            }
        }
        throw new IllegalStateException("the server ended: " + said);
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    static long millisSince(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    /** Calls it. */
    Calls calls() {
        return calls;
    }

    /** What it wrote since it listens, line by line. */
    List<String> log() {
        return List.copyOf(log);
    }

    /** How long it took until it listened. */
    long startMillis() {
        return startMillis;
    }

    /** The number of the process. */
    long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until every projection shows the last change and is ready, at most so long; the milliseconds it took, or -1. */
    long awaitCaughtUp(long limitMillis) throws InterruptedException {
        long started = System.nanoTime();
        while (millisSince(started) < limitMillis) {
            Calls.Told told = calls.get("/health/ready");
            boolean lags =
                    told.json().path("projections").findValues("lag").stream().anyMatch(lag -> lag.asLong() > 0);
            if (told.status() == 200 && !lags) {
                return millisSince(started);
            }
            // Asked without end, it would answer instead of catching up.
            letRun(ASKED_EVERY_MILLIS);
        }
        return -1;
    }

    /** Lets it run for so long, or until it ends by itself. */
    void letRun(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /**
     * Copies its data directory as a kill at this very moment would leave it: the process is stopped meanwhile, and goes on
     * afterwards.
     *
     * @param stopped is run while it stands still
     */
    void image(Path data, Path copy, Runnable stopped) throws IOException, InterruptedException {
        signal("-STOP");
        try {
            stopped.run();
            copy(data, copy);
        } finally {
            signal("-CONT");
        }
    }

    private void signal(String signal) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", signal, Long.toString(pid())).start().waitFor() != 0) {
            throw new IllegalStateException("cannot send " + signal);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Ends it as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
