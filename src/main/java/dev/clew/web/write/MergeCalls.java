package dev.clew.web.write;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.Entity;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Redirect;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.stream.Stream;

/** {@code POST /api/entities/ID/merge}: puts a redirect in the place of an entity. */
final class MergeCalls {
    private final Writing writing;

    MergeCalls(Writing writing) {
        this.writing = writing;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("POST", "/api/entities/{id}/merge", Role.CURATOR),
                "Merges the entity into another: its address leads there from now on, and no claim is rewritten.",
                Takes.json(
                                List.of(
                                        Parameter.path("id", new Form.Id(), "The id of the entity to be merged."),
                                        Writing.WHY),
                                "Merge")
                        .reading(Takes.Header.IF_MATCH)
                        .reading(Takes.Header.IDEMPOTENCY_KEY),
                Route.Produces.json("Written"),
                this::merged));
    }

    private Answer merged(Route.Asked asked) {
        JsonNode body = RecordJson.tree(asked.body().text());
        JsonNode into = body.path("into");
        if (!into.isTextual() || body.size() != 1) {
            throw ClewException.invalid("into", "must be the id of an entity, and the only field", body.toString());
        }
        RecordName name = RecordName.entity(asked.arguments().text("id"));
        Long base = Writing.baseVersion(asked);
        String request = "merge " + name.path() + " into " + into.asText() + " at " + base;
        // A repeat finds the entity merged already, so that it is looked for before the entity is read.
        return writing.once(asked, request, keeper -> {
            Redirect redirect = Redirect.merging(entity(name), into.asText());
            Author author = Writing.author(asked, "merged " + name.path() + " into entity/" + redirect.to());
            return writing.written(author, RecordEdit.put(redirect, base), keeper);
        });
    }

    private Entity entity(RecordName name) {
        StoredRecord stored = writing.ledger()
                .read(name)
                .orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "There is no entity '" + name.id() + "'."));
        if (stored.record().orElse(null) instanceof Entity entity) {
            return entity;
        }
        throw new ClewException(
                stored.content() == null ? ErrorCode.GONE : ErrorCode.CONFLICT,
                "The entity '" + name.id() + "' was retracted or merged already, with change " + stored.n() + ".");
    }
}
