package dev.clew.bench;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.graph.PathFinder;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.SearchQuery;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.meaning.Meaning;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints what a library of one size takes that {@link ImportBench} left: disk, memory, the time to open it and to answer.
 * {@code ScaleBench DIRECTORY INSIGHTS}; run for several sizes it shows how each grows.
 */
final class ScaleBench {
    private static final int QUESTIONS = 500;

    private final SyntheticQuestions questions;
    private final Relations relations = RelationCatalogue.load();

    private ScaleBench(SyntheticQuestions questions) {
        this.questions = questions;
    }

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws IOException {
        Jena.ready();
        Path data = new BenchFiles(Path.of(arguments[0])).data();
        for (String part : List.of("rdf", "search", "graph")) {
            Timing.size("disk: " + part, BenchFiles.bytes(data.resolve(part)));
        }
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString()), Map.of());
        long before = usedBytes();
        long begun = System.nanoTime();
        try (Installation installation = Installation.openAlone(settings);
                Derived derived = Derived.open(data, installation.base())) {
            Timing.row("open everything", new long[] {System.nanoTime() - begun});
            Timing.size("heap: everything open", usedBytes() - before);
            SyntheticLibrary library = new SyntheticLibrary(Integer.parseInt(arguments[1]));
            new ScaleBench(new SyntheticQuestions(library)).ask(derived);
        }
    }

    private void ask(Derived derived) {
        PathFinder finder = new PathFinder(derived.graph(), relations);
        List<PathQuery> paths = questions.paths(QUESTIONS);
        Timing.row("5 best paths", QUESTIONS, i -> finder.find(paths.get(i)));
        LuceneSearch search = new LuceneSearch(derived.search(), relations);
        List<SearchQuery> searches = questions.searches(QUESTIONS);
        Timing.row("search 1-3 words, top 10, facets", QUESTIONS, i -> search.search(searches.get(i)));
        RelatedBench.rows(
                "by links",
                search,
                new LuceneNearDuplicates(derived.search(), relations, Meaning.off()),
                questions.claims());
    }

    private static long usedBytes() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
