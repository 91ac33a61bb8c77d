package dev.clew.brief;

import dev.clew.desk.Desk;
import dev.clew.graph.GraphProjection;
import dev.clew.graph.PathFinder;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.mail.BriefLines;
import dev.clew.mail.Letters;
import dev.clew.model.ClewRecord;
import dev.clew.model.NearDuplicates;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projections;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.meaning.Meaning;
import dev.clew.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Everything that briefs are made of, over a store that whoever opened it closes. */
public final class BriefedLibrary implements AutoCloseable {
    private static final Base BASE = new Base("http://clew.example/");

    public final Ledger ledger;
    public final NearDuplicates duplicates;
    final GraphProjection graph;
    private final Relations relations = RelationCatalogue.load();
    private final Projections projections;
    private final LuceneSearch search;
    private final Clock clock;

    public BriefedLibrary(Path directory, Store store, Clock clock) {
        this.clock = clock;
        ledger = Ledger.open(new LedgerSettings(store, BASE, clock));
        SearchProjection index = new SearchProjection(directory.resolve("search"));
        graph = new GraphProjection(directory.resolve("graph"), relations);
        search = new LuceneSearch(index, relations, Meaning.off(), graph);
        duplicates = new LuceneNearDuplicates(index, relations, Meaning.off());
        projections = Projections.start(ledger, List.of(index, graph));
    }

    /** Writes one change of new records, and waits until everything shows it. */
    public long add(List<? extends ClewRecord> records) {
        long change = ledger.commit(new Edit(
                        new Author("ada", "a test"),
                        records.stream().map(RecordEdit::create).toList()))
                .n();
        awaitShown();
        return change;
    }

    public void awaitShown() {
        if (!projections.awaitReached(ledger.head().n(), Duration.ofSeconds(60))) {
            throw new IllegalStateException("the projections did not catch up: " + projections.states());
        }
    }

    Editions editions() {
        return new Editions(ledger, graph);
    }

    /** The letters that a server writes, named by ids. */
    public Letters letters(Desk.Reading reading) {
        BriefText text = new BriefText(RecordName::id, relations);
        ReaderBriefs briefs = new ReaderBriefs(
                ledger,
                editions(),
                new Chooser(duplicates),
                new Watches(new PathFinder(graph, relations)::find, graph, search, text),
                reading);
        URI base = URI.create(BASE.address());
        return new Letters(
                new Letters.Sender("clew@example.org", base),
                briefs,
                new BriefLines(text, name -> ledger.read(name).flatMap(StoredRecord::record), base),
                reading.readers(),
                clock);
    }

    @Override
    public void close() {
        projections.close();
    }
}
