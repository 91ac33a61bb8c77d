package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.FieldChange;
import dev.clew.exchange.RecordDifference;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.RecordVersion;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The versions of one record with what differs from each to the next, retracted and merged records too. */
final class HistoryCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.path("id", new Form.Id(), "The id of the record."),
            Parameter.optional("before", new Form.Whole(2, 999_999_999_999L), "Only versions below this one."),
            Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most versions."));

    private final Reads reads;
    private final RecordDifference difference;

    HistoryCalls(Reads reads) {
        this.reads = reads;
        this.difference = new RecordDifference(new RecordJson(reads.base()));
    }

    Stream<Route> routes() {
        return Stream.of(
                route("/api/insights/{id}/history", RecordType.INSIGHT),
                route("/api/entities/{id}/history", RecordType.ENTITY),
                route("/api/sources/{id}/history", RecordType.SOURCE));
    }

    private Route route(String path, RecordType type) {
        return new Route(
                new Route.Address("GET", path, Role.ANYBODY),
                "The versions of the " + type.code() + ", latest first: who, when, why, and what differs.",
                PARAMETERS,
                Route.Produces.json("History"),
                asked -> history(new RecordName(type, asked.arguments().text("id")), asked));
    }

    private Answer history(RecordName name, Route.Asked asked) {
        int limit = asked.arguments().whole("limit");
        long before = asked.arguments().optionalWhole("before").orElse(Long.MAX_VALUE);
        List<RecordVersion> found = reads.ledger().historyBefore(name, before, limit + 1);
        if (found.isEmpty() && reads.view().find(name).isEmpty()) {
            throw View.unknown(name);
        }
        ObjectNode json = NODES.objectNode()
                .put("type", name.type().code())
                .put("id", name.id())
                .put("iri", reads.base().iri(name));
        json.put("label", label(name, found));
        ArrayNode versions = json.putArray("versions");
        for (int i = 0; i < Math.min(limit, found.size()); i++) {
            versions.add(version(
                    found.get(i), i + 1 < found.size() ? found.get(i + 1).record() : null));
        }
        if (found.size() > limit) {
            json.put("nextBefore", found.get(limit - 1).record().version());
        }
        return Answer.json(json.put("change", reads.change())).with("Cache-Control", "no-cache");
    }

    private static String label(RecordName name, List<RecordVersion> found) {
        return found.stream()
                .flatMap(each -> each.record().record().stream())
                .findFirst()
                .map(ClewRecord::headline)
                .orElse(name.id());
    }

    private ObjectNode version(RecordVersion version, @Nullable StoredRecord before) {
        StoredRecord stored = version.record();
        ClewRecord now = stored.record().orElse(null);
        ClewRecord earlier = before == null ? null : before.record().orElse(null);
        ObjectNode json = NODES.objectNode()
                .put("version", stored.version())
                .put("n", stored.n())
                .put("at", version.at().toString())
                .put("who", version.author().who())
                .put("why", version.author().why())
                .put("action", action(earlier, now));
        ArrayNode differences = json.putArray("differences");
        difference.between(earlier, now).forEach(each -> differences.add(difference(each)));
        return json;
    }

    static String action(@Nullable ClewRecord before, @Nullable ClewRecord now) {
        if (now == null) {
            return "retracted";
        }
        if (now instanceof Redirect) {
            return "merged";
        }
        return before == null ? "added" : "edited";
    }

    /** One field's difference, in values and in words. */
    static ObjectNode difference(FieldChange change) {
        ObjectNode json = NODES.objectNode().put("field", change.field());
        change.removed().forEach(json.putArray("removed")::add);
        change.added().forEach(json.putArray("added")::add);
        return json.put("text", change.words());
    }
}
