package dev.clew.web.write;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.exchange.RecordJson.Sent;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.ClewException;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls that write single records, and the one that says what they would refuse. */
final class RecordWrites {
    private static final Map<RecordType, String> PLURALS =
            Map.of(RecordType.INSIGHT, "insights", RecordType.ENTITY, "entities", RecordType.SOURCE, "sources");
    private static final Parameter ID = Parameter.path("id", new Form.Id(), "The id of the record.");

    private final Writing writing;
    private final RecordBodies bodies;

    RecordWrites(Writing writing) {
        this.writing = writing;
        this.bodies = new RecordBodies(
                writing.records(), name -> writing.ledger().read(name).isPresent());
    }

    Stream<Route> routes() {
        return Stream.concat(Arrays.stream(RecordType.values()).flatMap(this::routes), Stream.of(check()));
    }

    private Stream<Route> routes(RecordType type) {
        String place = "/api/" + PLURALS.get(type);
        return Stream.of(
                new Route(
                        new Route.Address("POST", place, Role.CURATOR),
                        "Publishes a new " + type.code() + "; its id is made of its text when left out.",
                        Takes.json(List.of(Writing.WHY), "Sent").reading(Takes.Header.IDEMPOTENCY_KEY),
                        Route.Produces.created("Written"),
                        asked -> created(asked, type)),
                new Route(
                        new Route.Address("PUT", place + "/{id}", Role.CURATOR),
                        "Publishes a " + type.code() + " over the version that the edit is based on.",
                        Takes.json(List.of(ID, Writing.WHY), "Sent").reading(Takes.Header.IF_MATCH),
                        Route.Produces.json("Written"),
                        asked -> replaced(asked, name(type, asked))),
                new Route(
                        new Route.Address("DELETE", place + "/{id}", Role.CURATOR),
                        "Retracts the " + type.code() + "; it stays in the history.",
                        Takes.parameters(List.of(ID, Writing.WHY)).reading(Takes.Header.IF_MATCH),
                        Route.Produces.json("Written"),
                        asked -> retracted(asked, name(type, asked))));
    }

    private static RecordName name(RecordType type, Route.Asked asked) {
        return new RecordName(type, asked.arguments().text("id"));
    }

    private Sent sent(Route.Asked asked, @Nullable RecordType type, @Nullable String id) {
        return bodies.read(RecordJson.tree(asked.body().text()), type, id);
    }

    private Answer created(Route.Asked asked, RecordType type) {
        Sent sent = sent(asked, type, null);
        RecordName name = sent.record().name();
        Answer answer = writing.one(asked, "added " + name.path(), RecordEdit.create(sent.record()));
        return answer.withStatus(201).with("Location", "/" + name.path());
    }

    private Answer replaced(Route.Asked asked, RecordName name) {
        Sent sent = sent(asked, name.type(), name.id());
        Long base = Writing.baseVersion(asked);
        if (base != null && sent.version() != null && !Objects.equals(base, sent.version())) {
            throw ClewException.invalid(
                    "version",
                    "is not the version that If-Match names: leave it out, or read the record again",
                    String.valueOf(sent.version()));
        }
        boolean isNew = writing.ledger().read(name).isEmpty();
        Answer answer =
                writing.one(asked, (isNew ? "added " : "edited ") + name.path(), RecordEdit.put(sent.record(), base));
        return isNew ? answer.withStatus(201).with("Location", "/" + name.path()) : answer;
    }

    private Answer retracted(Route.Asked asked, RecordName name) {
        return writing.one(asked, "retracted " + name.path(), RecordEdit.retract(name, Writing.baseVersion(asked)));
    }

    private Route check() {
        return new Route(
                new Route.Address("POST", "/api/check", Role.CONTRIBUTOR),
                "Says what publishing a record would be refused for, and publishes nothing.",
                Takes.json(List.of(), "Sent"),
                Route.Produces.json("Checked"),
                this::checked);
    }

    private Answer checked(Route.Asked asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode problems = json.putArray("problems");
        try {
            Sent sent = sent(asked, null, null);
            json.put("id", sent.record().id());
            RecordEdit edit = sent.version() == null
                    ? RecordEdit.create(sent.record())
                    : RecordEdit.put(sent.record(), sent.version());
            writing.ledger().check(Edit.of(new Author(asked.caller().name(), "a check"), edit));
        } catch (ClewException refused) {
            refused.problems().forEach(problem -> problems.add(problem(problem)));
            if (refused.problems().isEmpty()) {
                throw refused;
            }
            json.put("code", refused.code().code());
        }
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    private static ObjectNode problem(Problem problem) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("path", problem.path())
                .put("message", problem.message())
                .put("value", problem.value());
    }
}
