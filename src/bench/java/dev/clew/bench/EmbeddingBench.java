package dev.clew.bench;

import dev.clew.app.Derived;
import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.ledger.Change;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.ontology.Base;
import dev.clew.projection.Projections;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * Prints, for 5 000 claims and the sentence model that ships: how fast the bare model is in batches as its library runs it,
 * how fast vectors are made beside a ledger with everything derived, how much a write slows down meanwhile, and that a bulk
 * import stops it.
 */
public final class EmbeddingBench {
    private static final Base BASE = new Base("http://localhost:8080/");
    private static final int CLAIMS = 5000;
    private static final int BATCH = 128;
    private static final int WRITES = 100;
    private static final int RECORDS_A_CHANGE = 1000;
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(60);

    private final Path directory;
    private final List<ClewRecord> records;
    private final List<Insight> insights;

    private EmbeddingBench(Path directory) {
        this.directory = directory;
        this.records = new SyntheticLibrary(2 * CLAIMS).records().toList();
        this.insights = records.stream()
                .filter(Insight.class::isInstance)
                .map(Insight.class::cast)
                .toList();
    }

    /** Takes nothing. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("clew-embedding-bench");
        try {
            new EmbeddingBench(directory).run();
        } finally {
            BenchFiles.delete(directory);
        }
    }

    private void run() {
        double bare = bareRate();
        Ledger ledger =
                Ledger.open(new LedgerSettings(Store.open(StoreSettings.in(directory)), BASE, Clock.systemUTC()));
        Derived derived = Derived.open(directory, BASE);
        try (Projections projections = Projections.start(ledger, derived.all())) {
            commitAll(ledger, records.subList(0, records.size() - CLAIMS));
            reach(ledger, projections);
            double quiet = medianWrite(ledger, projections, 0);
            try (Meaning meaning = meaning(derived, projections)) {
                awaitModel(meaning);
                double busy = medianWrite(ledger, projections, WRITES);
                print("write, nothing embedded, median ms", quiet);
                print("write while texts are embedded, median ms", busy);
                print("growth", busy / quiet);
                pausing(ledger, projections, meaning);
                double rate = rate(meaning);
                print("bare model in batches, texts/s", bare);
                print("vectors made beside the ledger, texts/s", rate);
                print("share of the bare rate", rate / bare);
            }
        }
    }

    private double bareRate() {
        AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel();
        List<TextSegment> texts = insights.subList(0, 10 * BATCH).stream()
                .map(each -> TextSegment.from(each.claim().text()))
                .toList();
        model.embedAll(texts.subList(0, BATCH));
        long start = System.nanoTime();
        for (int from = 0; from < texts.size(); from += BATCH) {
            model.embedAll(texts.subList(from, from + BATCH));
        }
        return perSecond(texts.size(), start);
    }

    private Meaning meaning(Derived derived, Projections projections) {
        return Meaning.start(new Embedding.Setup(
                () -> MiniLm.load(ModelFiles.SHIPPED, directory.resolve("natives")),
                derived.search(),
                directory.resolve("vectors"),
                () -> derived.search().isBusy() || projections.areBusy()));
    }

    private static void awaitModel(Meaning meaning) {
        while (meaning.status().vectors() < BATCH) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private double medianWrite(Ledger ledger, Projections projections, int from) {
        long[] nanos = new long[WRITES];
        for (int i = 0; i < WRITES; i++) {
            Insight insight = insights.get(CLAIMS + from + i);
            long start = System.nanoTime();
            long n = commit(ledger, List.of(insight));
            projections.awaitVisible(n);
            nanos[i] = System.nanoTime() - start;
            LockSupport.parkNanos(BETWEEN_WRITES.toNanos());
        }
        Arrays.sort(nanos);
        return nanos[WRITES / 2] / (double) Duration.ofMillis(1).toNanos();
    }

    private void pausing(Ledger ledger, Projections projections, Meaning meaning) {
        commitAll(ledger, insights.subList(CLAIMS + 2 * WRITES, CLAIMS + 2 * WRITES + RECORDS_A_CHANGE));
        int before = meaning.status().vectors();
        long start = System.nanoTime();
        commitAll(ledger, insights.subList(CLAIMS + 2 * WRITES + RECORDS_A_CHANGE, 2 * CLAIMS));
        reach(ledger, projections);
        int made = meaning.status().vectors() - before;
        double rate = perSecond(made, start);
        print("vectors made during a bulk import, texts/s", rate);
    }

    private static double rate(Meaning meaning) {
        int before = meaning.status().vectors();
        while (meaning.status().vectors() == before) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        before = meaning.status().vectors();
        long start = System.nanoTime();
        while (meaning.status().vectors() < before + CLAIMS / 2) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return perSecond(meaning.status().vectors() - before, start);
    }

    private static void commitAll(Ledger ledger, List<? extends ClewRecord> records) {
        for (int from = 0; from < records.size(); from += RECORDS_A_CHANGE) {
            commit(ledger, records.subList(from, Math.min(records.size(), from + RECORDS_A_CHANGE)));
        }
    }

    private static long commit(Ledger ledger, List<? extends ClewRecord> records) {
        List<RecordEdit> edits = new ArrayList<>();
        records.forEach(each -> edits.add(RecordEdit.create(each)));
        return ledger.commit(new Edit(new Change.Author("bench", "bench"), edits))
                .position()
                .n();
    }

    private static void reach(Ledger ledger, Projections projections) {
        if (!projections.awaitReached(ledger.head().n(), Duration.ofMinutes(10))) {
            throw new IllegalStateException("not caught up: " + projections.states());
        }
    }

    private static double perSecond(int count, long startNanos) {
        return count
                / ((System.nanoTime() - startNanos)
                        / (double) Duration.ofSeconds(1).toNanos());
    }

    private static void print(String name, double value) {
        System.out.printf(Locale.ROOT, "| %-48s | %9.2f |%n", name, value);
    }
}
