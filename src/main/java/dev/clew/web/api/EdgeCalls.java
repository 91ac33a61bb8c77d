package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.Enumerations;
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
import java.util.stream.Stream;

/** The call for the edges at an entity: {@code /api/entities/ID/edges}. */
final class EdgeCalls {
    private static final int MOST_FILTERS = 50;

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
                Parameter.fallback("facts", new Form.Flag(), "true", "Whether edges of reference facts count too."),
                Parameter.fallback(
                        "denied", new Form.Flag(), "false", "Whether edges that are only denied are listed."),
                Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most edges."),
                Parameter.optional("cursor", new Form.Text(500), "Where the last page ended, as its answer said."));
    }

    private Answer edges(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        View view = reads.view();
        String id = view.redirects().survivor(asked.text("id"));
        view.require(RecordName.entity(id));
        EdgePage page = edges.edges(query(id, asked));
        ObjectNode json = new EdgeJson(new NamedJson(view, relations)).page(page);
        return Answer.json(json.put("change", Math.min(page.change(), view.change())));
    }

    private static EdgeQuery query(String id, Arguments asked) {
        return new EdgeQuery(
                id,
                Enumerations.find(EdgeQuery.Direction.class, asked.text("direction"))
                        .orElseThrow(),
                new EdgeQuery.Filter(
                        new HashSet<>(asked.texts("relation")),
                        SearchCalls.kinds(asked),
                        asked.whole("minVoices"),
                        asked.flag("denied").orElse(false)),
                Lens.CLAIMS.withFacts(asked.flag("facts").orElse(true)),
                new EdgeQuery.Page(
                        asked.whole("limit"), asked.optionalText("cursor").orElse(null)));
    }
}
