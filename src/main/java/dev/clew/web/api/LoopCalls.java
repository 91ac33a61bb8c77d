package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.graph.PathFinder;
import dev.clew.model.Lens;
import dev.clew.model.LoopAnswer;
import dev.clew.model.LoopQuery;
import dev.clew.model.Path;
import dev.clew.model.PathQuery;
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

/** The call for feedback loops through an entity: {@code /api/loops}. */
final class LoopCalls {
    private final PathFinder finder;
    private final Relations relations;
    private final Reads reads;

    LoopCalls(PathFinder finder, Relations relations, Reads reads) {
        this.finder = finder;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/loops",
                "Feedback loops of influence through an entity: reinforcing, balancing or ambiguous.",
                parameters(),
                "Loops",
                asked -> loops(asked.arguments())));
    }

    /** The same from queries: loops are numbered from 1, each hop with the claims behind it. */
    AnswerCall fromQueries() {
        List<String> columns = PathRows.columns("loop", "kind");
        return new AnswerCall("loops", RecordType.ENTITY, columns, given -> {
            Arguments asked = Arguments.read(parameters(), Map.of(), PathRows.asked(given));
            List<LoopAnswer.Loop> loops = found(asked).answer().loops();
            List<List<Value>> rows = new ArrayList<>();
            for (int i = 0; i < loops.size(); i++) {
                LoopAnswer.Loop loop = loops.get(i);
                rows.addAll(PathRows.of(
                        loop.path(),
                        new Value.Whole(i + 1),
                        new Value.Text(loop.kind().code())));
            }
            return rows;
        });
    }

    private static List<Parameter> parameters() {
        return Stream.of(
                        List.of(Parameter.required("entity", new Form.Id(), "The id of the entity.")),
                        PathForm.filters(),
                        PathForm.meaning(),
                        PathForm.bounds("4", "10"),
                        LensForm.parameters(false))
                .flatMap(List::stream)
                .toList();
    }

    /** An answer, the lens it was found through, and the state of the records with which it is told. */
    private record Found(LoopAnswer answer, Lens lens, View view) {}

    private Found found(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        Lens lens = LensForm.read(asked, reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        Reads.requireEntities(view, List.of(asked.text("entity")));
        Reads.requireEntities(view, asked.texts("avoid"));
        LensForm.require(lens, view);
        return new Found(finder.loops(query(asked, lens)), lens, view);
    }

    private static LoopQuery query(Arguments asked, Lens lens) {
        return new LoopQuery(
                asked.text("entity"),
                PathForm.filter(asked),
                lens,
                PathForm.meaning(asked),
                PathForm.bounds(asked, PathQuery.Direction.OUT));
    }

    private static Stream<Path> paths(LoopAnswer answer) {
        return answer.loops().stream().map(LoopAnswer.Loop::path);
    }

    private Answer loops(Arguments asked) {
        Found both = found(asked);
        LoopAnswer found = both.answer();
        View view = both.view();
        NamedJson names = new NamedJson(view, relations);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("entity", names.entity(asked.text("entity")));
        ArrayNode loops = json.putArray("loops");
        PathJson paths = new PathJson(names);
        found.loops().forEach(loop -> loops.add(loop(loop, paths)));
        PathJson.searched(json, found.searched());
        if (found.loops().isEmpty()) {
            new Holders(names).tell(json, both.lens(), lens -> paths(finder.loops(query(asked, lens))));
        }
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.about(fromQueries(), "/api/loops", parameters(), asked),
                        paths(found).toList(),
                        both.lens()));
        return Answer.json(json.put("change", Math.min(found.change(), view.change())));
    }

    private static ObjectNode loop(LoopAnswer.Loop loop, PathJson paths) {
        ObjectNode path = paths.path(loop.path());
        String effect = switch (loop.kind()) {
            case REINFORCING -> "; a reinforcing loop: more leads to more";
            case BALANCING -> "; a balancing loop: more leads to less";
            case AMBIGUOUS -> "; a loop whose direction the claims leave open";
        };
        String text = path.get("text").asText() + effect;
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("kind", loop.kind().code());
        json.set("path", path);
        return json.put("text", text);
    }
}
