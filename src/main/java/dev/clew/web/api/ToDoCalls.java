package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.insight.Connection;
import dev.clew.insight.LibraryCheck;
import dev.clew.insight.Task;
import dev.clew.insight.ToDo;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The call for what a curator may want to look at: {@code /api/to-do}. The library is read once for each change that is
 * asked about, by one request at a time; the others wait for it.
 */
final class ToDoCalls {
    private static final List<String> KINDS =
            Arrays.stream(Task.Kind.values()).map(Task.Kind::code).toList();

    private final Relations relations;
    private final Reads reads;
    private @Nullable ToDo last;

    ToDoCalls(Relations relations, Reads reads) {
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/to-do",
                "What a curator may want to look at: dead ends, orphans, look-alikes, insights without links, edges that"
                        + " one insight alone says, and times beyond an episode's end.",
                List.of(
                        Parameter.many("kind", new Form.Choice(KINDS), KINDS.size(), "Only tasks of these kinds."),
                        Parameter.fallback(
                                "limit",
                                new Form.Whole(1, LibraryCheck.LIMIT_OF_KIND),
                                "50",
                                "Most tasks of each kind; the counts are of all.")),
                "ToDo",
                asked -> toDo(asked.arguments())));
    }

    private Answer toDo(Arguments asked) {
        ToDo current = current();
        List<String> kinds = asked.texts("kind").isEmpty() ? KINDS : asked.texts("kind");
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = json.putArray("kinds");
        for (Task.Kind kind : Task.Kind.values()) {
            if (kinds.contains(kind.code())) {
                ObjectNode group = listed.addObject().put("kind", kind.code());
                group.put("count", current.counts().getOrDefault(kind, 0));
                ArrayNode tasks = group.putArray("tasks");
                current.of(kind).stream().limit(asked.whole("limit")).forEach(task -> tasks.add(task(task)));
            }
        }
        json.set("connection", connection(current.connection()));
        return Answer.json(json.put("change", current.change()));
    }

    private static ObjectNode connection(Connection connection) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("insights", connection.insights())
                .put("byLinks", connection.byLinks())
                .put("together", connection.together());
    }

    private static ObjectNode task(Task task) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", task.record().type().code())
                .put("id", task.record().id())
                .put("label", task.label())
                .put("message", task.message());
    }

    private synchronized ToDo current() {
        ToDo known = last;
        if (known == null || known.change() != reads.change()) {
            known = LibraryCheck.of(reads.ledger(), relations);
            last = known;
        }
        return known;
    }
}
