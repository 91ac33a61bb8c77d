package dev.clew.web.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Audit;
import dev.clew.model.Enumerations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** {@code /api/audit}: what happened to accounts. */
final class AuditCalls {
    private final Audit audit;

    AuditCalls(Audit audit) {
        this.audit = audit;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/api/audit", Role.ADMIN),
                "What happened to accounts, latest first: sign-ins, failures, roles, tokens, backups.",
                List.of(
                        Parameter.fallback("limit", new Form.Whole(1, Audit.LIMIT_ENTRIES), "50", "How many."),
                        Parameter.optional(
                                "cursor",
                                new Form.Whole(1, 999_999_999_999_999L),
                                "Goes on where an answer with this cursor ended.")),
                Route.Produces.json("Audit"),
                asked -> entries(asked.arguments())));
    }

    private Answer entries(Arguments arguments) {
        int limit = arguments.whole("limit");
        List<Audit.Entry> found = audit.before(arguments.optionalWhole("cursor").orElse(Long.MAX_VALUE), limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var entries = json.putArray("entries");
        found.forEach(each -> entries.add(entry(each)));
        if (found.size() == limit) {
            json.put("nextCursor", found.getLast().number());
        }
        return Answer.json(json);
    }

    private static ObjectNode entry(Audit.Entry entry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", entry.number())
                .put("at", entry.at().toString())
                .put("kind", Enumerations.code(entry.kind()))
                .put("account", entry.account())
                .put("by", entry.by().name())
                .put("from", entry.by().from())
                .put("detail", entry.detail());
    }
}
