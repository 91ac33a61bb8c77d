package dev.clew.bench;

import dev.clew.app.Explorer;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.sparql.HostileQueries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Search and health while twenty clients send the worst of the hostile queries as fast as they are answered, on the data directory that
 * {@link ImportBench} left: {@code HostileLoadBench DIRECTORY INSIGHTS}. The limit of one address is lifted, since all come from here.
 */
final class HostileLoadBench {
    private static final int CLIENTS = 20;
    private static final int SEARCHES = 300;
    private static final int HEALTH_LOOKS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Map<Integer, LongAdder> told = new ConcurrentHashMap<>();
    private final AtomicBoolean goesOn = new AtomicBoolean(true);

    private HostileLoadBench(String address) {
        this.address = address;
    }

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws IOException {
        BenchFiles files = new BenchFiles(Path.of(arguments[0]));
        Map<Setting, String> flags = new EnumMap<>(Map.of(
                Setting.DATA, files.data().toString(),
                Setting.PORT, "0",
                Setting.EMBEDDINGS, "off",
                Setting.SPARQL_CLIENT_CONCURRENT, "1000",
                Setting.SPARQL_CLIENT_MINUTE, "1000000"));
        try (Explorer explorer = Explorer.start(Settings.read(flags, Map.of()), new Explorer.Start("bench", false));
                HeapWatch heap = HeapWatch.start()) {
            explorer.awaitReady(Duration.ofMinutes(2));
            new HostileLoadBench(explorer.address()).run();
            Timing.size("most heap in use after a collection", heap.mostAfterCollection());
        }
    }

    private void run() {
        SyntheticLibrary library = new SyntheticLibrary(1_000);
        List<String> words = library.insights()
                .limit(SEARCHES)
                .map(insight -> insight.claim().text().split(" ")[0])
                .toList();
        search(words);
        double quiet = search(words);
        List<Thread> hostile = HostileQueries.worst().stream()
                .flatMap(query -> java.util.stream.Stream.generate(() -> query)
                        .limit(CLIENTS / HostileQueries.worst().size()))
                .map(query -> Thread.ofVirtual().start(() -> ask(query)))
                .toList();
        sleep(Duration.ofSeconds(3));
        double loaded = search(words);
        double health = health();
        goesOn.set(false);
        hostile.forEach(Thread::interrupt);
        System.out.printf(
                Locale.ROOT,
                "search, 95th percentile: quiet %.1f ms, beside %d hostile clients %.1f ms (%.1f times); health, slowest %.1f ms; hostile answers %s%n",
                quiet,
                CLIENTS,
                loaded,
                loaded / quiet,
                health,
                new TreeMap<>(told));
    }

    private void ask(String query) {
        while (goesOn.get()) {
            int status = send(HttpRequest.newBuilder(URI.create(address + "sparql"))
                    .header("Content-Type", "application/sparql-query")
                    .POST(BodyPublishers.ofString(query))
                    .build());
            told.computeIfAbsent(status, any -> new LongAdder()).increment();
        }
    }

    private double search(List<String> words) {
        long[] nanos = new long[words.size()];
        for (int i = 0; i < nanos.length; i++) {
            long start = System.nanoTime();
            send(HttpRequest.newBuilder(URI.create(address + "api/search?q=" + words.get(i)))
                    .build());
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length * 95 / 100] / 1e6;
    }

    private double health() {
        double slowest = 0;
        for (int i = 0; i < HEALTH_LOOKS; i++) {
            long start = System.nanoTime();
            send(HttpRequest.newBuilder(URI.create(address + "health/live")).build());
            slowest = Math.max(slowest, (System.nanoTime() - start) / 1e6);
        }
        return slowest;
    }

    private int send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            return -1;
        } catch (InterruptedException over) {
            return -2;
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException never) {
            throw new IllegalStateException(never);
        }
    }
}
