package dev.clew.bench;

import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.ontology.Jena;
import dev.clew.rdf.RdfProjection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;

/**
 * The peer of an import: Jena's parallel TDB2 loader on the N-Quads that {@link ImportBench} left, beside a rebuild of the
 * RDF store from the ledger: {@code LoaderBench DIRECTORY INSIGHTS}. The loader checks nothing and keeps no history.
 */
final class LoaderBench {
    private LoaderBench() {}

    /** Runs in a JVM of its own with the heap that the import had. */
    public static void main(String[] arguments) throws IOException {
        Jena.ready();
        BenchFiles files = new BenchFiles(Path.of(arguments[0]));
        int insights = Integer.parseInt(arguments[1]);
        double loaded = load(files, insights);
        compare(files, loaded);
        rebuild(files, insights);
    }

    /** What the import took of the same insights, where its bench left it. */
    private static void compare(BenchFiles files, double loaded) throws IOException {
        if (Files.exists(files.importRates())) {
            List<String> rates = Files.readAllLines(files.importRates());
            Timing.share("import until search and graph, of the peer", Double.parseDouble(rates.getFirst()), loaded);
            Timing.share(
                    "import until rdf as well, of the peer (aim: 30 %)", Double.parseDouble(rates.getLast()), loaded);
        }
    }

    private static double load(BenchFiles files, int insights) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(files.loaded().toString());
        Timing.Once started = Timing.once();
        DataLoader loader = LoaderFactory.parallelLoader(dataset, (format, values) -> {});
        loader.startBulk();
        loader.load(files.quads().toString());
        loader.finishBulk();
        double rate = started.rate("peer: Jena's parallel TDB2 loader, insights", insights);
        Timing.note("quads loaded", loader.countQuads());
        TDBInternal.expel(dataset, true);
        return rate;
    }

    private static void rebuild(BenchFiles files, int insights) throws IOException {
        Settings settings = Settings.read(Map.of(Setting.DATA, files.data().toString()), Map.of());
        Path scratch = Files.createDirectory(files.directory().resolve("rebuilt"));
        try (Installation installation = Installation.open(settings);
                RdfProjection rdf = RdfProjection.open(scratch, installation.base())) {
            Timing.Once started = Timing.once();
            installation.ledger().snapshot(snapshot -> rdf.rebuild(snapshot.records(), snapshot.position()));
            started.rate("rdf: rebuild from the ledger, insights", insights);
        }
        BenchFiles.delete(scratch);
    }
}
