package dev.clew.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.Lens;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.neo4j.CypherQuestion;
import dev.clew.sparql.AnswerCall;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The call for the edges at an entity: {@code /api/entities/ID/edges}. */
final class EdgeCalls {
    private static final int MOST_FILTERS = 50;
    private static final int MOST_EDGES = 200;
    private static final List<String> COLUMNS =
            List.of("subject", "relation", "object", "sign", "voicesFor", "voicesAgainst", "insight");

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
                asked -> Answer.json(edges(asked.arguments()))));
    }

    /** The same from queries: a row for each claim behind each edge; a fact's record stands in for an insight. */
    AnswerCall fromQueries() {
        return new AnswerCall("edges", RecordType.ENTITY, COLUMNS, asked -> {
            List<List<AnswerCall.Value>> rows = new ArrayList<>();
            edges(Arguments.read(parameters(), path(asked), query(asked)))
                    .get("edges")
                    .forEach(edge -> rows(edge, rows));
            return rows;
        });
    }

    /** The path's own parameter among those that a query gives. */
    static Map<String, String> path(Map<String, List<String>> asked) {
        return Map.of("id", asked.getOrDefault("id", List.of("")).getFirst());
    }

    /** The others. */
    static Map<String, List<String>> query(Map<String, List<String>> asked) {
        Map<String, List<String>> others = new HashMap<>(asked);
        others.remove("id");
        return others;
    }

    private static void rows(JsonNode edge, List<List<AnswerCall.Value>> rows) {
        List<RecordName> evidence = new ArrayList<>();
        edge.get("evidence").forEach(id -> evidence.add(RecordName.insight(id.asText())));
        if (edge.get("facts").asInt() > 0) {
            evidence.add(RecordName.entity(edge.at("/subject/id").asText()));
        }
        for (RecordName record : evidence) {
            rows.add(List.of(
                    new AnswerCall.Value.Of(
                            RecordName.entity(edge.at("/subject/id").asText())),
                    new AnswerCall.Value.Relation(edge.at("/relation/id").asText()),
                    new AnswerCall.Value.Of(
                            RecordName.entity(edge.at("/object/id").asText())),
                    new AnswerCall.Value.Text(edge.get("sign").asText()),
                    new AnswerCall.Value.Whole(edge.get("voicesFor").asLong()),
                    new AnswerCall.Value.Whole(edge.get("voicesAgainst").asLong()),
                    new AnswerCall.Value.Of(record)));
        }
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

    private ObjectNode edges(Arguments asked) {
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
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.of(fromQueries(), id, parameters(), asked),
                        () -> CypherQuestion.edges(query, relations)));
        return json.put("change", Math.min(page.change(), view.change()));
    }

    /** What stands behind the same edges when everybody's claims count. */
    private List<Evidence> evidence(EdgeQuery query) {
        Lens lens = query.lens();
        Lens open = lens.with(Lens.Said.BY_ANYBODY);
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
