package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.graph.ReachFinder;
import dev.clew.model.CommonAnswer;
import dev.clew.model.Enumerations;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
import dev.clew.model.ReachAnswer;
import dev.clew.model.ReachQuery;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls for open search: {@code /api/reach} and {@code /api/common}. */
final class ReachCalls {
    private final ReachFinder finder;
    private final Relations relations;
    private final Reads reads;

    ReachCalls(ReachFinder finder, Relations relations, Reads reads) {
        this.finder = finder;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/reach",
                        "What an entity influences within some hops, or what influences it, nearest first.",
                        parameters(List.of(
                                Parameter.required("entity", new Form.Id(), "The id of the entity."), direction())),
                        "Reach",
                        asked -> reach(asked.arguments())),
                reads.route(
                        "/api/common",
                        "Common causes, or common effects, of two entities, nearest first.",
                        parameters(List.of(
                                Parameter.required("entity", new Form.Id(), "The id of the first entity."),
                                Parameter.required("other", new Form.Id(), "The id of the second."),
                                direction())),
                        "Common",
                        asked -> common(asked.arguments())));
    }

    private static Parameter direction() {
        return Parameter.fallback(
                "direction",
                new Form.Choice(List.of("downstream", "upstream")),
                "downstream",
                "To effects (downstream) or to causes (upstream).");
    }

    private static List<Parameter> parameters(List<Parameter> own) {
        return Stream.of(own, PathForm.filters(), PathForm.bounds("3", "25"), LensForm.parameters(false))
                .flatMap(List::stream)
                .toList();
    }

    private ReachQuery query(Arguments asked, Lens lens) {
        asked.texts("relation").forEach(relations::require);
        return new ReachQuery(
                asked.text("entity"),
                Enumerations.find(ReachQuery.Direction.class, asked.text("direction"))
                        .orElseThrow(),
                PathForm.filter(asked),
                lens,
                PathForm.bounds(asked, PathQuery.Direction.OUT));
    }

    private View view(Arguments asked, Lens lens) {
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        Reads.requireEntities(view, List.of(asked.text("entity")));
        Reads.requireEntities(view, asked.texts("avoid"));
        LensForm.require(lens, view);
        return view;
    }

    private Answer reach(Arguments asked) {
        Lens lens = LensForm.read(asked, reads);
        View view = view(asked, lens);
        ReachAnswer found = finder.reach(query(asked, lens));
        NamedJson names = new NamedJson(view, relations);
        PathJson paths = new PathJson(names);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(asked.text("entity")));
        json.put("direction", asked.text("direction"));
        ArrayNode reached = json.putArray("reached");
        found.reached()
                .forEach(each -> reached.add(
                        reached(names.entity(each.entity()), each.path(), paths).put("cost", each.cost())));
        json.put("total", found.total());
        PathJson.searched(json, found.searched());
        return Answer.json(json.put("change", Math.min(found.change(), view.change())));
    }

    private static ObjectNode reached(ObjectNode entity, Path path, PathJson paths) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", entity);
        json.put("hops", path.hops().size()).put("sign", path.sign().symbol());
        json.set("path", paths.path(path));
        return json;
    }

    private Answer common(Arguments asked) {
        Lens lens = LensForm.read(asked, reads);
        View view = view(asked, lens);
        String other = asked.text("other");
        Reads.requireEntities(view, List.of(other));
        CommonAnswer found = finder.common(query(asked, lens), other);
        NamedJson names = new NamedJson(view, relations);
        PathJson paths = new PathJson(names);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(asked.text("entity")));
        json.set("other", names.entity(other));
        json.put("direction", asked.text("direction"));
        ArrayNode common = json.putArray("common");
        for (CommonAnswer.Common each : found.common()) {
            ObjectNode one = common.addObject();
            one.set("entity", names.entity(each.entity()));
            one.put("cost", each.cost());
            one.set("path", paths.path(each.one()));
            one.set("otherPath", paths.path(each.other()));
        }
        json.put("total", found.total());
        PathJson.searched(json, found.searched());
        return Answer.json(json.put("change", Math.min(found.change(), view.change())));
    }
}
