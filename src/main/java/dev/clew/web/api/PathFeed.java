package dev.clew.web.api;

import dev.clew.graph.PathFinder;
import dev.clew.graph.PathWatch;
import dev.clew.ledger.ChangeSummary;
import dev.clew.model.Entity;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code /feeds/paths.atom?from=&to=} and the same with {@code .json}: what the latest {@value PathWatch#LIMIT_CHANGES} changes did to the
 * best paths between two things, one entry for each change that did anything.
 */
final class PathFeed {
    private static final List<String> NO_FEED = List.of("asOf", "nodes");

    private final PathWatch watch;
    private final Relations relations;
    private final Reads reads;

    PathFeed(PathFinder finder, Relations relations, Reads reads) {
        this.watch = new PathWatch(finder);
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(route("atom"), route("json"));
    }

    private Route route(String ending) {
        return new Route(
                new Route.Address("GET", "/feeds/paths." + ending, Role.ANYBODY),
                "What became of the best paths between two things, change by change, as a feed: Atom or JSON Feed; of the latest "
                        + PathWatch.LIMIT_CHANGES + " changes.",
                parameters(),
                Route.Produces.media(List.of(FeedText.ATOM, FeedText.JSON)),
                asked -> feed(reads.followed(asked).arguments(), ending));
    }

    private static List<Parameter> parameters() {
        return PathForm.parameters().stream()
                .filter(parameter -> !NO_FEED.contains(parameter.name()))
                .toList();
    }

    private Answer feed(Arguments asked, String ending) {
        PathQuery query = query(asked);
        List<ChangeSummary> changes = reads.ledger().changesBefore(Long.MAX_VALUE, "", PathWatch.LIMIT_CHANGES);
        List<ClaimFeed.Entry> entries = entries(query, changes);
        String parameters = "?" + Behind.parameters(asked, NO_FEED);
        ClaimFeed feed = new ClaimFeed(
                "Clew: paths from " + label(query.ends().from()) + " to "
                        + label(query.ends().to()),
                reads.base().address() + "paths" + parameters,
                reads.base().address() + "feeds/paths." + ending + parameters,
                entries);
        long change = changes.isEmpty() ? 0 : changes.getFirst().n();
        return FeedText.answer(feed, ending, reads.ledger().ledgerId() + "-" + change);
    }

    private PathQuery query(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        View view = reads.view();
        Reads.requireEntities(view, List.of(asked.text("from"), asked.text("to")));
        Reads.requireEntities(view, asked.texts("via"));
        Reads.requireEntities(view, asked.texts("avoid"));
        return PathForm.read(asked, LensForm.side("", asked));
    }

    private String label(String id) {
        return reads.view()
                .entity(id)
                .map(Entity::naming)
                .map(naming -> naming.label())
                .orElse(id);
    }

    private List<ClaimFeed.Entry> entries(PathQuery query, List<ChangeSummary> changes) {
        Map<Long, ChangeSummary> byNumber =
                changes.stream().collect(Collectors.toMap(ChangeSummary::n, Function.identity()));
        return watch.steps(query, byNumber.keySet().stream().sorted().toList()).stream()
                .map(step -> entry(step, Objects.requireNonNull(byNumber.get(step.change()))))
                .toList();
    }

    private ClaimFeed.Entry entry(PathWatch.Step step, ChangeSummary change) {
        return new ClaimFeed.Entry(
                reads.base().changeIri(step.change()),
                String.join("\n", step.news().lines()),
                "Change " + step.change() + ": " + change.author().why(),
                change.author().who(),
                null,
                change.at());
    }
}
