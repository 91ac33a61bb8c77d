package dev.clew.web.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Undone;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** {@code POST /api/changes/N/undo}: takes a change back, or the whole run that begins with it. */
final class UndoCalls {
    private final Writing writing;

    UndoCalls(Writing writing) {
        this.writing = writing;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("POST", "/api/changes/{n}/undo", Role.CURATOR),
                "Takes a change back by a new one; refused, naming them, when later changes or records stand on it.",
                List.of(
                        Parameter.path("n", new Form.Whole(1, 999_999_999_999_999L), "The number of the change."),
                        Parameter.fallback(
                                "run", new Form.Flag(), "false", "Whether the whole run that begins with it is meant."),
                        Writing.WHY),
                Route.Produces.json("Undone"),
                this::undone));
    }

    private Answer undone(Route.Asked asked) {
        long n = asked.arguments().optionalWhole("n").orElseThrow();
        boolean run = asked.arguments().flag("run").orElse(false);
        Author author = Writing.author(asked, run ? "undid the run of change " + n : "undid change " + n);
        Undone undone =
                run ? writing.ledger().undoRun(n, author) : writing.ledger().undo(n, author);
        return writing.answer(JsonNodeFactory.instance
                .objectNode()
                .put("undone", n)
                .put("records", undone.records())
                .put("run", undone.run())
                .put("change", undone.position().n()));
    }
}
