package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.graph.PathFinder;
import dev.clew.model.ClewException;
import dev.clew.model.Lens;
import dev.clew.model.Path;
import dev.clew.model.PathAnswer;
import dev.clew.model.PathQuery;
import dev.clew.model.Relations;
import dev.clew.model.TwinAnswer;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls for paths between two entities: {@code /api/paths} and {@code /api/paths/twin}. */
final class PathCalls {
    private final PathFinder finder;
    private final Relations relations;
    private final Reads reads;

    PathCalls(PathFinder finder, Relations relations, Reads reads) {
        this.finder = finder;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/paths",
                        "The best paths from one entity to another, with the claims behind every hop.",
                        PathForm.parameters(),
                        "Paths",
                        asked -> paths(asked.arguments())),
                reads.route(
                        "/api/paths/twin",
                        "The best path and the best between the same ends that turns out the other way, side by side.",
                        PathForm.parameters(),
                        "Twin",
                        asked -> twin(asked.arguments())));
    }

    /**
     * A question with the records to tell the answer by.
     *
     * @param query what is asked
     * @param view records as of the same moment
     */
    private record Question(PathQuery query, View view) {}

    private Question question(Arguments asked) {
        asked.texts("relation").forEach(relations::require);
        Lens lens = LensForm.read(asked, reads);
        View view = reads.view(Optional.ofNullable(lens.asOf()));
        Reads.requireEntities(view, List.of(asked.text("from"), asked.text("to")));
        Reads.requireEntities(view, asked.texts("via"));
        Reads.requireEntities(view, asked.texts("avoid"));
        LensForm.require(lens, view);
        return new Question(PathForm.read(asked, lens), view);
    }

    private Answer paths(Arguments asked) {
        Question question = question(asked);
        PathAnswer found = PathQuestions.answer(finder, question.query(), asked.texts("nodes"));
        NamedJson names = new NamedJson(question.view(), relations);
        ObjectNode json = new PathJson(names).answer(found);
        if (found.paths().isEmpty()) {
            new Holders(names)
                    .tell(
                            json,
                            question.query().lens(),
                            lens -> paths(question.query().with(lens), List.of()));
        }
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.paths(asked), found.paths(), question.query().lens()));
        return Answer.json(
                json.put("change", Math.min(found.change(), names.view().change())));
    }

    private Answer twin(Arguments asked) {
        Question question = question(asked);
        TwinAnswer found = twin(question, asked.texts("nodes"));
        NamedJson names = new NamedJson(question.view(), relations);
        PathJson paths = new PathJson(names);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("path", paths.path(found.path()));
        if (found.twin() != null) {
            json.set("twin", paths.path(found.twin()));
        }
        ArrayNode spans = json.putArray("spans");
        found.spans().forEach(span -> spans.add(span(span, names)));
        json.put("text", text(found));
        PathJson.searched(json, found.searched());
        if (found.path().sign().isDirected()) {
            Behind behind = reads.behind();
            json.set(
                    "behind",
                    behind.inCypher(
                            behind.twin(asked, found.path().sign().opposite()),
                            both(found),
                            question.query().lens()));
        }
        return Answer.json(
                json.put("change", Math.min(found.change(), names.view().change())));
    }

    private static List<Path> both(TwinAnswer found) {
        return Stream.of(found.path(), found.twin()).flatMap(Stream::ofNullable).toList();
    }

    private TwinAnswer twin(Question question, List<String> nodes) {
        PathQuery query = question.query();
        try {
            return finder.twin(query, nodes);
        } catch (ClewException refused) {
            Holders holders = new Holders(new NamedJson(question.view(), relations));
            throw holders.tell(refused, query.lens(), lens -> paths(query.with(lens), nodes));
        }
    }

    private Stream<Path> paths(PathQuery query, List<String> nodes) {
        return nodes.isEmpty() ? finder.find(query).paths().stream() : finder.over(query, nodes).stream();
    }

    private static ObjectNode span(TwinAnswer.Span span, NamedJson names) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("from", names.entity(span.from()));
        json.set("to", names.entity(span.to()));
        span.path().forEach(json.putArray("path")::add);
        span.twin().forEach(json.putArray("twin")::add);
        return json.put("difference", span.difference().code());
    }

    private static String text(TwinAnswer answer) {
        if (!answer.path().sign().isDirected()) {
            return "This path has no sign, so nothing is its opposite.";
        }
        String bounds = answer.searched().maxHops() + " hops"
                + (answer.searched().truncated() ? ", cut by the limit of work" : "");
        if (answer.twin() == null) {
            return "No opposing path in the evidence within " + bounds + ".";
        }
        return answer.twin().isShifted()
                ? "The best opposing path changes a meaning or scope half-way; none within " + bounds
                        + " opposes it without."
                : "The best opposing path keeps every meaning.";
    }
}
