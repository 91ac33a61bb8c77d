package dev.clew.web.curate;

import dev.clew.brief.Audience;
import dev.clew.curate.Foresight;
import dev.clew.curate.Imports;
import dev.clew.curate.Review;
import dev.clew.desk.Repeats;
import dev.clew.model.NearDuplicates;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** The routes by which curators and contributors bring records in and review them. */
public final class CurateRoutes {
    /**
     * What the routes need.
     *
     * @param review proposals and what becomes of them
     * @param foresight what publishing would do, and how many readers it would reach
     * @param imports files on their way in
     * @param duplicates what says the same as a proposal
     * @param visible waits a bounded time until everything shows a change, and tells whether it does
     */
    public record Needs(
            Review review, Foretold foresight, Imports imports, NearDuplicates duplicates, LongPredicate visible) {}

    /**
     * What publishing would do.
     *
     * @param graph to edges and paths
     * @param audience to readers
     */
    public record Foretold(Foresight graph, Audience audience) {}

    private CurateRoutes() {}

    /**
     * All of them.
     *
     * @param repeats what remembers repeated requests
     */
    public static List<Route> of(Needs needs, Repeats repeats) {
        return Stream.of(
                        new ProposalCalls(needs.review(), needs.duplicates(), repeats).routes(),
                        new DecisionCalls(needs.review(), needs.visible()).routes(),
                        new ConsequenceCalls(needs.review(), needs.foresight()).routes(),
                        new ImportCalls(needs.imports(), repeats).routes(),
                        new ImportedAlikeCalls(needs.imports(), needs.duplicates()).routes())
                .flatMap(each -> each)
                .toList();
    }
}
