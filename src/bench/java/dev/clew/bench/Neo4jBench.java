package dev.clew.bench;

import dev.clew.SmallWorld;
import dev.clew.app.Derived;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Insight;
import dev.clew.model.InsightReferences;
import dev.clew.model.Relations;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.ontology.Base;
import dev.clew.ontology.Jena;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projection;
import dev.clew.projection.Projections;
import dev.clew.search.LuceneSearch;
import dev.clew.search.TextWords;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Projects the data directory that {@link ImportBench} left onto a Neo4j server in this process, just started and again when it
 * has run for a while, lets it catch up, and asks both engines the same: {@code Neo4jBench DIRECTORY INSIGHTS}.
 */
final class Neo4jBench {
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final int CHANGES = 10_000;

    private final Installation installation;
    private final Relations relations = RelationCatalogue.load();

    private Neo4jBench(Installation installation) {
        this.installation = installation;
    }

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) {
        Jena.ready();
        Path data = new BenchFiles(Path.of(arguments[0])).data();
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString()), Map.of());
        try (Installation installation = Installation.openAlone(settings)) {
            new Neo4jBench(installation).run(new SyntheticLibrary(Integer.parseInt(arguments[1])));
        }
    }

    private void run(SyntheticLibrary library) {
        Neo4jHarness.emptied();
        Ledger ledger = installation.ledger();
        int records = Math.toIntExact(ledger.counts().records());
        follow("neo4j: projected by a server just started, records", records);
        Neo4jHarness.emptied();
        follow("neo4j: emptied, and projected again, records", records);
        commit(library.insights()
                .limit(CHANGES)
                .map(each ->
                        RecordEdit.replace(SmallWorld.saying(each, each.claim().text() + " Said again."))));
        follow("neo4j: 10 000 edits of words caught up, changes", CHANGES);
        commit(IntStream.range(0, CHANGES).mapToObj(i -> RecordEdit.create(another(library, i))));
        follow("neo4j: 10 000 new claims caught up, changes", CHANGES);
        ask(library);
    }

    private void commit(Stream<RecordEdit> edits) {
        Author author = new Author("bench", "one record a change");
        edits.forEach(each -> installation.ledger().commit(new Edit(author, List.of(each))));
    }

    /** A claim of somebody who is in the library, with the text and links of another claim. */
    private static Insight another(SyntheticLibrary library, int number) {
        int count = library.insightCount();
        Insight who = library.insight(number % count);
        Insight what = library.insight((number + count / 2) % count);
        return new Insight(
                "another-" + number,
                what.claim(),
                who.belief(),
                who.passage(),
                what.links(),
                List.of(),
                InsightReferences.NONE,
                who.subjects(),
                null);
    }

    /** Lets a projection reach the head, timed. */
    private void follow(String name, int count) {
        Timing.Once once = Timing.once();
        try (Projections projections = Projections.start(installation.ledger(), List.of(projection()))) {
            require(projections);
            once.rate(name, count);
        }
    }

    private Neo4jProjection projection() {
        Base base = installation.base();
        return new Neo4jProjection(Neo4jHarness.settings(), relations, base::iri, new TextWords());
    }

    private void require(Projections projections) {
        if (!projections.awaitReached(installation.ledger().head().n(), LIMIT)) {
            throw new IllegalStateException("not reached: " + projections.states());
        }
    }

    private void ask(SyntheticLibrary library) {
        Derived derived = Derived.open(installation.settings().data(), installation.base());
        Neo4jProjection server = projection();
        List<Projection> both = List.of(derived.graph(), server);
        try (Projections projections = Projections.start(installation.ledger(), both)) {
            require(projections);
            Neo4jQuestions questions = new Neo4jQuestions(new SyntheticQuestions(library), relations);
            questions.paths(derived.graph(), server.graph());
            questions.search(new LuceneSearch(derived.search(), relations), server.search());
        }
    }
}
