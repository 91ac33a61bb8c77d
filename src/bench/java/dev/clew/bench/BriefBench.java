package dev.clew.bench;

import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.Chooser;
import dev.clew.brief.DailyRun;
import dev.clew.brief.DailyRun.Outcome;
import dev.clew.brief.Edition;
import dev.clew.brief.Editions;
import dev.clew.brief.Follow;
import dev.clew.brief.ReaderBriefs;
import dev.clew.brief.Watches;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Linked;
import dev.clew.desk.Reader.Weight;
import dev.clew.desk.Readers;
import dev.clew.graph.PathFinder;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.mail.BriefLines;
import dev.clew.mail.Letters;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projections;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.meaning.Meaning;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the briefs of ten thousand readers who follow twenty things each, as choices and as letters, from the newest claims of the data directory that
 * {@link ImportBench} left: {@code BriefBench DIRECTORY INSIGHTS}. Everything is new there, so an edition has as many claims as it
 * ever has.
 */
final class BriefBench {
    private static final int READERS = 10_000;
    private static final int FOLLOWS = 20;
    private static final Outcome TAKEN = new Outcome(Outcome.Kind.TAKEN, "");

    private BriefBench() {}

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws IOException {
        Path data = new BenchFiles(Path.of(arguments[0])).data();
        SyntheticLibrary library = new SyntheticLibrary(Integer.parseInt(arguments[1]));
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString()), Map.of());
        try (Installation installation = Installation.openAlone(settings)) {
            Derived derived = Derived.open(data, installation.base());
            try (Projections projections = Projections.start(installation.ledger(), derived.all());
                    HeapWatch heap = HeapWatch.start()) {
                projections.awaitReached(installation.ledger().head().n(), Duration.ofMinutes(10));
                Chooser chooser = new Chooser(
                        new LuceneNearDuplicates(derived.search(), RelationCatalogue.load(), Meaning.off()));
                Editions editions = new Editions(installation.ledger(), derived.graph());
                List<List<Follow>> readers = readers(library);
                measure(editions, chooser, readers);
                Watches watches = watches(derived, installation.ledger());
                letters(
                        reading -> new ReaderBriefs(installation.ledger(), editions, chooser, watches, reading),
                        readers);
                Timing.size("briefs: most heap in use after a collection", heap.mostAfterCollection());
            }
        }
    }

    private static Watches watches(Derived derived, Ledger ledger) {
        Relations relations = RelationCatalogue.load();
        return new Watches(
                new PathFinder(derived.graph(), relations)::find,
                derived.graph(),
                new LuceneSearch(derived.search(), relations, Meaning.off(), derived.graph()),
                new BriefText(name -> label(ledger, name), relations));
    }

    private static String label(Ledger ledger, RecordName name) {
        return record(ledger, name).map(ClewRecord::headline).orElse(name.id());
    }

    private static Optional<ClewRecord> record(Ledger ledger, RecordName name) {
        return ledger.read(name).flatMap(StoredRecord::record);
    }

    private static void measure(Editions editions, Chooser chooser, List<List<Follow>> readers) {
        long start = System.nanoTime();
        Edition edition = editions.since(0);
        double weighed = (System.nanoTime() - start) / 1e9;
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

    /** The whole of a day's run but the mail server: choosing, writing, keeping, and noting as sent. */
    private static void letters(Function<Desk.Reading, ReaderBriefs> briefs, List<List<Follow>> follows)
            throws IOException {
        Clock morning = Clock.fixed(
                LocalDate.now(ZoneOffset.UTC).plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        try (Store store = Store.open(StoreSettings.in(Files.createTempDirectory("clew-briefs")))) {
            add(Desk.on(store, Clock.systemUTC()).reading().readers(), follows);
            Desk.Reading reading = Desk.on(store, morning).reading();
            ReaderBriefs made = briefs.apply(reading);
            URI base = URI.create("http://clew.example/");
            Letters letters = new Letters(
                    new Letters.Sender("clew@example.org", base),
                    made,
                    new BriefLines(made.watches().text(), name -> record(made.ledger(), name), base),
                    reading.readers(),
                    morning);
            long start = System.nanoTime();
            String did = new DailyRun(reading, letters, (address, letter) -> TAKEN, morning)
                    .run(() -> false)
                    .toString();
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "| %-48s | %10.1f s | %s%n", "briefs: to choose, write, keep and note", seconds, did);
        }
    }

    private static void add(Readers readers, List<List<Follow>> follows) {
        for (int i = 0; i < follows.size(); i++) {
            List<Followed> followed = follows.get(i).stream()
                    .map(each -> new Followed(each.written(), Weight.PLAIN))
                    .toList();
            Optional<Linked> asked = readers.ask("reader" + i + "@example.org", followed);
            readers.confirm(asked.orElseThrow().secret());
        }
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
