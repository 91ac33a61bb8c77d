package dev.clew.web.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Repeats;
import dev.clew.exchange.RecordJson;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Committed;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.ontology.Base;
import dev.clew.projection.Projections;
import dev.clew.web.http.Answer;
import dev.clew.web.http.DetailedRefusal;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What every call that writes shares: author, commit, waiting until it shows, repeats, and what a stale edit is told. */
final class Writing {
    /** Why something is written, for the history. */
    static final Parameter WHY =
            Parameter.optional("why", new Form.Text(300), "Why, for the history; what is done when left out.");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Ledger ledger;
    private final Projections projections;
    private final Repeats repeats;
    private final Base base;
    private final RecordJson records;

    Writing(Ledger ledger, Projections projections, Repeats repeats, Base base) {
        this.ledger = ledger;
        this.projections = projections;
        this.repeats = repeats;
        this.base = base;
        this.records = new RecordJson(base);
    }

    Ledger ledger() {
        return ledger;
    }

    RecordJson records() {
        return records;
    }

    /** Who writes and why. */
    static Author author(Route.Asked asked, String otherwise) {
        return new Author(
                asked.caller().name(), asked.arguments().optionalText("why").orElse(otherwise));
    }

    /** Writes one record and answers with its new version. */
    Answer one(Route.Asked asked, String why, RecordEdit edit) {
        return once(asked, List.of(edit).toString(), keeper -> written(author(asked, why), edit, keeper));
    }

    /** Writes one record, keeps what is told of it, and tells its new version. */
    ObjectNode written(Author author, RecordEdit edit, Repeats.Keeper keeper) {
        RecordName name = edit.name();
        return committed(Edit.of(author, edit), committed -> written(name, committed.version(name), edit), keeper);
    }

    /** Writes several records as one change and answers with each. */
    Answer several(Route.Asked asked, String why, List<RecordEdit> edits) {
        Edit edit = new Edit(author(asked, why), edits);
        return once(
                asked,
                edit.records().toString(),
                keeper -> committed(edit, committed -> written(edits, committed), keeper));
    }

    private ObjectNode written(List<RecordEdit> edits, Committed committed) {
        ObjectNode json = NODES.objectNode();
        var list = json.putArray("records");
        edits.forEach(edit -> list.add(written(edit.name(), committed.version(edit.name()), edit)));
        return json;
    }

    private ObjectNode written(RecordName name, long version, RecordEdit edit) {
        return NODES.objectNode()
                .put("type", name.type().code())
                .put("id", name.id())
                .put("iri", base.iri(name))
                .put("status", edit.content().isPresent() ? "published" : "retracted")
                .put("version", version);
    }

    /**
     * Does what is asked; when it came with a key and was done before, answers as it was answered then.
     *
     * @param request everything that is asked, as one text, by which the same request is known
     * @param work keeps its answer within the transaction that does it
     */
    Answer once(Route.Asked asked, String request, Function<Repeats.Keeper, ObjectNode> work) {
        Repeats.Request known =
                new Repeats.Request(asked.caller().name(), asked.sent().idempotencyKey(), request);
        String told = repeats.once(known, keeper -> work.apply(keeper).toString());
        return answer((ObjectNode) RecordJson.tree(told));
    }

    private ObjectNode committed(Edit edit, Function<Committed, ObjectNode> told, Repeats.Keeper keeper) {
        ObjectNode[] answer = new ObjectNode[1];
        try {
            ledger.commit(edit, (handle, committed) -> {
                answer[0] = told.apply(committed).put("change", committed.n());
                keeper.keep(handle, answer[0].toString());
            });
        } catch (ClewException refused) {
            throw explained(refused, edit);
        }
        return answer[0];
    }

    /** A stale edit is told both versions: the one that it built on and the one that stands. */
    private RuntimeException explained(ClewException refused, Edit edit) {
        if (refused.code() != ErrorCode.STALE_VERSION || edit.records().size() != 1) {
            return refused;
        }
        RecordEdit stale = edit.records().getFirst();
        Long based = switch (stale) {
            case RecordEdit.Put put -> put.baseVersion();
            case RecordEdit.Retract retract -> retract.baseVersion();
            default -> null;
        };
        ObjectNode details = NODES.objectNode();
        ledger.read(stale.name()).ifPresent(current -> details.set("current", version(current)));
        if (based != null) {
            ledger.readVersion(stale.name(), based).ifPresent(old -> details.set("base", version(old)));
        }
        return new DetailedRefusal(refused, details);
    }

    private ObjectNode version(StoredRecord stored) {
        ObjectNode json = stored.record()
                .map(records::write)
                .orElseGet(() -> NODES.objectNode()
                        .put("type", stored.name().type().code())
                        .put("id", stored.name().id()));
        return json.put("status", stored.content() == null ? "retracted" : "published")
                .put("version", stored.version())
                .put("change", stored.n());
    }

    /** The answer, once everything shows the change, or saying that it does not yet. */
    Answer answer(ObjectNode json) {
        json.put("visible", projections.awaitVisible(json.get("change").asLong()));
        JsonNode version = json.get("version");
        Answer answer = Answer.json(json).with("Cache-Control", "no-store");
        return version == null ? answer : answer.with("ETag", '"' + version.asText() + '"');
    }

    /**
     * The version that the caller's edit is based on; null when they did not say.
     *
     * @throws ClewException (bad-request) when the header has another form
     */
    static @Nullable Long baseVersion(Route.Asked asked) {
        String given = asked.sent().ifMatch();
        if (given == null) {
            return null;
        }
        String bare = given.strip().replaceFirst("^W/", "").replaceFirst("^\"(\\d{1,15})(-[a-z]+)?\"$", "$1");
        if (!bare.matches("\\d{1,15}")) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The header If-Match must be the ETag of the version that you have read, such as \"3\".");
        }
        return Long.valueOf(bare);
    }
}
