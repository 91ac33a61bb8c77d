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
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.sparql.AnswerCall;
import dev.clew.sparql.AnswerCall.Value;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls for open search: {@code /api/reach} and {@code /api/common}. */
final class ReachCalls {
    private static final String REACH = "/api/reach";
    private static final String COMMON = "/api/common";

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
                        REACH,
                        "What an entity influences within some hops, or what influences it, nearest first.",
                        ofOne(),
                        "Reach",
                        asked -> reach(asked.arguments())),
                reads.route(
                        COMMON,
                        "Common causes, or common effects, of two entities, nearest first.",
                        ofTwo(),
                        "Common",
                        asked -> common(asked.arguments())));
    }

    /** What is reached, from queries: each thing with the hops of the way there and the claims behind them. */
    AnswerCall reachFromQueries() {
        List<String> columns = PathRows.columns("reached", "sign");
        return new AnswerCall("reaches", RecordType.ENTITY, columns, given -> {
            Arguments asked = Arguments.read(ofOne(), Map.of(), PathRows.asked(given));
            List<List<Value>> rows = new ArrayList<>();
            for (ReachAnswer.Reached each : reached(asked).answer().reached()) {
                Value entity = new Value.Of(RecordName.entity(each.entity()));
                rows.addAll(PathRows.of(
                        each.path(), entity, new Value.Text(each.path().sign().symbol())));
            }
            return rows;
        });
    }

    /** What two have in common, from queries: each thing with its two ways, of which {@code ?end} names the other end. */
    AnswerCall commonFromQueries() {
        List<String> columns = PathRows.columns("shared", "end");
        return new AnswerCall("inCommon", RecordType.ENTITY, columns, given -> {
            Arguments asked = Arguments.read(ofTwo(), Map.of(), PathRows.asked(given));
            List<List<Value>> rows = new ArrayList<>();
            for (CommonAnswer.Common each : shared(asked).answer().common()) {
                Value entity = new Value.Of(RecordName.entity(each.entity()));
                rows.addAll(PathRows.of(each.one(), entity, end(asked, "entity")));
                rows.addAll(PathRows.of(each.other(), entity, end(asked, "other")));
            }
            return rows;
        });
    }

    private static Value end(Arguments asked, String parameter) {
        return new Value.Of(RecordName.entity(asked.text(parameter)));
    }

    private static Parameter direction() {
        return Parameter.fallback(
                "direction",
                new Form.Choice(List.of("downstream", "upstream")),
                "downstream",
                "To effects (downstream) or to causes (upstream).");
    }

    private static List<Parameter> ofOne() {
        return parameters(List.of(Parameter.required("entity", new Form.Id(), "The id of the entity."), direction()));
    }

    private static List<Parameter> ofTwo() {
        return parameters(List.of(
                Parameter.required("entity", new Form.Id(), "The id of the first entity."),
                Parameter.required("other", new Form.Id(), "The id of the second."),
                direction()));
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

    /** An answer, the lens it was found through, and the state of the records with which it is told. */
    private record Found<T>(T answer, Lens lens, View view) {}

    private Found<ReachAnswer> reached(Arguments asked) {
        Lens lens = LensForm.read(asked, reads);
        View view = view(asked, lens);
        return new Found<>(finder.reach(query(asked, lens)), lens, view);
    }

    private Answer reach(Arguments asked) {
        Found<ReachAnswer> both = reached(asked);
        ReachAnswer found = both.answer();
        View view = both.view();
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
        if (found.reached().isEmpty()) {
            new Holders(names).tell(json, both.lens(), lens -> paths(finder.reach(query(asked, lens))));
        }
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.about(reachFromQueries(), REACH, ofOne(), asked),
                        paths(found).toList(),
                        both.lens()));
        return Answer.json(json.put("change", Math.min(found.change(), view.change())));
    }

    private static Stream<Path> paths(ReachAnswer answer) {
        return answer.reached().stream().map(ReachAnswer.Reached::path);
    }

    private static ObjectNode reached(ObjectNode entity, Path path, PathJson paths) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", entity);
        json.put("hops", path.hops().size()).put("sign", path.sign().symbol());
        json.set("path", paths.path(path));
        return json;
    }

    private Found<CommonAnswer> shared(Arguments asked) {
        Lens lens = LensForm.read(asked, reads);
        View view = view(asked, lens);
        Reads.requireEntities(view, List.of(asked.text("other")));
        return new Found<>(finder.common(query(asked, lens), asked.text("other")), lens, view);
    }

    private Answer common(Arguments asked) {
        Found<CommonAnswer> both = shared(asked);
        CommonAnswer found = both.answer();
        View view = both.view();
        NamedJson names = new NamedJson(view, relations);
        PathJson paths = new PathJson(names);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(asked.text("entity")));
        json.set("other", names.entity(asked.text("other")));
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
        if (found.common().isEmpty()) {
            new Holders(names)
                    .tell(json, both.lens(), lens -> paths(finder.common(query(asked, lens), asked.text("other"))));
        }
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.about(commonFromQueries(), COMMON, ofTwo(), asked),
                        paths(found).toList(),
                        both.lens()));
        return Answer.json(json.put("change", Math.min(found.change(), view.change())));
    }

    private static Stream<Path> paths(CommonAnswer answer) {
        return answer.common().stream().flatMap(each -> Stream.of(each.one(), each.other()));
    }
}
