package dev.clew.web.curate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Remark;
import dev.clew.desk.Remark.Kind;
import dev.clew.desk.Remarks;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.Caller;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Role;
import dev.clew.model.Slug;
import dev.clew.model.WebAddress;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What readers say of claims, and the queue of disputes that curators answer. None of it changes a claim. */
final class RemarkCalls {
    private static final Parameter ID = Parameter.path("id", new Form.Id(), "The id of the insight.");
    private static final Parameter NUMBER =
            Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "The number of the remark.");
    private static final Parameter LIMIT =
            Parameter.fallback("limit", new Form.Whole(1, Remarks.LIMIT_ROWS), "50", "Most remarks.");
    private static final Parameter CURSOR = Parameter.optional(
            "cursor", new Form.Whole(1, 999_999_999_999L), "Where the last page ended, as its answer said.");

    private final Remarks remarks;
    private final Ledger ledger;

    RemarkCalls(Remarks remarks, Ledger ledger) {
        this.remarks = remarks;
        this.ledger = ledger;
    }

    Stream<Route> routes() {
        return Stream.concat(ofReaders(), ofCurators());
    }

    private Stream<Route> ofReaders() {
        return Stream.of(
                Route.read(
                        "/api/insights/{id}/remarks",
                        "What readers say of a claim: how many endorse it; disputes and comments, latest first.",
                        List.of(ID, LIMIT, CURSOR),
                        "Remarks",
                        this::list),
                new Route(
                        new Route.Address("POST", "/api/insights/{id}/remarks", Role.READER),
                        "Endorses a claim, disputes it with a reason, or comments on it.",
                        Takes.json(List.of(ID), "NewRemark"),
                        Route.Produces.created("Remark"),
                        this::add),
                new Route(
                        new Route.Address("DELETE", "/api/remarks/{number}", Role.READER),
                        "Takes a remark of one's own away for good; an admin may take away anybody's.",
                        List.of(NUMBER),
                        Route.Produces.NOTHING,
                        this::withdraw));
    }

    private Stream<Route> ofCurators() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/disputes", Role.CURATOR),
                        "Claims that readers dispute, the longest waiting first, with the claims' texts.",
                        List.of(
                                Parameter.fallback(
                                        "state",
                                        new Form.Choice(List.of("open", "answered")),
                                        "open",
                                        "Whether they wait for an answer, or have one."),
                                LIMIT,
                                CURSOR),
                        Route.Produces.json("Disputes"),
                        this::disputes),
                new Route(
                        new Route.Address("POST", "/api/disputes/{number}/answer", Role.CURATOR),
                        "Says what is concluded about a dispute, which stays beside the claim with its answer.",
                        Takes.json(List.of(NUMBER), "DisputeAnswer"),
                        Route.Produces.json("Remark"),
                        this::answer));
    }

    private Answer list(Route.Asked asked) {
        Arguments arguments = asked.arguments();
        String id = arguments.text("id");
        require(id);
        Map<Kind, Long> counts = remarks.counts(id);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("endorsements", counts.getOrDefault(Kind.ENDORSEMENT, 0L))
                .put("disputes", counts.getOrDefault(Kind.DISPUTE, 0L))
                .put("comments", counts.getOrDefault(Kind.COMMENT, 0L));
        if (!asked.caller().isAnonymous()) {
            remarks.endorsement(id, asked.caller().name()).ifPresent(number -> json.put("endorsedBy", number));
        }
        int limit = arguments.whole("limit");
        List<Remark> found = remarks.of(id, arguments.optionalWhole("cursor").orElse(Long.MAX_VALUE), limit);
        ArrayNode list = json.putArray("remarks");
        found.forEach(each -> list.add(json(each, asked.caller())));
        return page(json, found, limit);
    }

    private static Answer page(ObjectNode json, List<Remark> found, int limit) {
        if (found.size() == limit) {
            json.put("nextCursor", found.getLast().number());
        }
        return Answer.json(json).with("Cache-Control", "no-store");
    }

    private Answer add(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("kind", "text", "source"));
        Remark.Draft draft = new Remark.Draft(
                asked.arguments().text("id"),
                kind(Bodies.text(body, "kind", "")),
                Bodies.text(body, "text", ""),
                source(Bodies.text(body, "source", "")));
        long version = require(draft.insight()).version();
        Remark made = remarks.add(draft, version, asked.caller().name());
        return Answer.json(json(made, asked.caller())).withStatus(201);
    }

    private static Kind kind(String code) {
        return Enumerations.find(Kind.class, code)
                .orElseThrow(() ->
                        ClewException.invalid("kind", "must be one of " + Enumerations.choices(Kind.class), code));
    }

    private @Nullable String source(String given) {
        if (given.isEmpty()) {
            return null;
        }
        boolean known = Slug.isSlug(given)
                && ledger.read(RecordName.source(given))
                        .flatMap(StoredRecord::record)
                        .isPresent();
        if (!known && !WebAddress.isSafe(given)) {
            throw ClewException.invalid(
                    "source", "must be the id of a source of this library, or an http or https address", given);
        }
        return given;
    }

    private StoredRecord require(String insight) {
        StoredRecord stored = ledger.read(RecordName.insight(insight))
                .orElseThrow(() -> new ClewException(ErrorCode.NOT_FOUND, "There is no insight '" + insight + "'."));
        if (stored.content() == null) {
            throw new ClewException(
                    ErrorCode.GONE, "The insight '" + insight + "' was retracted with change " + stored.n() + ".");
        }
        return stored;
    }

    private Answer withdraw(Route.Asked asked) {
        remarks.withdraw(number(asked), asked.caller());
        return Answer.of("", new byte[0]).withStatus(204);
    }

    private static long number(Route.Asked asked) {
        return asked.arguments().optionalWhole("number").orElseThrow();
    }

    private Answer disputes(Route.Asked asked) {
        Arguments arguments = asked.arguments();
        int limit = arguments.whole("limit");
        List<Remark> found = remarks.disputes(
                arguments.text("state").equals("open"),
                arguments.optionalWhole("cursor").orElse(0L),
                limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("disputes");
        found.forEach(each -> list.add(dispute(each, asked.caller())));
        return page(json, found, limit);
    }

    /** With the claim as it is now, since it may have been corrected since. */
    private ObjectNode dispute(Remark remark, Caller caller) {
        ObjectNode json = json(remark, caller);
        ledger.read(RecordName.insight(remark.said().insight())).ifPresent(stored -> {
            json.put("currentVersion", stored.version());
            stored.record().ifPresent(record -> json.put("claim", record.headline()));
        });
        return json;
    }

    private Answer answer(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("answer"));
        Remark answered = remarks.answer(
                number(asked), Bodies.text(body, "answer", ""), asked.caller().name());
        return Answer.json(json(answered, asked.caller()));
    }

    private static ObjectNode json(Remark remark, Caller caller) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("number", remark.number())
                .put("insight", remark.said().insight())
                .put("version", remark.version())
                .put("kind", remark.said().kind().code())
                .put("by", remark.by())
                .put("at", remark.at().toString())
                .put("own", remark.by().equals(caller.name()));
        if (!remark.said().text().isEmpty()) {
            json.put("text", remark.said().text());
        }
        if (remark.said().source() != null) {
            json.put("source", remark.said().source());
        }
        Remark.Answer answer = remark.answer();
        if (answer != null) {
            json.putObject("answer")
                    .put("text", answer.text())
                    .put("by", answer.by())
                    .put("at", answer.at().toString());
        }
        return json;
    }
}
