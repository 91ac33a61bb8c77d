package dev.clew.bench;

import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.graph.GraphProjection;
import dev.clew.ingest.extract.BuiltInExtractor;
import dev.clew.ingest.extract.Sentences;
import dev.clew.insight.Conflicts;
import dev.clew.insight.DatedClaim;
import dev.clew.insight.Reason;
import dev.clew.insight.RelatedInsights;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Extractor;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.model.Transcript;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.SearchWorld;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A library of raw statements, to ask what Clew concludes of two of them. Each is a claim with the links that a scan of it
 * finds by the names of the library that ships; nobody has linked them by hand. Index, vectors and graph are those of a server.
 */
final class StatementLibrary implements AutoCloseable {
    private static final Position SHOWN = new Position("bench", 1, "bench");
    private static final Source SPEECH = SearchWorld.document("brief", null);

    private final Relations relations = RelationCatalogue.load();
    private final List<Entity> entities;
    private final Path directory;
    private final SearchProjection index;
    private final GraphProjection graph;
    private final Meaning meaning;
    private final RelatedInsights related;
    private final Conflicts conflicts;
    private final Map<String, Insight> claims = new LinkedHashMap<>();

    /** Publishes the statements; takes some hundredths of a second for each, for its vector. */
    StatementLibrary(Collection<String> statements) throws IOException {
        this.entities = shipped();
        this.directory = Files.createTempDirectory("clew-statements");
        this.index = new SearchProjection(directory.resolve("search"));
        this.graph = new GraphProjection(directory.resolve("graph"), relations);
        publish(statements);
        this.meaning = meaning();
        LuceneSearch search = new LuceneSearch(index, relations, meaning, graph);
        this.related = new RelatedInsights(search, new LuceneNearDuplicates(index, relations, meaning), relations);
        this.conflicts = new Conflicts(graph, graph, search, relations);
    }

    private static List<Entity> shipped() throws IOException {
        Map<String, Entity> byId = new LinkedHashMap<>();
        for (ClewRecord record : ShippedLibrary.records(Base.DEFAULT)) {
            if (record instanceof Entity entity) {
                byId.put(entity.id(), entity);
            }
        }
        return List.copyOf(byId.values());
    }

    private void publish(Collection<String> statements) {
        Extractor extractor = new BuiltInExtractor(new Sentences(), entities, relations);
        for (String text : statements) {
            claims.computeIfAbsent(
                    text, any -> SearchWorld.claim("statement-" + claims.size(), text, links(extractor, text)));
        }
        index.rebuild(changes(), SHOWN);
        graph.rebuild(changes(), SHOWN);
    }

    private static Link[] links(Extractor extractor, String text) {
        Transcript said = new Transcript(List.of(new Transcript.Segment(null, null, text)));
        Map<Object, Link> links = new LinkedHashMap<>();
        extractor
                .extract(new Extractor.Spoken(SPEECH, said))
                .candidates()
                .forEach(each -> each.insight().links().forEach(link -> links.putIfAbsent(link.identity(), link)));
        return links.values().toArray(Link[]::new);
    }

    private Stream<RecordChange> changes() {
        return Stream.of(Stream.of(SPEECH), entities.stream(), claims.values().stream())
                .flatMap(each -> each)
                .map(record -> new RecordChange(record.name(), 1, new RecordChange.Content(record, "")));
    }

    private Meaning meaning() {
        Meaning started = Meaning.start(new Embedding.Setup(
                () -> MiniLm.load(ModelFiles.SHIPPED, directory.resolve("natives")),
                index,
                directory.resolve("vectors"),
                () -> false));
        if (!started.awaitCaughtUp(Duration.ofMinutes(10).toMillis())) {
            throw new IllegalStateException("vectors did not catch up: " + started.status());
        }
        return started;
    }

    /** How many statements there are, and how many of them a scan finds a link in. */
    String counts() {
        long linked =
                claims.values().stream().filter(each -> !each.links().isEmpty()).count();
        return claims.size() + " statements, " + linked + " with a link";
    }

    /** What two published statements are to each other: {@code attack}, {@code support} or {@code no_relation}. */
    String concluded(String one, String other) {
        Insight first = Objects.requireNonNull(claims.get(one));
        Insight second = Objects.requireNonNull(claims.get(other));
        List<Reason> reasons =
                Stream.concat(reasons(first, second), reasons(second, first)).toList();
        boolean disputed = !conflicts
                .between(new DatedClaim(first, null), new DatedClaim(second, null))
                .isEmpty();
        if (disputed || reasons.stream().anyMatch(StatementLibrary::isAttack)) {
            return "attack";
        }
        return reasons.stream().anyMatch(StatementLibrary::isSupport) ? "support" : "no_relation";
    }

    private Stream<Reason> reasons(Insight of, Insight with) {
        return related.related(of.id(), RelatedInsights.LIMIT_MOST).stream()
                .filter(each -> each.insight().equals(with.id()))
                .flatMap(each -> each.reasons().stream());
    }

    private static boolean isAttack(Reason reason) {
        return switch (reason) {
            case Reason.Contradicts said -> true;
            case Reason.SharedLink link -> link.stance() == Reason.Stance.OPPOSED;
            case Reason.SharedPair pair -> pair.opposed();
            default -> false;
        };
    }

    /** A shared thing, meaning or source says that both are to be read together, not that one backs the other. */
    private static boolean isSupport(Reason reason) {
        return switch (reason) {
            case Reason.Supports said -> true;
            case Reason.SharedLink link -> link.stance() != Reason.Stance.OPPOSED;
            default -> false;
        };
    }

    @Override
    public void close() throws IOException {
        meaning.close();
        graph.close();
        index.close();
        BenchFiles.delete(directory);
    }
}
