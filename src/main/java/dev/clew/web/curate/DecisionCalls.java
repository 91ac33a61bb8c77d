package dev.clew.web.curate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.curate.Review;
import dev.clew.curate.Review.Chosen;
import dev.clew.curate.Review.Seen;
import dev.clew.desk.Proposal;
import dev.clew.exchange.FieldFix;
import dev.clew.ledger.Committed;
import dev.clew.ledger.Edit;
import dev.clew.model.ClewException;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Stream;

/** The calls that decide proposals. */
final class DecisionCalls {
    private static final Parameter WHY =
            Parameter.optional("why", new Form.Text(300), "Why, for the history; what is done when left out.");

    private final Review review;
    private final LongPredicate visible;

    DecisionCalls(Review review, LongPredicate visible) {
        this.review = review;
        this.visible = visible;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("POST", "/api/proposals/{number}/accept", Role.CURATOR),
                        "Publishes a proposal as it is, or the record in the body in its place.",
                        Takes.json(List.of(ProposalCalls.NUMBER, WHY), "Acceptance")
                                .reading(Takes.Header.IF_MATCH),
                        Route.Produces.json("Accepted"),
                        this::accepted),
                new Route(
                        new Route.Address("POST", "/api/proposals/{number}/reject", Role.CURATOR),
                        "Decides against a proposal, with a reason.",
                        Takes.json(List.of(ProposalCalls.NUMBER), "Rejection").reading(Takes.Header.IF_MATCH),
                        Route.Produces.json("Proposal"),
                        this::rejected),
                new Route(
                        new Route.Address("POST", "/api/proposals/publish", Role.CURATOR),
                        "Publishes up to " + Edit.LIMIT_RECORDS
                                + " proposals as one change, which one undo takes back: all of them, or nothing.",
                        Takes.json(List.of(WHY), "Publication"),
                        Route.Produces.json("Accepted"),
                        this::published),
                new Route(
                        new Route.Address("POST", "/api/proposals/fix", Role.CURATOR),
                        "Makes the same correction in every proposal that waits and needs it.",
                        Takes.json(List.of(ProposalCalls.RUN), "Fix"),
                        Route.Produces.json("Fixed"),
                        this::fixed));
    }

    private Answer accepted(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("record"));
        JsonNode record = body.get("record");
        String edited = record == null || record.isNull() ? null : record.toString();
        Seen seen = ProposalCalls.seen(asked);
        return publish(asked, List.of(new Chosen(seen, edited)), "accepted proposal " + seen.number());
    }

    private Answer published(Route.Asked asked) {
        JsonNode given = Bodies.object(asked, Set.of("proposals")).path("proposals");
        if (!given.isArray() || given.isEmpty() || given.size() > Edit.LIMIT_RECORDS) {
            throw ClewException.invalid(
                    "proposals",
                    "must list 1 to " + Edit.LIMIT_RECORDS + " proposals, each with number and version",
                    given.toString());
        }
        List<Chosen> chosen = new ArrayList<>();
        for (JsonNode each : given) {
            String path = "proposals[" + chosen.size() + "]";
            ObjectNode one = Bodies.object(each, path, Set.of("number", "version"));
            Long number = Bodies.number(one, "number");
            Long version = Bodies.number(one, "version");
            if (number == null || version == null) {
                throw ClewException.invalid(path, "must have number and version", each.toString());
            }
            chosen.add(new Chosen(new Seen(number, version), null));
        }
        return publish(asked, chosen, "published " + chosen.size() + " proposals");
    }

    private Answer publish(Route.Asked asked, List<Chosen> chosen, String otherwise) {
        String why = asked.arguments().optionalText("why").orElse(otherwise);
        Committed committed = review.publish(chosen, why, asked.caller());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("change", committed.n());
        var records = json.putArray("records");
        committed.versions().keySet().stream()
                .sorted()
                .forEach(name -> records.addObject()
                        .put("type", name.type().code())
                        .put("id", name.id())
                        .put("version", committed.version(name)));
        json.put("visible", visible.test(committed.n()));
        return Answer.json(json);
    }

    private Answer rejected(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("reason"));
        Proposal rejected = review.reject(ProposalCalls.seen(asked), Bodies.text(body, "reason", ""), asked.caller());
        return ProposalCalls.answer(ProposalJson.proposal(rejected, review), rejected);
    }

    private Answer fixed(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, Set.of("field", "from", "to"));
        FieldFix fix = new FieldFix(required(body, "field"), required(body, "from"), required(body, "to"));
        int count = review.fix(fix, asked.arguments().optionalWhole("run").orElse(null));
        return Answer.json(JsonNodeFactory.instance.objectNode().put("fixed", count));
    }

    private static String required(ObjectNode body, String field) {
        String text = Bodies.text(body, field, "");
        if (text.isBlank()) {
            throw ClewException.invalid(field, "is missing: give it", text);
        }
        return text;
    }
}
