package dev.clew.web.api;

import dev.clew.brief.Follow;
import dev.clew.brief.Watch;
import dev.clew.desk.Reader;
import dev.clew.desk.Reader.Followed;
import dev.clew.desk.Reader.Weight;
import dev.clew.model.Enumerations;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /api/reader/follows}: follow, want more or less of, mute and unfollow, each with one call. */
final class FollowCalls {
    private static final Parameter FOLLOW = Parameter.required(
            "follow",
            new Form.Text(250),
            "The id of an entity; relation:, topic:, holder:, speaker: or podcast: with an id behind; path:FROM:TO;"
                    + " edge:SUBJECT:RELATION:OBJECT; or search: with its words.");
    private static final Parameter WEIGHT = Parameter.fallback(
            "weight",
            new Form.Choice(Arrays.stream(Weight.values()).map(Weight::code).toList()),
            Weight.PLAIN.code(),
            "How much of it is wanted.");

    private final Readership readership;
    private final SearchIndex search;
    private final Reads reads;
    private final Relations relations;

    FollowCalls(Readership readership, SearchIndex search, Reads reads, Relations relations) {
        this.readership = readership;
        this.search = search;
        this.reads = reads;
        this.relations = relations;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("PUT", "/api/reader/follows", Role.ANYBODY),
                        "Follows one thing, or wants more or less of it, or none.",
                        Readership.takes(List.of(FOLLOW, WEIGHT)),
                        Route.Produces.NOTHING,
                        this::follow),
                new Route(
                        new Route.Address("DELETE", "/api/reader/follows", Role.ANYBODY),
                        "Follows one thing no longer.",
                        Readership.takes(List.of(FOLLOW)),
                        Route.Produces.NOTHING,
                        this::unfollow));
    }

    private Answer follow(Route.Asked asked) {
        Reader reader = readership.of(asked);
        String written = asked.arguments().text("follow");
        Optional<Watch> watch = Watch.parse(written);
        String what = watch.map(Watch::written).orElseGet(() -> checked(Follow.parse(written)));
        watch.ifPresent(this::check);
        Weight weight = Enumerations.find(Weight.class, asked.arguments().text("weight"))
                .orElseThrow();
        readership.readers().follow(reader, new Followed(what, weight));
        return Readership.nothing();
    }

    /** Refuses what is not published, or cannot be searched for, before it is followed. */
    private void check(Watch watch) {
        switch (watch) {
            case Watch.Paths paths -> Reads.requireEntities(reads.view(), List.of(paths.from(), paths.to()));
            case Watch.Edge of -> {
                relations.require(of.edge().relation());
                Reads.requireEntities(
                        reads.view(), List.of(of.edge().subject(), of.edge().object()));
            }
            case Watch.Search of -> search.search(SearchQuery.of(of.text()).by(SearchQuery.Mode.TEXT));
        }
    }

    private String checked(Follow follow) {
        switch (follow.kind()) {
            case RELATION -> relations.require(follow.id());
            case PODCAST -> reads.view().require(RecordName.source(follow.id()));
            default -> reads.view().require(RecordName.entity(follow.id()));
        }
        return follow.written();
    }

    private Answer unfollow(Route.Asked asked) {
        readership.readers().unfollow(readership.of(asked), asked.arguments().text("follow"));
        return Readership.nothing();
    }
}
