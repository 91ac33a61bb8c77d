package dev.clew.bench;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.exchange.FileFormat;
import dev.clew.exchange.ImportReport;
import dev.clew.exchange.ImportRequest;
import dev.clew.exchange.LibraryExport;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change.Author;
import dev.clew.model.ClewRecord;
import dev.clew.ontology.Base;
import dev.clew.ontology.Jena;
import dev.clew.projection.Projections;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Imports a synthetic library of JSON Lines into an empty data directory while everything derived follows, as a server
 * would: {@code ImportBench DIRECTORY INSIGHTS}. Leaves the data directory, and the library as N-Quads, for the parts after
 * it.
 */
final class ImportBench {
    private static final Duration LIMIT = Duration.ofHours(4);

    private ImportBench() {}

    /** Runs in a JVM of its own, whose heap is the limit to be kept. */
    public static void main(String[] arguments) throws IOException {
        Jena.ready();
        BenchFiles files = new BenchFiles(Path.of(arguments[0]));
        int insights = Integer.parseInt(arguments[1]);
        Files.createDirectories(Path.of(arguments[0]));
        writeLibrary(new SyntheticLibrary(insights), files.lines());
        Settings settings = Settings.read(Map.of(Setting.DATA, files.data().toString()), Map.of());
        try (Installation installation = Installation.openAlone(settings);
                HeapWatch heap = HeapWatch.start()) {
            Files.write(files.importRates(), run(installation, insights));
            Timing.size("import: most heap in use after a collection", heap.mostAfterCollection());
            // Its log counts as well: the file grows only when the log is taken in.
            long log = Files.size(files.data().resolve("clew.sqlite-wal"));
            Timing.size(
                    "ledger on disk, with its log",
                    log + Files.size(files.data().resolve("clew.sqlite")));
            export(installation, files.quads(), insights);
        }
    }

    private static void writeLibrary(SyntheticLibrary library, Path file) throws IOException {
        RecordJson json = new RecordJson(Base.DEFAULT);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            library.records().forEach(record -> writeLine(json, record, out));
        }
    }

    private static void writeLine(RecordJson json, ClewRecord record, OutputStream out) {
        try {
            out.write(json.line(record));
            out.write(10);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Imports, and gives the rates until search and graph, and until everything, shows all. */
    private static List<String> run(Installation installation, int insights) {
        Path data = installation.settings().data();
        Derived derived = Derived.open(data, installation.base());
        Timing.Once started = Timing.once();
        try (Projections quick = Projections.start(installation.ledger(), List.of(derived.search(), derived.graph()));
                Projections rdf = Projections.start(installation.ledger(), List.of(derived.rdf()))) {
            Author author = new Author("bench", "a synthetic library");
            ImportReport report = installation
                    .imports()
                    .run(ImportRequest.of(List.of(data.resolveSibling(BenchFiles.LINES)), author));
            started.rate("import: into the ledger, insights", insights);
            if (report.refused() > 0) {
                throw new IllegalStateException(report.refused() + " refused, the first: "
                        + report.refusals().getFirst());
            }
            if (!quick.awaitReached(report.position().n(), LIMIT)) {
                throw new IllegalStateException("search or graph did not follow");
            }
            double quickly = started.rate("import: until search and graph show all", insights);
            if (!rdf.awaitReached(report.position().n(), LIMIT)) {
                throw new IllegalStateException("rdf did not follow");
            }
            double wholly = started.rate("import: until rdf shows all as well", insights);
            return List.of(Double.toString(quickly), Double.toString(wholly));
        }
    }

    private static void export(Installation installation, Path file, int insights) throws IOException {
        Timing.Once started = Timing.once();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            new LibraryExport(installation.ledger(), installation.base())
                    .write(FileFormat.N_QUADS, LibraryExport.Addresses.UNDER_THE_BASE, out);
        }
        started.rate("export as N-Quads, insights", insights);
    }
}
