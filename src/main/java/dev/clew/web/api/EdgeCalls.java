package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The call for the edges at an entity: {@code /api/entities/ID/edges}. */
final class EdgeCalls {
    private static final int MOST_FILTERS = 50;
    private static final int MOST_EDGES = 200;

    private final Edges edges;
    private final Relations relations;
    private final Reads reads;

    EdgeCalls(Edges edges, Relations relations, Reads reads) {
        this.edges = edges;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/entities/{id}/edges",
                "The edges at an entity, most voices first, each with its evidence.",
                parameters(),
                "Edges",
                asked -> edges(asked.arguments())));
    }

    private static List<Parameter> parameters() {
        return Stream.concat(ownParameters().stream(), LensForm.parameters(true).stream())
                .toList();
    }

    private static List<Parameter> ownParameters() {
        return List.of(
                Parameter.path("id", new Form.Id(), "The id of the entity."),
                Parameter.fallback(
                        "direction",
                        new Form.Choice(List.of("out", "in", "both")),
                        "both",
                        "Whether the entity is the subject, the object, or either."),
                Parameter.many("relation", new Form.Id(), MOST_FILTERS, "Only edges by these relations."),
                Parameter.many(
                        "kind",
                        new Form.Choice(SearchCalls.entityKinds()),
                        10,
                        "Only edges whose other end is of these kinds."),
                Parameter.fallback("minVoices", new Form.Whole(0, 1000), "0", "Only edges with so many voices."),
                Parameter.fallback(
                        "denied", new Form.Flag(), "false", "Whether edges that are only denied are listed."),
                Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most edges."),
                Parameter.optional("cursor", new Form.Text(500), "Where the last page ended, as its answer said."));
    }

    private Answer edges(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        Lens lens = LensForm.read(asked, reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        String id = lens.asOf() == null ? view.redirects().survivor(asked.text("id")) : asked.text("id");
        view.require(RecordName.entity(id));
        LensForm.require(lens, view);
        EdgeQuery query = query(id, asked, lens);
        EdgePage page = edges.edges(query);
        NamedJson names = new NamedJson(view, relations);
        ObjectNode json = new EdgeJson(names).page(page);
        if (page.total() == 0 && !lens.passesEveryClaim()) {
            new Holders(names).tell(json, evidence(query));
        }
        return Answer.json(json.put("change", Math.min(page.change(), view.change())));
    }

    /** What stands behind the same edges when everybody's claims count. */
    private List<Evidence> evidence(EdgeQuery query) {
        Lens lens = query.lens();
        Lens open = new Lens(Lens.Said.BY_ANYBODY, lens.claimTypes(), lens.without(), lens.facts(), lens.asOf());
        EdgeQuery.Page first = new EdgeQuery.Page(MOST_EDGES, null);
        EdgeQuery all = new EdgeQuery(query.entity(), query.direction(), query.filter(), open, first);
        return edges.edges(all).edges().stream()
                .flatMap(edge -> edge.evidence().stream())
                .toList();
    }

    private static EdgeQuery query(String id, Arguments asked, Lens lens) {
        return new EdgeQuery(
                id,
                Enumerations.find(EdgeQuery.Direction.class, asked.text("direction"))
                        .orElseThrow(),
                new EdgeQuery.Filter(
                        new HashSet<>(asked.texts("relation")),
                        SearchCalls.kinds(asked),
                        asked.whole("minVoices"),
                        asked.flag("denied").orElse(false)),
                lens,
                new EdgeQuery.Page(
                        asked.whole("limit"), asked.optionalText("cursor").orElse(null)));
    }
}
