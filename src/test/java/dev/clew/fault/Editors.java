package dev.clew.fault;

import dev.clew.SmallWorld;
import dev.clew.app.Installation;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.RecordVersion;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.Sign;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Editors who edit the same few claims at once, each by the version that it read, some of them sending everything twice, while
 * the server is killed under them. Afterwards every edit that was acknowledged is the very version that it was told, built on
 * the version that its editor had read; nothing stands in the history that nobody sent, and nothing twice.
 */
public final class Editors {
    private static final int EDITORS = 8;
    private static final int RECORDS = 16;
    private static final long READY_MILLIS = 15_000;
    private static final long LOOK_MILLIS = 5;

    private Editors() {}

    /** So many edits by eight editors, with so many kills of the server between them. */
    public static Findings run(Path directory, long seed, int edits, int kills)
            throws IOException, InterruptedException {
        Findings findings = new Findings();
        Path data = directory.resolve("data");
        String token = Kills.library(data);
        fill(data);
        Random random = new Random(seed);
        List<Editor> editors = new ArrayList<>();
        for (int i = 0; i < EDITORS; i++) {
            editors.add(new Editor(i, token, new Random(random.nextLong()), RECORDS, findings));
        }
        for (int phase = 1; phase <= kills + 1; phase++) {
            long until = (long) edits * phase / (kills + 1);
            try (ServerProcess server = ServerProcess.start(data)) {
                findings.expect(server.awaitCaughtUp(READY_MILLIS) >= 0, "not caught up in phase " + phase);
                edit(editors, server, until, phase <= kills);
            }
        }
        findings.add("kills", kills);
        requireHistory(data, editors, findings);
        Kills.requireEqual(data, findings);
        return findings;
    }

    private static void fill(Path data) {
        try (Installation installation = Installation.openAlone(Kills.settings(data))) {
            List<RecordEdit> shared = new ArrayList<>();
            for (int i = 0; i < RECORDS; i++) {
                shared.add(RecordEdit.create(
                        SmallWorld.insight(Editor.id(i), Link.of("compute", "enables", "alliance", Sign.PLUS))));
            }
            installation.ledger().commit(new Edit(new Author("test", "to be edited"), shared));
        }
    }

    private static void edit(List<Editor> editors, ServerProcess server, long until, boolean kill)
            throws InterruptedException {
        for (Editor each : editors) {
            each.sendAgain(server.calls());
        }
        List<Thread> threads = new ArrayList<>();
        for (Editor each : editors) {
            each.goOn();
            threads.add(Thread.ofVirtual().start(() -> each.editWhileItGoesOn(server.calls())));
        }
        while (acknowledged(editors) < until && server.isAlive() && isAnyAtWork(threads)) {
            server.letRun(LOOK_MILLIS);
        }
        if (kill) {
            server.kill();
        }
        editors.forEach(Editor::stop);
        for (Thread each : threads) {
            each.join();
        }
    }

    private static boolean isAnyAtWork(List<Thread> threads) {
        return threads.stream().anyMatch(Thread::isAlive);
    }

    private static long acknowledged(List<Editor> editors) {
        return editors.stream().mapToLong(each -> each.acknowledged().size()).sum();
    }

    private static void requireHistory(Path data, List<Editor> editors, Findings findings) {
        Map<String, Editor.Acknowledged> told = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (Editor each : editors) {
            unknown.addAll(each.unknown());
            for (Editor.Acknowledged edit : each.acknowledged()) {
                Editor.Acknowledged other = told.put(edit.id() + " " + edit.version(), edit);
                findings.expect(other == null, "two edits were told the same version: " + edit + " and " + other);
                findings.expect(edit.version() == edit.base() + 1, "not built on what its editor had read: " + edit);
            }
        }
        findings.add("edits acknowledged", told.size());
        Set<String> texts = new HashSet<>();
        try (Installation installation = Installation.openAlone(Kills.settings(data))) {
            for (int i = 0; i < RECORDS; i++) {
                history(installation.ledger(), Editor.id(i)).forEach((version, text) -> {
                    findings.count("versions in the history");
                    findings.expect(texts.add(text), "twice in the history: " + text);
                    Editor.Acknowledged edit = told.remove(version);
                    findings.expect(
                            edit == null ? unknown.contains(text) : edit.text().equals(text),
                            "in the history, and told otherwise: " + version + " " + text + ", told " + edit);
                });
            }
        }
        told.values().forEach(lost -> findings.fault("acknowledged, and not in the history: " + lost));
    }

    private static Map<String, String> history(Ledger ledger, String id) {
        Map<String, String> kept = new HashMap<>();
        long before = Long.MAX_VALUE;
        List<RecordVersion> page = ledger.history(RecordName.insight(id), Ledger.LIMIT_ROWS);
        while (!page.isEmpty()) {
            for (RecordVersion each : page) {
                before = each.record().version();
                if (before > 1) {
                    Insight insight = (Insight) each.record().record().orElseThrow();
                    kept.put(id + " " + before, insight.claim().text());
                }
            }
            page = ledger.historyBefore(RecordName.insight(id), before, Ledger.LIMIT_ROWS);
        }
        return kept;
    }
}
