package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.AmongQuery;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.EdgesAmong;
import dev.clew.model.Evidence;
import dev.clew.model.Lens;
import dev.clew.model.Redirects;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The call for what one picture of several entities shows: {@code POST /api/edges}. It reads only; it takes a body since so
 * many ids are no address.
 */
final class PictureCalls {
    /** At so many of the entities it is looked up who does hold claims where a lens shows nothing. */
    private static final int ASKED_FOR_HOLDERS = 20;

    private final Edges edges;
    private final Relations relations;
    private final Reads reads;

    PictureCalls(Edges edges, Relations relations, Reads reads) {
        this.edges = edges;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("POST", "/api/edges", Role.ANYBODY),
                "The edges between up to " + AmongQuery.LIMIT_ENTITIES + " entities, most voices first, and to how many"
                        + " others each has an edge; nothing is written.",
                Takes.json(parameters(), "PictureAsked"),
                Route.Produces.json("Picture"),
                this::picture));
    }

    private static List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(
                                Parameter.fallback("limit", new Form.Whole(1, 1000), "1000", "Most edges."),
                                Parameter.optional(
                                        "cursor",
                                        new Form.Text(500),
                                        "Where the last page ended, as its answer said.")),
                        LensForm.parameters(true).stream())
                .toList();
    }

    private Answer picture(Route.Asked asked) {
        Lens lens = LensForm.read(asked.arguments(), reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        LensForm.require(lens, view);
        Redirects redirects = lens.asOf() == null ? view.redirects() : Redirects.NONE;
        Set<String> ids =
                PictureBody.read(asked.body().json(), false, redirects).entities();
        EdgeQuery.Page page = new EdgeQuery.Page(
                asked.arguments().whole("limit"),
                asked.arguments().optionalText("cursor").orElse(null));
        EdgesAmong among = edges.among(new AmongQuery(ids, lens, page));
        NamedJson names = new NamedJson(view, relations);
        ObjectNode json = new EdgeJson(names).page(among.page());
        if (page.cursor() == null) {
            entities(json, ids, among, names);
        }
        boolean empty =
                among.page().total() == 0 && among.outside().values().stream().allMatch(count -> count == 0);
        if (empty && !lens.passesEveryClaim()) {
            new Holders(names).tell(json, evidence(among.outside().keySet(), lens));
        }
        return Answer.json(json.put("change", Math.min(among.page().change(), view.change())));
    }

    /** The first page names the entities. */
    private static void entities(ObjectNode json, Set<String> ids, EdgesAmong among, NamedJson names) {
        ArrayNode entities = json.putArray("entities");
        ArrayNode unknown = json.putArray("unknown");
        for (String id : ids) {
            Integer outside = among.outside().get(id);
            if (outside == null) {
                unknown.add(id);
            } else {
                entities.add(names.entity(id).put("outside", outside));
            }
        }
    }

    /** What stands behind the edges at the first of them when everybody's claims count. */
    private List<Evidence> evidence(Set<String> ids, Lens lens) {
        Lens open = lens.with(Lens.Said.BY_ANYBODY);
        return ids.stream()
                .sorted()
                .limit(ASKED_FOR_HOLDERS)
                .flatMap(id -> edges
                        .edges(new EdgeQuery(
                                id, EdgeQuery.Direction.BOTH, EdgeQuery.Filter.DRAWN, open, EdgeQuery.Page.FIRST))
                        .edges()
                        .stream())
                .flatMap(edge -> edge.evidence().stream())
                .toList();
    }
}
