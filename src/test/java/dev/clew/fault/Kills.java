package dev.clew.fault;

import dev.clew.SmallWorld;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.desk.Actor;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Kills the whole server at random moments under writers and readers. Each time every acknowledged change is there whole, what was
 * told nothing is there whole or not at all, sending it again does it once, and what is derived catches up by itself and equals a rebuild.
 */
public final class Kills {
    private static final long READY_MILLIS = 10_000;
    private static final int WRITERS = 4;
    private static final int READERS = 2;

    private Kills() {}

    /** Makes a library with a curator in a data directory; the curator's token. */
    static String library(Path data) {
        try (Installation installation = Installation.openAlone(settings(data))) {
            installation
                    .ledger()
                    .commit(new Edit(
                            new Author("test", "to begin with"),
                            SmallWorld.all().stream().map(RecordEdit::create).toList()));
            installation.desk().accounts().add("writer", Role.CURATOR, Actor.COMMAND_LINE);
            return installation
                    .desk()
                    .tokens()
                    .issue("writer", "faults", Actor.COMMAND_LINE)
                    .secret();
        }
    }

    static Settings settings(Path data) {
        return Settings.read(
                Map.of(Setting.DATA, data.toString(), Setting.PORT, "0", Setting.EMBEDDINGS, "off"), Map.of());
    }

    /**
     * How much of it.
     *
     * @param kills how often the server is killed
     * @param compareEvery after how many kills everything derived is compared with a rebuild; it is after the last
     * @param images how many times between two kills the server is stopped for a moment and looked at as if it had been killed
     */
    public record Measure(int kills, int compareEvery, int images) {}

    /** Kills so often. */
    public static Findings run(Path directory, long seed, Measure measure) throws IOException, InterruptedException {
        int kills = measure.kills();
        int compareEvery = measure.compareEvery();
        Findings findings = new Findings();
        Random random = new Random(seed);
        Path data = directory.resolve("data");
        Traffic traffic = new Traffic(library(data), findings);
        List<Long> ready = new ArrayList<>();
        for (int kill = 1; kill <= kills + 1; kill++) {
            try (ServerProcess server = ServerProcess.start(data)) {
                long caughtUp = server.awaitCaughtUp(READY_MILLIS);
                findings.expect(
                        caughtUp >= 0,
                        "what is derived did not catch up within " + READY_MILLIS + " ms after kill " + kill);
                ready.add(server.startMillis() + Math.max(0, caughtUp));
                traffic.requireKept(server.calls());
                if (kill <= kills) {
                    traffic.begin(server.calls(), WRITERS, READERS);
                    if (random.nextInt(4) > 0) {
                        traffic.awaitFirst();
                    }
                    List<Image> images = new ArrayList<>();
                    for (int i = 0; i < measure.images(); i++) {
                        server.letRun(random.nextInt(150));
                        images.add(image(server, data, traffic, i));
                    }
                    server.letRun(random.nextInt(1_200));
                    server.kill();
                    traffic.end();
                    for (Image each : images) {
                        judge(each, traffic, findings);
                    }
                }
            }
            if (kill % compareEvery == 0 || kill > kills) {
                requireEqual(data, findings);
            }
        }
        Collections.sort(ready);
        findings.add("kills", kills);
        findings.add("ready again, median ms", ready.get(ready.size() / 2));
        findings.add("ready again, 95th percentile ms", ready.get(Math.min(ready.size() - 1, ready.size() * 95 / 100)));
        return findings;
    }

    /** What a kill would have left, and which writes were acknowledged before. */
    private record Image(Path data, Set<Long> acknowledged) {}

    private static Image image(ServerProcess server, Path data, Traffic traffic, int number)
            throws IOException, InterruptedException {
        Path copy = data.resolveSibling("image-" + number);
        Set<Long> acknowledged = new HashSet<>();
        server.image(data, copy, () -> acknowledged.addAll(traffic.changes().keySet()));
        return new Image(copy, acknowledged);
    }

    private static void judge(Image image, Traffic traffic, Findings findings) throws IOException {
        try (Installation installation = Installation.openAlone(settings(image.data()))) {
            Ledger ledger = installation.ledger();
            for (long write = 1; write <= traffic.sent(); write++) {
                boolean first = isThere(ledger, write, "a");
                findings.expect(first == isThere(ledger, write, "b"), "half of a change is in an image: " + write);
                findings.expect(
                        first || !image.acknowledged().contains(write), "acknowledged, and not in an image: " + write);
            }
            if (findings.figure("images of a kill") % 3 == 0) {
                Whole.requireDerived(installation, findings);
            }
        }
        findings.count("images of a kill");
        try (Stream<Path> files = Files.walk(image.data())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static boolean isThere(Ledger ledger, long write, String half) {
        return ledger.read(RecordName.insight(Traffic.id(write, half))).isPresent();
    }

    /** Every hash of the history is right, and what is derived equals a rebuild at its own position, which may be behind after a kill. */
    static void requireEqual(Path data, Findings findings) {
        Whole.requireDerived(settings(data), findings);
        findings.count("comparisons with a rebuild");
    }
}
