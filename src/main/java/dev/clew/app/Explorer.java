package dev.clew.app;

import dev.clew.brief.Audience;
import dev.clew.curate.Imports;
import dev.clew.exchange.RecordJson;
import dev.clew.fetch.Fetcher;
import dev.clew.graph.PathFinder;
import dev.clew.graph.ReachFinder;
import dev.clew.ingest.feed.Polling;
import dev.clew.ingest.scan.FetchedTranscripts;
import dev.clew.ingest.scan.Scans;
import dev.clew.insight.Conflicts;
import dev.clew.insight.RelatedInsights;
import dev.clew.job.Jobs;
import dev.clew.ledger.Backups;
import dev.clew.mcp.McpEndpoint;
import dev.clew.model.LinkGraph;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Relations;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.ontology.Base;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RecordRdf;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projections;
import dev.clew.rdf.RdfProjection;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.TextWords;
import dev.clew.search.meaning.Meaning;
import dev.clew.sparql.SparqlEndpoint;
import dev.clew.sparql.SparqlFunctions;
import dev.clew.sparql.SparqlWrites;
import dev.clew.sparql.crowd.Admission;
import dev.clew.web.WebServer;
import dev.clew.web.WebSettings;
import dev.clew.web.account.AccountRoutes;
import dev.clew.web.account.BackupRoutes;
import dev.clew.web.api.Features;
import dev.clew.web.api.PathQuestions;
import dev.clew.web.api.QueryCalls;
import dev.clew.web.api.ReaderRoutes;
import dev.clew.web.curate.CurateRoutes;
import dev.clew.web.curate.ExplorationRoutes;
import dev.clew.web.curate.FeedRoutes;
import dev.clew.web.curate.RemarkRoutes;
import dev.clew.web.curate.ScanRoutes;
import dev.clew.web.http.Gate;
import dev.clew.web.http.Measures;
import dev.clew.web.http.Route;
import dev.clew.web.http.SessionCookie;
import dev.clew.web.job.JobRoutes;
import dev.clew.web.linked.Dumps;
import dev.clew.web.linked.LinkedRoutes;
import dev.clew.web.write.WriteRoutes;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;

/** A running server with everything behind it; closing it closes all, in the right order. */
public final class Explorer implements AutoCloseable {
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final LastRequest requests = new LastRequest();
    private final Installation installation;
    private final Projections projections;
    private final Imports imports;
    private final Scans scans;
    private final Polling polling;
    private final FetchedTranscripts transcripts;
    private final Backups backups;
    private final Jobs jobs;
    private final Briefs briefs;
    private final WebServer server;

    private Explorer(Settings settings, Start start) {
        // Beside the database and the text index, which do without.
        Thread.ofPlatform().name("jena").daemon().start(Jena::ready);
        try {
            Installation.Claim claim = Installation.claim(settings);
            SearchProjection search = Derived.search(settings.data());
            opened.push(search);
            Opening opening = new Opening();
            Future<Installation> ledger = opening.of(() -> ledger(claim, start.filled()));
            Future<Derived> beside = opening.of(() -> Derived.open(settings.data(), claim.base(), search));
            opening.await();
            installation = ledger.resultNow();
            opened.push(installation);
            Derived derived = beside.resultNow();
            List<Neo4jProjection> followers = followers(settings);
            projections = Projections.of(installation.ledger(), derived.all(), followers);
            opened.push(projections);
            Meaning meaning = Meanings.of(settings, derived.search(), projections, requests);
            opened.push(meaning);
            imports = new Imports(
                    installation.ledger(),
                    installation.desk(),
                    installation.imports(),
                    new RecordJson(installation.base()));
            opened.push(imports);
            scans = installation.scans();
            opened.push(scans);
            scans.runs().interruptOpen();
            Fetcher fetcher = installation.fetcher();
            opened.push(fetcher);
            transcripts = installation.fetchedTranscripts(fetcher);
            String feedExtractor = installation.settings().servers().scanning().feedExtractor();
            polling = installation.polling(fetcher, (found, by) -> scans.start(found, feedExtractor, by));
            backups = installation.backups();
            jobs = Jobs.on(installation.store(), Clock.systemUTC());
            opened.push(jobs);
            ServerJobs.of(installation, backups, polling).forEach(jobs::add);
            Features features = features(derived, meaning, ChosenEngines.of(settings, followers));
            briefs = new Briefs(installation, features);
            opened.push(briefs);
            briefs.jobs().forEach(jobs::add);
            server = serve(settings, start.version(), derived, features);
            opened.push(server);
            followers.forEach(each -> opened.push(VectorsFollowing.start(each.vectors(), meaning)));
            opened.push(meaning::stop);
            search.awaitOpen();
            projections.begin();
            // The model takes a second of both processors: a start does not wait for it.
            meaning.begin();
            jobs.start();
        } catch (RuntimeException refused) {
            close();
            throw refused;
        }
    }

    private static Installation ledger(Installation.Claim claim, boolean filled) {
        Installation opened = claim.open();
        try {
            if (filled && opened.ledger().head().n() == 0) {
                ShippedLibrary.fill(opened);
            }
            return opened;
        } catch (RuntimeException refused) {
            opened.close();
            throw refused;
        }
    }

    /** The server that is projected onto, where the settings name one; it is connected to beside the start. */
    private List<Neo4jProjection> followers(Settings settings) {
        Settings.GraphServer server = settings.servers().graph();
        Base base = installation.base();
        return server == null
                ? List.of()
                : List.of(new Neo4jProjection(server.neo4j(), RelationCatalogue.load(), base::iri, new TextWords()));
    }

    /**
     * How to start.
     *
     * @param version of this release
     * @param filled whether an empty data directory is filled with the library that ships
     */
    public record Start(String version, boolean filled) {}

    /**
     * Takes the data directory, opens everything and listens; what is derived is built while it already answers.
     *
     * @throws dev.clew.model.ClewException (data-directory, no-space, cannot-listen) with everything closed again
     */
    public static Explorer start(Settings settings, Start start) {
        return new Explorer(settings, start);
    }

    private Features features(Derived derived, Meaning meaning, ChosenEngines chosen) {
        Relations relations = RelationCatalogue.load();
        LinkGraph walked = chosen.walked(derived.graph());
        PathFinder paths = new PathFinder(walked, relations);
        LuceneSearch search = new LuceneSearch(derived.search(), relations, meaning, derived.graph());
        NearDuplicates duplicates = new LuceneNearDuplicates(derived.search(), relations, meaning);
        return new Features(
                installation.ledger(),
                projections,
                new Features.Finding(
                        chosen.searched(search),
                        search,
                        new RelatedInsights(search, duplicates, relations),
                        new Features.Disputed(
                                new Conflicts(derived.graph(), derived.graph(), search, relations),
                                installation.desk().judgements()),
                        new Features.Alike(duplicates, meaning)),
                new Features.Walking(derived.graph(), paths, new ReachFinder(walked, relations), scans.runs()::hasRead),
                backups::standing);
    }

    private WebServer serve(Settings settings, String version, Derived derived, Features features) {
        WebSettings web = new WebSettings(
                settings.host(), settings.port(), installation.base(), version, WebSettings.PAGES_DEFAULT);
        Gate gate = new Gate(installation.desk(), cookie());
        Admission admission = new Admission(settings.sparql().crowd());
        PathQuestions questions = new PathQuestions(features.walking().paths(), installation.ledger());
        return WebServer.start(
                web,
                features,
                new WebServer.Beside(
                        gate,
                        routes(settings, derived.rdf(), features),
                        List.of(
                                SparqlEndpoint.handler(
                                        derived.rdf(),
                                        settings.sparql(),
                                        admission,
                                        sparqlWrites(gate),
                                        new SparqlFunctions(
                                                questions::ask,
                                                features.finding().search(),
                                                QueryCalls.of(features, installation.base()))),
                                McpEndpoint.handler(installation.base(), version)),
                        gauges(admission),
                        requests::note));
    }

    private List<Measures.Gauge> gauges(Admission admission) {
        List<Measures.Gauge> gauges = new ArrayList<>(JobRoutes.gauges(jobs));
        gauges.addAll(ServerGauges.of(installation.store()));
        gauges.addAll(ServerGauges.of(admission));
        gauges.addAll(ServerGauges.ofQueues(imports::open, scans::open));
        return gauges;
    }

    private SparqlWrites sparqlWrites(Gate gate) {
        return new SparqlWrites(
                gate::caller, installation.ledger(), new RecordRdf(installation.base()), projections::awaitVisible);
    }

    private List<Route> routes(Settings settings, RdfProjection rdf, Features features) {
        List<Route> routes = new ArrayList<>(AccountRoutes.of(installation.desk(), cookie()));
        routes.addAll(BackupRoutes.of(backups, installation.desk().audit()));
        routes.addAll(ExplorationRoutes.of(installation.desk().explorations()));
        routes.addAll(RemarkRoutes.of(installation.desk().remarks(), installation.ledger()));
        routes.addAll(ScanRoutes.of(scans, transcripts));
        routes.addAll(JobRoutes.of(jobs, installation.desk().audit()));
        routes.addAll(FeedRoutes.of(polling, installation.ledger(), projections::awaitVisible));
        routes.addAll(ReaderRoutes.of(features, installation.base(), briefs.needs()));
        Dumps dumps = new Dumps(
                installation.ledger(), installation.base(), settings.data().resolve("dumps"));
        routes.addAll(LinkedRoutes.of(new LinkedRoutes.Needs(installation.ledger(), installation.base(), rdf, dumps)));
        routes.addAll(WriteRoutes.of(installation.ledger(), projections, installation.desk(), installation.base()));
        routes.addAll(CurateRoutes.of(
                new CurateRoutes.Needs(
                        installation.review(),
                        new CurateRoutes.Foretold(
                                installation.foresight(),
                                new Audience(
                                        installation.ledger(),
                                        installation.desk().reading().readers())),
                        imports,
                        features.finding().alike().duplicates(),
                        projections::awaitVisible),
                installation.desk().repeats()));
        return routes;
    }

    private SessionCookie cookie() {
        return new SessionCookie(installation.settings().base().getScheme().equals("https"));
    }

    /** Where a browser finds it. */
    public String address() {
        return server.address();
    }

    /** The ledger behind it. */
    public Installation installation() {
        return installation;
    }

    /** Waits until everything derived shows the ledger's last change; false when it does not within the limit. */
    public boolean awaitReady(Duration limit) {
        return projections.awaitReached(installation.ledger().head().n(), limit);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            closeNext();
        }
    }

    private void closeNext() {
        AutoCloseable next = opened.pop();
        try {
            next.close();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException("cannot close " + next.getClass().getSimpleName(), failed);
        }
    }
}
