package dev.clew.web.api;

import dev.clew.insight.WhatIf;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Relations;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.Terminology;
import dev.clew.projection.ProjectionState;
import dev.clew.projection.Projections;
import dev.clew.web.http.Measures;
import dev.clew.web.http.Route;
import dev.clew.web.http.StaticPages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes that read, made from the features behind them. */
public final class ReadRoutes {
    private final Features features;
    private final Reads reads;
    private final Relations relations = RelationCatalogue.load();

    private ReadRoutes(Features features, Base base) {
        this.features = features;
        this.reads = new Reads(features.ledger(), base, this::reach, () -> graphServer(features.projections()));
    }

    private static Optional<ProjectionState> graphServer(Projections projections) {
        return projections.followers().stream()
                .filter(each -> each.name().equals(Neo4jProjection.NAME))
                .findFirst();
    }

    /**
     * All of them.
     *
     * @param features what answers
     * @param base where records have their addresses
     * @param version of this release
     * @param pages what browsers get at the addresses of records
     * @param measures what {@code /metrics} shows
     */
    public static List<Route> of(Features features, Base base, String version, StaticPages pages, Measures measures) {
        ReadRoutes made = new ReadRoutes(features, base);
        return Stream.of(
                        made.calls(version),
                        made.addresses(pages),
                        new HealthCalls(features, measures, made.reads).routes())
                .flatMap(each -> each)
                .toList();
    }

    private Stream<Route> calls(String version) {
        return Stream.of(
                        new SearchCalls(features.finding().engines(), reads).routes(),
                        records().routes(),
                        new HistoryCalls(reads).routes(),
                        new ChangeCalls(reads).routes(),
                        new ChangeFeed(reads).routes(),
                        new FeedCalls(features.finding().search(), reads).routes(),
                        new RelatedCalls(features.finding().related(), relations, reads).routes(),
                        new SimilarCalls(features.finding().duplicates(), reads).routes(),
                        new ConflictCalls(features.finding().disputed(), relations, reads).routes(),
                        new EdgeCalls(features.walking().edges(), relations, reads).routes(),
                        new PictureCalls(features.walking().edges(), relations, reads).routes(),
                        new ClaimEdgeCalls(features.walking().edges(), relations, reads).routes(),
                        new PathCalls(features.walking().paths(), relations, reads).routes(),
                        new PathFeed(features.walking().paths(), relations, reads).routes(),
                        new ReachCalls(features.walking().reach(), relations, reads).routes(),
                        new CompareCalls(features.walking().edges(), relations, reads).routes(),
                        new SourceClaimCalls(features.finding().search(), relations, reads).routes(),
                        new DiffCalls(features.walking().edges(), relations, reads).routes(),
                        new CiteCalls(features.walking().paths(), relations, reads).routes(),
                        new RestCalls(features, relations, reads).routes(),
                        whatIf().routes(),
                        new FramingCalls(features.walking(), relations, reads).routes(),
                        new PositionCalls(features.finding().search(), relations, reads).routes(),
                        new LoopCalls(features.walking().paths(), relations, reads).routes(),
                        new LibraryCalls(features.walking().edges(), version, reads).routes(),
                        new LinkCalls(features.finding().search(), relations, reads).routes(),
                        new ExportCalls(
                                        features.finding().search(),
                                        features.walking().edges(),
                                        reads)
                                .routes(),
                        new BriefCalls(features, relations, reads).routes(),
                        new QuestionCalls(reads).routes(),
                        new ToDoCalls(relations, reads).routes(),
                        new VocabularyCalls(relations, Terminology.load(), reads).routes())
                .flatMap(each -> each);
    }

    private WhatIfCalls whatIf() {
        Features.Walking walking = features.walking();
        return new WhatIfCalls(new WhatIf(walking.reach()::reach, walking.edges()), relations, reads);
    }

    private RecordCalls records() {
        RecordCounts counts =
                new RecordCounts(features.finding().search(), features.finding().claims());
        return new RecordCalls(features.walking().edges(), counts, relations, reads);
    }

    private Stream<Route> addresses(StaticPages pages) {
        Representations representations = new Representations(reads.base(), pages);
        return Stream.concat(
                new RecordAddresses(records(), representations, reads).routes(),
                new ChangeAddresses(representations, reads).routes());
    }

    private void reach(long change, Duration limit) {
        if (change > reads.change() || !features.projections().awaitReached(change, limit)) {
            throw new ClewException(
                    ErrorCode.NOT_READY,
                    "Change " + change + " is not visible yet; the last change is " + reads.change()
                            + ". Ask again in a moment.");
        }
    }
}
