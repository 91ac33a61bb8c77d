package dev.clew.web.api;

import dev.clew.brief.Brief;
import dev.clew.brief.BriefText;
import dev.clew.brief.Chooser;
import dev.clew.brief.Editions;
import dev.clew.brief.Follow;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call for what is new to whoever follows some things: {@code /api/brief}. */
final class BriefCalls {
    private static final Duration SINCE_DEFAULT = Duration.ofDays(7);
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.many(
                    "follow",
                    new Form.Text(100),
                    Follow.LIMIT,
                    "What is followed: ids of entities, or relation:, topic:, holder:, speaker: or podcast: with an id behind."),
            Parameter.optional(
                    "since",
                    new Form.ChangeOrDay(),
                    "What is new after this change, or after the end of this day in UTC; of the last seven days when left out."),
            Parameter.fallback(
                    "limit",
                    new Form.Whole(1, Brief.LIMIT_MOST),
                    Integer.toString(Brief.LIMIT_DEFAULT),
                    "Most claims."));

    private final Editions editions;
    private final Chooser chooser;
    private final Relations relations;
    private final Reads reads;

    BriefCalls(Features features, Relations relations, Reads reads) {
        this.editions = new Editions(features.ledger(), features.walking().edges());
        this.chooser = new Chooser(features.finding().duplicates());
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/brief",
                        "New claims for whoever follows some things, best first, each with the reasons why it was chosen.",
                        PARAMETERS,
                        "Brief",
                        asked -> brief(asked.arguments())),
                feed("atom"),
                feed("json"));
    }

    private Route feed(String ending) {
        return new Route(
                new Route.Address("GET", "/feeds/brief." + ending, Role.ANYBODY),
                "The same as a feed: Atom or JSON Feed.",
                PARAMETERS,
                Route.Produces.media(List.of(ending.equals("atom") ? FeedText.ATOM : FeedText.JSON)),
                asked -> feed(asked.arguments(), ending));
    }

    private Answer brief(Arguments asked) {
        NamedJson names = new NamedJson(reads.view(), relations);
        BriefJson json = new BriefJson(names, new BriefText(names::label, relations));
        return Answer.json(json.brief(chosen(asked), follows(asked)));
    }

    private static List<Follow> follows(Arguments asked) {
        return Follow.all(asked.texts("follow"));
    }

    private Brief chosen(Arguments asked) {
        long since = reads.change(asked, "since")
                .orElseGet(() -> reads.ledger().lastChangeAt(Instant.now().minus(SINCE_DEFAULT)));
        return chooser.choose(editions.since(since), follows(asked), asked.whole("limit"));
    }

    private Answer feed(Arguments asked, String ending) {
        Brief brief = chosen(asked);
        View view = reads.view();
        NamedJson names = new NamedJson(view, relations);
        BriefText text = new BriefText(names::label, relations);
        ClaimEntries claims = new ClaimEntries(reads, view);
        List<ClaimFeed.Entry> entries = brief.items().stream()
                .map(item -> claims.entry(item.insight(), item.change(), reasons(item, text)))
                .toList();
        String followed = follows(asked).stream().map(Follow::written).collect(Collectors.joining(","));
        String about = follows(asked).stream().map(text::label).collect(Collectors.joining(", "));
        String parameters = "?follow=" + URLEncoder.encode(followed, StandardCharsets.UTF_8);
        String base = reads.base().address();
        ClaimFeed feed = new ClaimFeed(
                "Clew: what is new about " + about,
                base + "brief" + parameters,
                base + "feeds/brief." + ending + parameters,
                entries);
        String tag = reads.ledger().ledgerId() + "-" + brief.edition().since() + "-"
                + brief.edition().change();
        return FeedText.answer(feed, ending, tag);
    }

    static String reasons(Brief.Item item, BriefText text) {
        return item.because().stream().map(text::because).collect(Collectors.joining(". ", "Because: ", "."));
    }
}
