package dev.clew.web.curate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.curate.Review;
import dev.clew.curate.Review.Seen;
import dev.clew.curate.Review.Sent;
import dev.clew.desk.Proposal;
import dev.clew.desk.Proposal.Origin;
import dev.clew.desk.Proposal.State;
import dev.clew.desk.ProposalQuery;
import dev.clew.desk.Repeats;
import dev.clew.exchange.FieldFix;
import dev.clew.model.ClewException;
import dev.clew.model.Enumerations;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls that make, list and change proposals. */
final class ProposalCalls {
    static final Parameter NUMBER =
            Parameter.path("number", new Form.Whole(1, 999_999_999_999L), "The number of the proposal.");
    static final Parameter RUN =
            Parameter.optional("run", new Form.Whole(1, 999_999_999_999L), "Only proposals of this import.");

    private static final Set<String> FIELDS = Set.of("record", "state", "baseVersion", "passage");
    private static final List<String> OPEN = List.of("draft", "proposed");
    private static final int MOST_FIXES = 20;
    private static final int MOST_SIMILAR = 5;

    private final Review review;
    private final NearDuplicates duplicates;
    private final Repeats repeats;

    ProposalCalls(Review review, NearDuplicates duplicates, Repeats repeats) {
        this.review = review;
        this.duplicates = duplicates;
        this.repeats = repeats;
    }

    Stream<Route> routes() {
        return Stream.of(
                new Route(
                        new Route.Address("GET", "/api/proposals", Role.CONTRIBUTOR),
                        "Proposals, oldest first: a contributor's own, for a curator everybody's but drafts of others.",
                        filters(),
                        Route.Produces.json("Proposals"),
                        this::list),
                new Route(
                        new Route.Address("POST", "/api/proposals", Role.CONTRIBUTOR),
                        "Keeps a record for review, or as a draft, which may lack what a record needs.",
                        Takes.json(List.of(), "ProposalSent").reading(Takes.Header.IDEMPOTENCY_KEY),
                        Route.Produces.created("Proposal"),
                        this::made),
                new Route(
                        new Route.Address("GET", "/api/proposals/{number}", Role.CONTRIBUTOR),
                        "One proposal, with what the door would refuse of it and the published claims that say the same.",
                        List.of(NUMBER),
                        Route.Produces.json("Proposal"),
                        this::one),
                new Route(
                        new Route.Address("PUT", "/api/proposals/{number}", Role.CONTRIBUTOR),
                        "Changes a proposal; the answer names corrections that others would need as well.",
                        Takes.json(List.of(NUMBER), "ProposalSent").reading(Takes.Header.IF_MATCH),
                        Route.Produces.json("Proposal"),
                        this::revised),
                new Route(
                        new Route.Address("DELETE", "/api/proposals/{number}", Role.CONTRIBUTOR),
                        "Takes a proposal that is not decided away for good.",
                        Takes.parameters(List.of(NUMBER)).reading(Takes.Header.IF_MATCH),
                        Route.Produces.NOTHING,
                        this::withdrawn));
    }

    private static List<Parameter> filters() {
        return List.of(
                Parameter.optional("state", new Form.Choice(states()), "Only proposals of this state."),
                Parameter.optional("by", new Form.Text(100), "Only proposals of this account."),
                Parameter.optional("origin", new Form.Choice(origins()), "Only proposals that come from there."),
                RUN,
                Parameter.fallback(
                        "similar",
                        new Form.Flag(),
                        "false",
                        "Whether each that waits comes with the published claims that say the same."),
                Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most proposals."),
                Parameter.fallback(
                        "cursor",
                        new Form.Whole(0, 999_999_999_999L),
                        "0",
                        "Where the last page ended, as its answer said."));
    }

    private static List<String> states() {
        return Arrays.stream(State.values()).map(State::code).toList();
    }

    private static List<String> origins() {
        return Arrays.stream(Origin.Kind.values()).map(Origin.Kind::code).toList();
    }

    static long number(Route.Asked asked) {
        return asked.arguments().optionalWhole("number").orElseThrow();
    }

    static Seen seen(Route.Asked asked) {
        return new Seen(number(asked), Bodies.seenVersion(asked));
    }

    private Answer answer(Proposal proposal) {
        return answer(ProposalJson.proposal(proposal, review), proposal);
    }

    static Answer answer(ObjectNode json, Proposal proposal) {
        return Answer.json(json).with("ETag", '"' + Long.toString(proposal.version()) + '"');
    }

    private Answer one(Route.Asked asked) {
        Proposal proposal = review.read(number(asked), asked.caller());
        ObjectNode json = ProposalJson.proposal(proposal, review);
        putSimilar(proposal, json);
        return answer(json, proposal);
    }

    /** Names the published claims that say what a claim that waits says; takes about 10 ms on 100 000 insights. */
    private void putSimilar(Proposal proposal, ObjectNode json) {
        if (!proposal.state().isOpen()) {
            return;
        }
        ProposalJson.putSimilar(
                json,
                review.insight(proposal)
                        .map(insight ->
                                duplicates.alike(NearDuplicates.Wording.of(insight), NearDuplicates.SAME, MOST_SIMILAR))
                        .orElse(List.of()));
    }

    private Answer list(Route.Asked asked) {
        Arguments arguments = asked.arguments();
        int limit = arguments.whole("limit");
        long cursor = arguments.optionalWhole("cursor").orElse(0L);
        ProposalQuery query = new ProposalQuery(
                arguments
                        .optionalText("state")
                        .flatMap(code -> Enumerations.find(State.class, code))
                        .orElse(null),
                arguments.optionalText("by").orElse(""),
                arguments
                        .optionalText("origin")
                        .flatMap(code -> Enumerations.find(Origin.Kind.class, code))
                        .orElse(null),
                arguments.optionalWhole("run").orElse(null),
                new ProposalQuery.Page(cursor, limit));
        Review.Page found = review.list(query, asked.caller());
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("proposals");
        boolean withSimilar = arguments.flag("similar").orElse(false);
        for (Proposal each : found.proposals()) {
            ObjectNode one = ProposalJson.proposal(each, review);
            if (withSimilar) {
                putSimilar(each, one);
            }
            list.add(one);
        }
        ObjectNode counts = json.putObject("counts");
        review.counts(asked.caller()).forEach((state, count) -> counts.put(state.code(), count));
        if (found.next() != null) {
            json.put("cursor", found.next().toString());
        }
        return Answer.json(json);
    }

    private Answer made(Route.Asked asked) {
        ObjectNode body = Bodies.object(asked, FIELDS);
        Origin origin = new Origin(Origin.Kind.FORM, null, "", passage(body));
        Repeats.Request request =
                new Repeats.Request(asked.caller().name(), asked.sent().idempotencyKey(), "propose " + body);
        String number = repeats.once(
                request,
                keeper -> Long.toString(review.propose(sent(body, State.PROPOSED), origin, asked.caller(), keeper)));
        // A repeat is told of the proposal as it stands now: its record may be too long to be kept twice.
        Proposal proposal = review.read(Long.parseLong(number), asked.caller());
        return answer(proposal).withStatus(201).with("Location", "/api/proposals/" + proposal.number());
    }

    private static Proposal.@Nullable Passage passage(ObjectNode body) {
        JsonNode given = body.path("passage");
        if (given.isMissingNode() || given.isNull()) {
            return null;
        }
        ObjectNode passage = Bodies.object(given, "passage", Set.of("text", "start", "end"));
        String text = Bodies.text(passage, "text", "");
        int start = passage.path("start").asInt(0);
        int end = passage.path("end").asInt(text.length());
        if (text.isEmpty() || text.length() > 5000 || start < 0 || end < start || end > text.length()) {
            throw ClewException.invalid(
                    "passage", "must be a text of 1 to 5000 characters with start and end in it", given.toString());
        }
        return new Proposal.Passage(text, start, end);
    }

    private static Sent sent(ObjectNode body, State otherwise) {
        JsonNode record = body.get("record");
        if (record == null || !record.isObject()) {
            throw ClewException.invalid(
                    "record", "must be a JSON object in { }: give the record", String.valueOf(record));
        }
        String code = Bodies.text(body, "state", otherwise.code());
        if (!OPEN.contains(code)) {
            throw ClewException.invalid("state", "must be draft or proposed", code);
        }
        State state = code.equals("draft") ? State.DRAFT : State.PROPOSED;
        return new Sent(record.toString(), state, Bodies.number(body, "baseVersion"));
    }

    private Answer revised(Route.Asked asked) {
        Proposal before = review.read(number(asked), asked.caller());
        State unlessSaid = before.state() == State.DRAFT ? State.DRAFT : State.PROPOSED;
        Sent sent = sent(Bodies.object(asked, FIELDS), unlessSaid);
        Proposal revised = review.revise(seen(asked), sent, asked.caller());
        ObjectNode json = ProposalJson.proposal(revised, review);
        if (asked.caller().role().includes(Role.CURATOR)) {
            ArrayNode fixes = json.putArray("alsoIn");
            FieldFix.between(before.content().json(), revised.content().json()).stream()
                    .limit(MOST_FIXES)
                    .forEach(fix -> offer(fix, before.origin(), fixes));
        }
        return answer(json, revised);
    }

    private void offer(FieldFix fix, Origin origin, ArrayNode fixes) {
        int others = review.like(fix, origin.run()).size();
        if (others > 0) {
            fixes.addObject()
                    .put("field", fix.field())
                    .put("from", fix.from())
                    .put("to", fix.to())
                    .put("others", others);
        }
    }

    private Answer withdrawn(Route.Asked asked) {
        review.withdraw(seen(asked), asked.caller());
        return Answer.of("", new byte[0]).withStatus(204);
    }
}
