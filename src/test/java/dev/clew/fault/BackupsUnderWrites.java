package dev.clew.fault;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.app.Installation;
import dev.clew.app.Restore;
import dev.clew.app.Settings;
import dev.clew.desk.Actor;
import dev.clew.ledger.Change;
import dev.clew.ledger.Ledger;
import dev.clew.model.ClewException;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Backups of a server that is being written to, some of which a kill cuts off. Each that is listed as whole restores to the very
 * changes up to the one that it names, with everything that was acknowledged before it was asked for; one that is broken is
 * never listed as whole, and never restored.
 */
public final class BackupsUnderWrites {
    private static final int KILLED_EVERY = 4;
    private static final int WRITERS = 3;

    private final Random random;
    private final Path directory;
    private final Path data;
    private final String admin;
    private final Traffic traffic;
    private final Findings findings = new Findings();
    private int restored;

    private BackupsUnderWrites(Path directory, long seed) {
        this.directory = directory;
        random = new Random(seed);
        data = directory.resolve("data");
        traffic = new Traffic(Kills.library(data), findings);
        try (Installation installation = Installation.open(Kills.settings(data))) {
            installation.desk().accounts().add("keeper", Role.ADMIN, Actor.COMMAND_LINE);
            admin = installation
                    .desk()
                    .tokens()
                    .issue("keeper", "faults", Actor.COMMAND_LINE)
                    .secret();
        }
    }

    /** Makes so many backups while others write; every fourth time the server is killed while it makes one more. */
    public static Findings run(Path directory, long seed, int backups) throws IOException, InterruptedException {
        BackupsUnderWrites run = new BackupsUnderWrites(directory, seed);
        ServerProcess server = ServerProcess.start(run.data);
        try {
            for (int i = 1; i <= backups; i++) {
                run.backup(server);
                if (i % KILLED_EVERY == KILLED_EVERY - 1) {
                    run.killed(server);
                    server.close();
                    server = ServerProcess.start(run.data);
                    run.requireListedAreWhole(server);
                }
            }
            run.traffic.requireAllKept(server.calls());
        } finally {
            server.close();
        }
        return run.findings;
    }

    private void backup(ServerProcess server) throws IOException, InterruptedException {
        traffic.begin(server.calls(), WRITERS, 1);
        traffic.awaitFirst();
        server.letRun(random.nextInt(300));
        long acknowledged = traffic.changes().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        var told = server.calls().sendAs(admin, "POST", "/api/backups", "");
        server.letRun(random.nextInt(200));
        traffic.end();
        findings.expect(told.status() == 201, "a backup was told " + told.status() + ": " + told.text());
        if (told.status() == 201) {
            findings.count("backups while writing");
            JsonNode made = told.json();
            long change = made.path("change").asLong();
            findings.expect(made.path("verified").asBoolean(), "a backup is not whole: " + made);
            findings.expect(
                    change >= acknowledged,
                    "change " + acknowledged + " was acknowledged before a backup up to " + change);
            Path file = data.resolve("backups").resolve(made.path("name").asText());
            requireRestores(file, change);
            requireBrokenRefused(server, file);
        }
    }

    /** A damaged copy that looks like the latest one is not listed as whole, and not restored. */
    private void requireBrokenRefused(ServerProcess server, Path file) throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] broken = whole.clone();
        if (random.nextBoolean()) {
            broken = Arrays.copyOf(broken, random.nextInt(broken.length));
        } else {
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Path copy = file.resolveSibling("clew-20990101T000000Z-change-" + restored + ".sqlite.gz");
        Files.write(copy, broken);
        for (JsonNode each : listed(server)) {
            if (each.path("name").asText().equals(copy.getFileName().toString())) {
                findings.expect(!each.path("verified").asBoolean(), "a broken backup is listed as whole: " + each);
                findings.count("broken ones told as broken");
            }
        }
        Settings target = Kills.settings(directory.resolve("broken-" + restored));
        try {
            new Restore(target).from(copy, false);
            findings.expect(Arrays.equals(whole, broken), "a broken backup was restored: " + copy.getFileName());
        } catch (ClewException refused) {
            findings.count("broken ones refused");
        }
        Files.delete(copy);
    }

    private JsonNode listed(ServerProcess server) {
        return server.calls()
                .get("/api/backups", "Authorization", "Bearer " + admin)
                .json()
                .path("backups");
    }

    private void killed(ServerProcess server) throws InterruptedException {
        traffic.begin(server.calls(), WRITERS, 0);
        traffic.awaitFirst();
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                server.calls().sendAs(admin, "POST", "/api/backups", "");
            } catch (RuntimeException gone) {
                findings.count("backups cut off by a kill");
            }
        });
        server.letRun(random.nextInt(120));
        server.kill();
        traffic.end();
        asking.join();
    }

    private void requireListedAreWhole(ServerProcess server) throws IOException {
        for (JsonNode each : listed(server)) {
            findings.expect(each.path("verified").asBoolean(), "listed after a kill, and not whole: " + each);
        }
        JsonNode latest = listed(server).path(0);
        requireRestores(
                data.resolve("backups").resolve(latest.path("name").asText()),
                latest.path("change").asLong());
        traffic.requireKept(server.calls());
    }

    private void requireRestores(Path file, long change) throws IOException {
        Settings target = Kills.settings(directory.resolve("restored-" + restored++));
        new Restore(target).from(file, false);
        Map<Long, String> there;
        try (Installation installation = Installation.openAlone(target)) {
            Ledger ledger = installation.ledger();
            there = hashes(ledger, change + 1);
            findings.expect(
                    ledger.head().n() == change,
                    "names change " + change + ", and ends at " + ledger.head().n());
            traffic.changes().forEach((write, at) -> {
                boolean first =
                        ledger.read(RecordName.insight(Traffic.id(write, "a"))).isPresent();
                boolean second =
                        ledger.read(RecordName.insight(Traffic.id(write, "b"))).isPresent();
                findings.expect(
                        first == at <= change && second == at <= change,
                        "write " + write + " is change " + at + ", in a backup up to " + change + " it is there: "
                                + first + " and " + second);
            });
            Whole.require(ledger, installation.base(), findings);
        }
        try (Installation live = Installation.open(Kills.settings(data))) {
            findings.expect(there.equals(hashes(live.ledger(), change)), "the history of " + file + " is another");
        }
        findings.count("backups restored");
    }

    private static Map<Long, String> hashes(Ledger ledger, long upTo) {
        Map<Long, String> hashes = new TreeMap<>();
        List<Change> page = ledger.changesSince(0, 1_000);
        while (!page.isEmpty()) {
            page.stream()
                    .filter(each -> each.n() <= upTo)
                    .forEach(each -> hashes.put(each.n(), each.position().hash()));
            page = ledger.changesSince(page.getLast().n(), 1_000);
        }
        return hashes;
    }
}
