package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Caller;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/session}: who asks. */
final class SessionCalls {
    Stream<Route> routes() {
        return Stream.of(Route.read(
                "/api/session",
                "Who asks, as their token or session says; the role anybody when nobody said.",
                List.of(),
                "Session",
                asked -> session(asked.caller())));
    }

    private static Answer session(Caller caller) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("role", caller.role().code());
        if (!caller.isAnonymous()) {
            json.put("name", caller.name());
        }
        return Answer.json(json).with("Cache-Control", "no-store");
    }
}
