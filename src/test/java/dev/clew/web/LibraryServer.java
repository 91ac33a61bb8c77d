package dev.clew.web;

import dev.clew.brief.Audience;
import dev.clew.brief.BriefText;
import dev.clew.brief.ReaderBriefs;
import dev.clew.curate.Foresight;
import dev.clew.curate.Imports;
import dev.clew.curate.Review;
import dev.clew.curate.ScannedClaims;
import dev.clew.desk.Actor;
import dev.clew.desk.Desk;
import dev.clew.desk.Reader.Linked;
import dev.clew.exchange.LibraryImport;
import dev.clew.exchange.RecordJson;
import dev.clew.fetch.FetchLimits;
import dev.clew.fetch.Fetcher;
import dev.clew.graph.GraphProjection;
import dev.clew.graph.PathFinder;
import dev.clew.graph.Previews;
import dev.clew.graph.ReachFinder;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.extract.Sentences;
import dev.clew.ingest.feed.NewEpisodes;
import dev.clew.ingest.feed.Polling;
import dev.clew.ingest.scan.FetchedTranscripts;
import dev.clew.ingest.scan.KeptTranscripts;
import dev.clew.ingest.scan.Scans;
import dev.clew.insight.Conflicts;
import dev.clew.insight.RelatedInsights;
import dev.clew.job.Job;
import dev.clew.job.Jobs;
import dev.clew.job.Schedule;
import dev.clew.ledger.Backups;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.mcp.McpEndpoint;
import dev.clew.model.ClewRecord;
import dev.clew.model.NearDuplicates;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.model.Source;
import dev.clew.ontology.Base;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.projection.Projections;
import dev.clew.rdf.RdfProjection;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.meaning.Meaning;
import dev.clew.sparql.SparqlEndpoint;
import dev.clew.sparql.SparqlFunctions;
import dev.clew.sparql.SparqlSettings;
import dev.clew.sparql.SparqlWrites;
import dev.clew.sparql.crowd.Admission;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import dev.clew.web.account.AccountRoutes;
import dev.clew.web.account.BackupRoutes;
import dev.clew.web.api.Features;
import dev.clew.web.api.PathQuestions;
import dev.clew.web.api.QueryCalls;
import dev.clew.web.api.ReaderRoutes;
import dev.clew.web.api.SearchEngines;
import dev.clew.web.curate.CurateRoutes;
import dev.clew.web.curate.ExplorationRoutes;
import dev.clew.web.curate.FeedRoutes;
import dev.clew.web.curate.RemarkRoutes;
import dev.clew.web.curate.ScanRoutes;
import dev.clew.web.http.Gate;
import dev.clew.web.http.Route;
import dev.clew.web.http.SessionCookie;
import dev.clew.web.job.JobRoutes;
import dev.clew.web.linked.Dumps;
import dev.clew.web.linked.LinkedRoutes;
import dev.clew.web.write.WriteRoutes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on every real part, over the library that ships, in a directory of its own. */
final class LibraryServer implements AutoCloseable {
    static final Base BASE = new Base("http://clew.example/");

    final Ledger ledger;
    final Projections projections;
    final Calls calls;
    final Desk desk;
    final Backups backups;
    final Jobs jobs;
    /** Who asks by SPARQL. */
    final Admission admission = new Admission(SparqlSettings.DEFAULT.crowd());
    /** Links that confirm addresses, as they would be sent. */
    final List<Linked> asked = new CopyOnWriteArrayList<>();

    private final Store store;
    ReaderBriefs briefs;
    private Imports imports;
    private Scans scans;
    private final Fetcher fetcher = new Fetcher(FetchLimits.DEFAULT, false);
    private final WebServer server;

    LibraryServer(Path directory, List<ClewRecord> records) {
        store = Store.open(StoreSettings.in(directory));
        ledger = Ledger.open(new LedgerSettings(store, BASE, Clock.systemUTC()));
        if (!records.isEmpty()) {
            write(records.stream().map(RecordEdit::create).toArray(RecordEdit[]::new));
        }
        Relations relations = RelationCatalogue.load();
        SearchProjection index = new SearchProjection(directory.resolve("search"));
        GraphProjection graph = new GraphProjection(directory.resolve("graph"), relations);
        RdfProjection rdf = RdfProjection.open(directory.resolve("rdf"), BASE);
        projections = Projections.start(ledger, List.of(index, graph, rdf));
        awaitShown();
        LuceneSearch search = new LuceneSearch(index, relations, Meaning.off(), graph);
        NearDuplicates duplicates = new LuceneNearDuplicates(index, relations, Meaning.off());
        desk = Desk.on(store, Clock.systemUTC());
        backups = new Backups(
                store, new Backups.Settings(directory.resolve("backups"), 2, Duration.ofHours(24)), Clock.systemUTC());
        jobs = jobs();
        Features features = new Features(
                ledger,
                projections,
                new Features.Finding(
                        SearchEngines.of(search),
                        search,
                        new RelatedInsights(search, duplicates, relations),
                        new Features.Disputed(new Conflicts(graph, graph, search, relations), desk.judgements()),
                        new Features.Alike(duplicates, Meaning.off())),
                new Features.Walking(
                        graph,
                        new PathFinder(graph, relations),
                        new ReachFinder(graph, relations),
                        desk.scanning().runs()::hasRead),
                backups::standing);
        Gate gate = new Gate(desk, new SessionCookie(false));
        PathQuestions questions = new PathQuestions(features.walking().paths(), ledger);
        server = WebServer.start(
                new WebSettings("localhost", 0, BASE, "1.2.3", "web-of-tests"),
                features,
                new WebServer.Beside(
                        gate,
                        routes(directory, rdf, features),
                        List.of(
                                SparqlEndpoint.handler(
                                        rdf,
                                        SparqlSettings.DEFAULT,
                                        admission,
                                        new SparqlWrites(
                                                gate::caller, ledger, new RecordRdf(BASE), projections::awaitVisible),
                                        new SparqlFunctions(questions::ask, search, QueryCalls.of(features, BASE))),
                                McpEndpoint.handler(BASE, "1.2.3")),
                        JobRoutes.gauges(jobs),
                        () -> {}));
        calls = new Calls(server.address());
    }

    private Jobs jobs() {
        Jobs made = Jobs.on(store, Clock.systemUTC());
        made.add(new Job(
                "backups",
                "Makes a backup.",
                Schedule.every(Duration.ofMinutes(10)),
                stopping -> "Made " + backups.make().name() + "."));
        return made;
    }

    private List<Route> routes(Path directory, RdfProjection rdf, Features features) {
        briefs = ReaderRoutes.briefs(features, desk.reading(), new BriefText(RecordName::id, RelationCatalogue.load()));
        imports = new Imports(ledger, desk, new LibraryImport(ledger, BASE), new RecordJson(BASE));
        Relations relations = RelationCatalogue.load();
        Foresight foresight = new Foresight(ledger, new Previews(ledger, relations), relations);
        Review review = new Review(ledger, desk.proposals(), new RecordJson(BASE));
        List<Route> routes = new ArrayList<>(AccountRoutes.of(desk, new SessionCookie(false)));
        routes.addAll(WriteRoutes.of(ledger, projections, desk, BASE));
        Dumps dumps = new Dumps(ledger, BASE, directory.resolve("dumps"));
        routes.addAll(LinkedRoutes.of(new LinkedRoutes.Needs(ledger, BASE, rdf, dumps)));
        routes.addAll(BackupRoutes.of(backups, desk.audit()));
        routes.addAll(JobRoutes.of(jobs, desk.audit()));
        routes.addAll(scanning());
        routes.addAll(ExplorationRoutes.of(desk.explorations()));
        routes.addAll(RemarkRoutes.of(desk.remarks(), ledger));
        routes.addAll(CurateRoutes.of(
                new CurateRoutes.Needs(
                        review,
                        new CurateRoutes.Foretold(
                                foresight, new Audience(ledger, desk.reading().readers())),
                        imports,
                        features.finding().alike().duplicates(),
                        projections::awaitVisible),
                desk.repeats()));
        routes.addAll(ReaderRoutes.of(features, BASE, new ReaderRoutes.Needs(briefs, asked::add)));
        return routes;
    }

    private List<Route> scanning() {
        KeptTranscripts transcripts = new KeptTranscripts(desk.scanning().transcripts());
        scans = new Scans(new Scans.Needs(
                desk.scanning().runs(),
                transcripts,
                new ScannedClaims(desk.scanning().runs(), new RecordJson(BASE)),
                desk.scanning().rules(),
                id -> ledger.read(RecordName.source(id))
                        .flatMap(StoredRecord::record)
                        .map(Source.class::cast),
                Map.of(
                        BuiltInExtractor.CODE,
                        () -> new BuiltInExtractor(new Sentences(), List.of(), RelationCatalogue.load()))));
        NewEpisodes episodes = new NewEpisodes(
                ledger,
                desk.scanning().feeds(),
                fetcher,
                transcripts,
                (found, by) -> scans.start(found, BuiltInExtractor.CODE, by));
        Polling polling = new Polling(desk.scanning().feeds(), fetcher, episodes, Clock.systemUTC());
        List<Route> routes = new ArrayList<>(ScanRoutes.of(scans, new FetchedTranscripts(fetcher, transcripts)));
        routes.addAll(FeedRoutes.of(polling, ledger, projections::awaitVisible));
        return routes;
    }

    /** The records that ship with this release. */
    static List<ClewRecord> shipped() throws IOException {
        return ShippedLibrary.records(BASE);
    }

    /** Waits until every read shows the last change. */
    final void awaitShown() {
        if (!projections.awaitReached(ledger.head().n(), Duration.ofSeconds(60))) {
            throw new IllegalStateException("the projections did not catch up: " + projections.states());
        }
    }

    /** Writes one change. */
    long write(RecordEdit... edits) {
        return ledger.commit(new Edit(new Author("ada", "a test"), List.of(edits)))
                .n();
    }

    /** Where it listens, ending in a slash. */
    String address() {
        return server.address();
    }

    /** A token of a new account with this role. */
    String token(String name, Role role) {
        desk.accounts().add(name, role, Actor.COMMAND_LINE);
        return desk.tokens().issue(name, "a test", Actor.COMMAND_LINE).secret();
    }

    @Override
    public void close() {
        server.close();
        jobs.close();
        scans.close();
        fetcher.close();
        imports.close();
        projections.close();
        store.close();
    }
}
