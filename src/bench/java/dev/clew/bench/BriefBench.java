package dev.clew.bench;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.brief.Brief;
import dev.clew.brief.Chooser;
import dev.clew.brief.Edition;
import dev.clew.brief.Editions;
import dev.clew.brief.Follow;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projections;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses the briefs of ten thousand readers who follow twenty things each, from the newest claims of the data directory that
 * {@link ImportBench} left: {@code BriefBench DIRECTORY INSIGHTS}. Everything is new there, so an edition has as many claims as it
 * ever has.
 */
final class BriefBench {
    private static final int READERS = 10_000;
    private static final int FOLLOWS = 20;

    private BriefBench() {}

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) {
        Path data = new BenchFiles(Path.of(arguments[0])).data();
        SyntheticLibrary library = new SyntheticLibrary(Integer.parseInt(arguments[1]));
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString()), Map.of());
        try (Installation installation = Installation.openAlone(settings)) {
            Derived derived = Derived.open(data, installation.base());
            try (Projections projections = Projections.start(installation.ledger(), derived.all())) {
                projections.awaitReached(installation.ledger().head().n(), Duration.ofMinutes(10));
                Chooser chooser = new Chooser(
                        new LuceneNearDuplicates(derived.search(), RelationCatalogue.load(), Meaning.off()));
                measure(new Editions(installation.ledger(), derived.graph()), chooser, library);
            }
        }
    }

    private static void measure(Editions editions, Chooser chooser, SyntheticLibrary library) {
        long start = System.nanoTime();
        Edition edition = editions.since(0);
        double weighed = (System.nanoTime() - start) / 1e9;
        List<List<Follow>> readers = readers(library);
        start = System.nanoTime();
        int claims = readers.parallelStream()
                .mapToInt(follows -> chooser.choose(edition, follows, Brief.LIMIT_DEFAULT)
                        .items()
                        .size())
                .sum();
        double chosen = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "| %-48s | %,12d |%n", "briefs: new claims of the edition", edition.claims());
        System.out.printf(Locale.ROOT, "| %-48s | %10.1f s |%n", "briefs: to weigh them once for all", weighed);
        System.out.printf(
                Locale.ROOT, "| %-48s | %10.1f s |%n", "briefs: to choose for 10 000 readers of 20 follows", chosen);
        System.out.printf(Locale.ROOT, "| %-48s | %,12d |%n", "briefs: claims chosen in all", claims);
    }

    private static List<List<Follow>> readers(SyntheticLibrary library) {
        Random random = new Random(23);
        return IntStream.range(0, READERS)
                .mapToObj(reader -> IntStream.range(0, FOLLOWS)
                        .mapToObj(i -> new Follow(Follow.Kind.ENTITY, library.entityId(random)))
                        .distinct()
                        .toList())
                .toList();
    }
}
