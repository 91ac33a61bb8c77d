package dev.clew.web.api;

import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Role;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.Slug;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code /feeds/entity/ID.atom}, {@code /feeds/topic/ID.atom} and {@code /feeds/search.atom}, and the same with {@code .json}: the
 * claims that link a thing, are filed under a topic, or that a search finds; the {@value #ENTRIES} of the latest sources.
 */
final class FeedCalls {
    private static final int ENTRIES = 50;
    private static final Set<String> NO_FEED = Set.of("limit", "cursor", "sort", "mode");

    private final SearchIndex search;
    private final Reads reads;

    FeedCalls(SearchIndex search, Reads reads) {
        this.search = search;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                route(
                        "/feeds/entity/{file}",
                        "Claims that link a thing",
                        List.of(file()),
                        asked -> ofEntity(asked, SearchField.ENTITY)),
                route(
                        "/feeds/topic/{file}",
                        "Claims filed under a topic",
                        List.of(file()),
                        asked -> ofEntity(asked, SearchField.TOPIC)),
                route("/feeds/search.atom", "Claims that a search finds", filters(), asked -> ofSearch(asked, "atom")),
                route("/feeds/search.json", "Claims that a search finds", filters(), asked -> ofSearch(asked, "json")));
    }

    private static Route route(String path, String what, List<Parameter> parameters, Route.Call call) {
        return new Route(
                new Route.Address("GET", path, Role.ANYBODY),
                what + ", as a feed: Atom or JSON Feed; the " + ENTRIES + " of the latest sources.",
                parameters,
                Route.Produces.media(List.of(FeedText.ATOM, FeedText.JSON)),
                call);
    }

    private static Parameter file() {
        return Parameter.path("file", new Form.Text(90), "The entity's id with .atom or .json behind it.");
    }

    private static List<Parameter> filters() {
        return SearchCalls.parameters().stream()
                .filter(parameter -> !NO_FEED.contains(parameter.name()))
                .toList();
    }

    private Answer ofEntity(Route.Asked asked, SearchField field) {
        String file = asked.arguments().text("file");
        int dot = file.lastIndexOf('.');
        String id = dot < 0 ? file : file.substring(0, dot);
        String ending = dot < 0 ? "" : file.substring(dot + 1);
        if (!Slug.isSlug(id) || !(ending.equals("atom") || ending.equals("json"))) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "There is no such feed: write an id with .atom or .json, such as compute.atom.");
        }
        Entity entity = reads.view().entity(id).orElseThrow(() -> View.unknown(RecordName.entity(id)));
        String kind = field == SearchField.TOPIC ? "topic" : "entity";
        String title = field == SearchField.TOPIC ? "filed under " : "about ";
        Places places = new Places(
                "Clew: claims " + title + entity.naming().label(),
                reads.base().iri(entity.name()),
                reads.base().address() + "feeds/" + kind + "/" + entity.id() + "." + ending);
        return answer(SearchQuery.of("").with(field, entity.id()), places, ending);
    }

    private Answer ofSearch(Route.Asked asked, String ending) {
        SearchQuery query = SearchCalls.query(asked.arguments(), SearchQuery.Page.FIRST, SearchQuery.Mode.TEXT);
        String about = query.text().isEmpty() ? "Clew: claims" : "Clew: claims for " + query.text();
        String parameters = Behind.parameters(filters(), asked.arguments(), List.of());
        String all = parameters.isEmpty() ? "" : "?" + parameters;
        Places places = new Places(
                about,
                reads.base().address() + "search" + all,
                reads.base().address() + "feeds/search." + ending + all);
        return answer(query, places, ending);
    }

    /**
     * What a feed is called and where it stands; readers tell feeds apart by its own address, which therefore holds all that
     * was asked.
     */
    private record Places(String title, String page, String self) {}

    private Answer answer(SearchQuery query, Places places, String ending) {
        SearchAnswer found = search.search(query.with(SearchField.TYPE, RecordType.INSIGHT.code())
                .page(new SearchQuery.Page(SearchQuery.Sort.NEWEST, ENTRIES, null))
                .by(SearchQuery.Mode.TEXT));
        View view = reads.view();
        List<ClaimFeed.Entry> entries = found.hits().stream()
                .flatMap(hit -> view.find(hit.name()).stream())
                .flatMap(stored -> new ClaimEntries(reads, view).entry(stored).stream())
                .sorted(Comparator.comparing(ClaimFeed.Entry::updated).reversed())
                .toList();
        ClaimFeed feed = new ClaimFeed(places.title(), places.page(), places.self(), entries);
        return FeedText.answer(feed, ending, reads.ledger().ledgerId() + "-" + found.change());
    }
}
