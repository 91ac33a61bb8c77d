package dev.clew.web.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Undone;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.stream.Stream;

/** {@code POST /api/changes/N/undo}: takes a change back, or the whole run that begins with it. */
final class UndoCalls {
    private final Writing writing;

    UndoCalls(Writing writing) {
        this.writing = writing;
    }

    Stream<Route> routes() {
        List<Parameter> parameters = List.of(
                Parameter.path("n", new Form.Whole(1, 999_999_999_999_999L), "The number of the change."),
                Parameter.fallback(
                        "run", new Form.Flag(), "false", "Whether the whole run that begins with it is meant."),
                Writing.WHY);
        return Stream.of(new Route(
                new Route.Address("POST", "/api/changes/{n}/undo", Role.CURATOR),
                "Takes a change back by a new one; refused, naming them, when later changes or records stand on it.",
                Takes.parameters(parameters).reading(Takes.Header.IDEMPOTENCY_KEY),
                Route.Produces.json("Undone"),
                this::undone));
    }

    private Answer undone(Route.Asked asked) {
        long n = asked.arguments().optionalWhole("n").orElseThrow();
        boolean run = asked.arguments().flag("run").orElse(false);
        String what = (run ? "the run of change " : "change ") + n;
        Author author = Writing.author(asked, "undid " + what);
        return writing.once(asked, "undo " + what, keeper -> {
            ObjectNode[] told = new ObjectNode[1];
            writing.ledger().undo(n, run, author, (handle, undone) -> {
                told[0] = told(n, undone);
                keeper.keep(handle, told[0].toString());
            });
            return told[0];
        });
    }

    private static ObjectNode told(long n, Undone undone) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("undone", n)
                .put("records", undone.records())
                .put("run", undone.run())
                .put("change", undone.position().n());
    }
}
