package dev.clew.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.SmallWorld;
import dev.clew.desk.Actor;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.RecordVersion;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.model.Sign;
import dev.clew.projection.Comparison;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Many editors on few records of a running server: each reads a claim, changes its text and sends it back with the version
 * that it read, again and again. Afterwards every acknowledged edit must be the version that it was told, every version must
 * be one acknowledged edit, and everything derived must equal a rebuild. Over several servers on one ledger each editor
 * also reads at the next server what it wrote at its own.
 */
public final class ConcurrentEditors {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** However slow a machine is, so many edits are waited for, at most so much longer. */
    private static final int FEWEST = 24;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Settings> servers;
    private final int editors;
    private final int records;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicLong stale = new AtomicLong();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    private record Acknowledged(String id, long version, String text) {}

    /**
     * What came of it.
     *
     * @param acknowledged edits that were told that they are written
     * @param stale edits that were told that somebody was faster
     * @param faults everything that must not be; empty when all is well
     */
    public record Outcome(long acknowledged, long stale, List<String> faults) {}

    private ConcurrentEditors(List<Settings> servers, int editors, int records) {
        this.servers = servers;
        this.editors = editors;
        this.records = records;
    }

    /** Runs so many editors on so many records for so long, or until a few edits were acknowledged, in a new data directory. */
    public static Outcome run(Path data, int editors, int records, Duration duration) {
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString(), Setting.PORT, "0"), Map.of());
        return run(List.of(settings), editors, records, duration);
    }

    /** The same over several servers, whose ledger is one, empty at first. */
    static Outcome run(List<Settings> servers, int editors, int records, Duration duration) {
        return new ConcurrentEditors(servers, editors, records).run(duration);
    }

    private Outcome run(Duration duration) {
        List<Explorer> started = new ArrayList<>();
        try {
            servers.forEach(each -> started.add(Explorer.start(each, new Explorer.Start("test", false))));
            run(started, duration);
        } finally {
            started.forEach(Explorer::close);
        }
        servers.forEach(this::compareDerived);
        return new Outcome(acknowledged.size(), stale.get(), List.copyOf(faults));
    }

    private void run(List<Explorer> started, Duration duration) {
        Explorer first = started.getFirst();
        fill(first.installation().ledger());
        started.forEach(each -> each.awaitReady(Duration.ofMinutes(1)));
        List<String> addresses = started.stream().map(Explorer::address).toList();
        edit(addresses, token(first), System.nanoTime() + duration.toNanos());
        for (Explorer each : started) {
            compareHistory(each.installation().ledger());
            if (!each.awaitReady(Duration.ofMinutes(2))) {
                faults.add("the projections did not catch up");
            }
        }
    }

    private void fill(Ledger ledger) {
        List<RecordEdit> edits = new ArrayList<>();
        SmallWorld.all().forEach(record -> edits.add(RecordEdit.create(record)));
        for (int i = 0; i < records; i++) {
            edits.add(RecordEdit.create(
                    SmallWorld.insight("shared-" + i, Link.of("compute", "enables", "alliance", Sign.PLUS))));
        }
        ledger.commit(new Edit(new Author("test", "to begin with"), edits));
    }

    private static String token(Explorer explorer) {
        explorer.installation().desk().accounts().add("editor", Role.CURATOR, Actor.COMMAND_LINE);
        return explorer.installation()
                .desk()
                .tokens()
                .issue("editor", "a test", Actor.COMMAND_LINE)
                .secret();
    }

    private void edit(List<String> addresses, String token, long deadline) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int editor = 0; editor < editors; editor++) {
                int number = editor;
                String own = addresses.get(number % addresses.size());
                String next = addresses.get((number + 1) % addresses.size());
                threads.submit(() -> editUntil(new Random(number), new Desk(own, next, token), deadline));
            }
        }
    }

    /** Where an editor writes, where it reads what it wrote when that is another server, and how it signs in. */
    private record Desk(String own, String next, String token) {}

    private void editUntil(Random random, Desk desk, long deadline) {
        try {
            for (int round = 0; goesOn(deadline); round++) {
                String id = "shared-" + random.nextInt(records);
                editOnce(desk, id, "Words " + random.nextLong() + " of round " + round + ".");
            }
        } catch (IOException | RuntimeException failed) {
            faults.add("an editor failed: " + failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn(long deadline) {
        long late = System.nanoTime() - deadline;
        return late < 0 || (acknowledged.size() < FEWEST && late < PATIENCE.toNanos());
    }

    private void editOnce(Desk desk, String id, String text) throws IOException, InterruptedException {
        URI place = URI.create(desk.own() + "api/insights/" + id);
        HttpResponse<String> read = client.send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofString());
        ObjectNode body = (ObjectNode) JSON.readTree(read.body());
        body.put("text", text);
        HttpRequest request = HttpRequest.newBuilder(place)
                .header("Authorization", "Bearer " + desk.token())
                .header("Content-Type", "application/json")
                .header("If-Match", read.headers().firstValue("ETag").orElse(""))
                .PUT(BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> told = client.send(request, BodyHandlers.ofString());
        switch (told.statusCode()) {
            case 200 -> {
                JsonNode written = JSON.readTree(told.body());
                acknowledged.add(new Acknowledged(id, written.get("version").asLong(), text));
                if (!desk.own().equals(desk.next())) {
                    readElsewhere(desk.next(), id, written);
                }
            }
            case 412 -> stale.incrementAndGet();
            default -> faults.add("told " + told.statusCode() + ": " + told.body());
        }
    }

    private void readElsewhere(String address, String id, JsonNode written) throws IOException, InterruptedException {
        long change = written.get("change").asLong();
        JsonNode record = json(address + "api/insights/" + id + "?atLeast=" + change);
        if (record.path("version").asLong() < written.get("version").asLong()) {
            faults.add("what was written is not there at the other server: " + record);
        }
        JsonNode edges = json(address + "api/entities/compute/edges?atLeast=" + change);
        if (edges.path("change").asLong() < change) {
            faults.add("the other server was asked for change " + change + " and told " + edges.path("change"));
        }
    }

    private JsonNode json(String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
        return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
    }

    /** Versions from the second on and acknowledged edits must be the same, each with its own text. */
    private void compareHistory(Ledger ledger) {
        Map<String, String> told = new TreeMap<>();
        for (Acknowledged each : acknowledged) {
            String before = told.put(each.id() + " " + each.version(), each.text());
            if (before != null) {
                faults.add("two edits were told the same version: " + each.id() + " " + each.version());
            }
        }
        Map<String, String> kept = new TreeMap<>();
        for (int i = 0; i < records; i++) {
            for (RecordVersion version : ledger.history(RecordName.insight("shared-" + i), Ledger.LIMIT_ROWS)) {
                ClewRecord record = version.record().record().orElseThrow();
                if (version.record().version() > 1) {
                    kept.put(
                            record.id() + " " + version.record().version(),
                            ((Insight) record).claim().text());
                }
            }
        }
        if (!told.equals(kept)) {
            faults.add("what was acknowledged is not what the history holds: " + told.size() + " and " + kept.size());
        }
    }

    private void compareDerived(Settings settings) {
        try (Installation installation = Installation.openAlone(settings)) {
            Derived derived = Derived.open(settings.data(), installation.base());
            try {
                for (Comparison each : derived.compare(installation.ledger(), installation.base())) {
                    if (!each.equal()) {
                        faults.add(each.name() + " is not what a rebuild would make");
                    }
                }
            } finally {
                derived.all().forEach(each -> each.close());
            }
        } catch (UncheckedIOException failed) {
            faults.add("cannot compare: " + failed);
        }
    }
}
