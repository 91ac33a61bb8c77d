package dev.clew.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts the real jar on the data directory that {@link ImportBench} left, again and again, plainly and then with the cache
 * that it makes for itself, until it says that it is ready: {@code StartBench DIRECTORY JAR}.
 */
final class StartBench {
    private static final int STARTS = 7;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Pattern ADDRESS = Pattern.compile("serves (http://\\S+)");
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");

    private final Path bin = Path.of(System.getProperty("java.home"), "bin");
    private final HttpClient client = HttpClient.newHttpClient();
    private final Path data;
    private final Path jar;
    private long heapBytes;
    private Duration processorTime = Duration.ZERO;

    private StartBench(Path data, Path jar) {
        this.data = data;
        this.jar = jar;
    }

    /** Needs a JDK whose {@code java} runs this. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        new StartBench(new BenchFiles(Path.of(arguments[0])).data(), Path.of(arguments[1])).run();
    }

    private void run() throws IOException, InterruptedException {
        row("start to ready, plain", List.of());
        Timing.size("start: heap in use after a collection", heapBytes);
        output(List.of(), "aot-cache");
        List<String> fast = List.of(
                output(List.of(), "serve", "--print-java-options").strip().split(" ", -1));
        row("start to ready, with the AOT cache", fast);
        Timing.size("start: heap in use, with the AOT cache", heapBytes);
    }

    private void row(String name, List<String> options) throws IOException, InterruptedException {
        start(options);
        long[] nanos = starts(options);
        Timing.row(name, nanos, processorTime.dividedBy(STARTS));
    }

    private long[] starts(List<String> options) throws IOException, InterruptedException {
        long[] nanos = new long[STARTS];
        processorTime = Duration.ZERO;
        for (int i = 0; i < STARTS; i++) {
            nanos[i] = start(options);
        }
        return nanos;
    }

    private long start(List<String> options) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process server = builder(options, "serve", "--port", "0").start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            awaitReady(address(lines), start);
            long nanos = System.nanoTime() - start;
            processorTime = processorTime.plus(server.info().totalCpuDuration().orElse(Duration.ZERO));
            heapBytes = heap(server.pid());
            return nanos;
        } finally {
            server.destroy();
            if (!server.waitFor(1, TimeUnit.MINUTES)) {
                server.destroyForcibly();
            }
        }
    }

    private static String address(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        throw new IllegalStateException("the server ended before it listened: see above");
    }

    private void awaitReady(String address, long start) throws IOException, InterruptedException {
        HttpRequest ready =
                HttpRequest.newBuilder(URI.create(address + "health/ready")).build();
        while (client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException("not ready within " + LIMIT);
            }
            Thread.sleep(5);
        }
    }

    /** What the server's heap holds once everything that is not needed has been collected. */
    private long heap(long process) throws IOException, InterruptedException {
        run(List.of(bin.resolve("jcmd").toString(), Long.toString(process), "GC.run"));
        String info = run(List.of(bin.resolve("jcmd").toString(), Long.toString(process), "GC.heap_info"));
        Matcher matcher = HEAP_USED.matcher(info);
        long kibibytes = 0;
        while (matcher.find()) {
            kibibytes = Math.max(kibibytes, Long.parseLong(matcher.group(1)));
        }
        return kibibytes << 10;
    }

    private String output(List<String> options, String... words) throws IOException, InterruptedException {
        return run(builder(options, words).command());
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
        }
        return output;
    }

    private ProcessBuilder builder(List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(bin.resolve("java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    }
}
