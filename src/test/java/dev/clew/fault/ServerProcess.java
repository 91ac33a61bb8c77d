package dev.clew.fault;

import dev.clew.web.Calls;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole server in a process of its own, to be killed, starved and lied to. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile(" serves (http://\\S+/) from ");

    private final Process process;
    private final Calls calls;
    private final long startMillis;

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
                Thread.ofVirtual().start(() -> lines.lines().forEach(any -> {}));
                return new ServerProcess(process, greeting.group(1), millisSince(started));
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
    long awaitCaughtUp(long limitMillis) {
        long started = System.nanoTime();
        while (millisSince(started) < limitMillis) {
            Calls.Told told = calls.get("/health/ready");
            boolean lags =
                    told.json().path("projections").findValues("lag").stream().anyMatch(lag -> lag.asLong() > 0);
            if (told.status() == 200 && !lags) {
                return millisSince(started);
            }
        }
        return -1;
    }

    /** Lets it run for so long, or until it ends by itself. */
    void letRun(long millis) throws InterruptedException {
        process.waitFor(millis, TimeUnit.MILLISECONDS);
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
