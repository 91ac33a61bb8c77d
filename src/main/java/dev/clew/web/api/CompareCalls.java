package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import dev.clew.model.Edge;
import dev.clew.model.EdgePage;
import dev.clew.model.EdgeQuery;
import dev.clew.model.Edges;
import dev.clew.model.ErrorCode;
import dev.clew.model.Lens;
import dev.clew.model.Relations;
import dev.clew.model.SideBySide;
import dev.clew.neo4j.CypherQuestion;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The call that lays several entities side by side: {@code /api/compare}. */
final class CompareCalls {
    private static final String ENTITY = "entity";
    private static final int LEAST = 2;
    private static final int MOST = 6;
    /** Most edges read of each entity, those with most voices. */
    private static final int READ = 1000;

    private final Edges edges;
    private final Relations relations;
    private final Reads reads;

    CompareCalls(Edges edges, Relations relations, Reads reads) {
        this.edges = edges;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/compare",
                "Two to six entities side by side: what they share, where one raises what another lowers, the edges"
                        + " among them, and the edges of one only.",
                parameters(),
                "SideBySide",
                asked -> compare(asked.arguments())));
    }

    private static List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(
                                Parameter.many(ENTITY, new Form.Id(), MOST, "The entities, two to six."),
                                Parameter.fallback("limit", new Form.Whole(1, 500), "100", "Most rows of each list.")),
                        LensForm.parameters(true).stream())
                .toList();
    }

    private Answer compare(Arguments asked) {
        List<String> entities = asked.texts(ENTITY);
        if (entities.size() < LEAST) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST, "Parameter 'entity' must name two to six entities to compare.");
        }
        Lens lens = LensForm.read(asked, reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        Reads.requireEntities(view, entities);
        LensForm.require(lens, view);
        Map<String, EdgePage> pages = new LinkedHashMap<>();
        entities.forEach(entity -> pages.put(entity, read(entity, lens)));
        Map<String, List<Edge>> own = new LinkedHashMap<>();
        pages.forEach((entity, page) -> own.put(entity, page.edges()));
        Told told = new Told(new NamedJson(view, relations), asked.whole("limit"));
        ObjectNode json = told.answer(SideBySide.of(own, relations), pages);
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.alone("/api/compare", parameters(), asked),
                        () -> CypherQuestion.around(entities, lens)));
        long shown = pages.values().stream().mapToLong(EdgePage::change).min().orElse(view.change());
        return Answer.json(json.put("change", Math.min(shown, view.change())));
    }

    private EdgePage read(String entity, Lens lens) {
        return edges.edges(new EdgeQuery(
                entity, EdgeQuery.Direction.BOTH, EdgeQuery.Filter.DRAWN, lens, new EdgeQuery.Page(READ, null)));
    }

    /** The answer as JSON, each list as long as asked. */
    private record Told(NamedJson names, int limit) {
        ObjectNode answer(SideBySide found, Map<String, EdgePage> pages) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("shared", rows(found.shared()));
            json.set("opposite", rows(found.opposite()));
            json.set("between", edges(found.between()));
            ArrayNode only = json.putArray("only");
            pages.forEach((entity, page) -> {
                List<Edge> own = found.only().getOrDefault(entity, List.of());
                ObjectNode side = side(entity, own.stream().limit(limit).toList());
                only.add(side.put("count", own.size())
                        .put("total", page.total())
                        .put("read", page.edges().size()));
            });
            json.putObject("counts")
                    .put("shared", found.shared().size())
                    .put("opposite", found.opposite().size())
                    .put("between", found.between().size());
            return json;
        }

        private ArrayNode rows(List<SideBySide.Row> rows) {
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            rows.stream().limit(limit).forEach(row -> {
                ObjectNode one = json.addObject();
                one.set("other", names.entity(row.other()));
                ArrayNode sides = one.putArray("sides");
                row.sides().forEach((entity, own) -> sides.add(side(entity, own)));
            });
            return json;
        }

        private ObjectNode side(String entity, List<Edge> own) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.set("entity", names.entity(entity));
            json.set("edges", new EdgeJson(names).edges(own));
            return json;
        }

        private ArrayNode edges(List<Edge> some) {
            return new EdgeJson(names).edges(some.stream().limit(limit).toList());
        }
    }
}
