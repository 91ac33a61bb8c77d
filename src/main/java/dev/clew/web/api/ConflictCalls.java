package dev.clew.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Judgement;
import dev.clew.insight.Conflict;
import dev.clew.insight.ConflictPage;
import dev.clew.insight.ConflictQuery;
import dev.clew.insight.Conflicts;
import dev.clew.insight.DatedClaim;
import dev.clew.model.ClewException;
import dev.clew.model.ConflictStatus;
import dev.clew.model.Enumerations;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.model.Role;
import dev.clew.neo4j.ClaimQuestions;
import dev.clew.neo4j.CypherQuestion;
import dev.clew.sparql.AnswerCall;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calls for what is in dispute: {@code /api/conflicts}, and what a curator concludes about it. */
final class ConflictCalls {
    private static final List<String> KINDS = codes(Conflict.Kind.values());
    private static final List<String> STATUSES = codes(ConflictStatus.values());
    private static final List<String> COLUMNS = List.of("question", "kind", "status", "one", "other");
    private static final Set<String> FIELDS = Set.of("claims", "status", "note");

    private final Features.Disputed disputed;
    private final Relations relations;
    private final Reads reads;

    ConflictCalls(Features.Disputed disputed, Relations relations, Reads reads) {
        this.disputed = disputed;
        this.relations = relations;
        this.reads = reads;
    }

    private static List<String> codes(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enumerations::code).toList();
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route(
                        "/api/conflicts",
                        "Pairs of claims that answer one question in ways that exclude each other, question by question.",
                        parameters(),
                        "Conflicts",
                        asked -> Answer.json(list(asked.arguments()))),
                new Route(
                        new Route.Address("PUT", "/api/conflicts/{id}", Role.CURATOR),
                        "Says what is concluded about a conflict; both claims stay as they are.",
                        Takes.json(
                                        List.of(Parameter.path("id", new Form.Id(), "The id of the conflict.")),
                                        "NewJudgement")
                                .reading(Takes.Header.IF_MATCH),
                        Route.Produces.json("Conflict"),
                        this::judge));
    }

    private static List<Parameter> parameters() {
        return List.of(
                Parameter.optional("entity", new Form.Id(), "Only what is in dispute about this entity."),
                Parameter.many(
                        "kind",
                        new Form.Choice(KINDS),
                        KINDS.size(),
                        "Only conflicts of these kinds; all but outdated when left out."),
                Parameter.optional("status", new Form.Choice(STATUSES), "Only conflicts of this status."),
                Parameter.fallback(
                        "limit",
                        new Form.Whole(1, Conflicts.LIMIT_MOST),
                        Integer.toString(Conflicts.LIMIT_DEFAULT),
                        "Most conflicts; an answer may hold fewer and still have a next one."),
                Parameter.optional("cursor", new Form.Text(200), "Where the last page ended, as its answer said."));
    }

    private ObjectNode list(Arguments asked) {
        View view = reads.view();
        Optional<String> entity = asked.optionalText("entity");
        Reads.requireEntities(view, entity.stream().toList());
        ConflictQuery query = new ConflictQuery(
                entity.orElse(null),
                kinds(asked),
                wanted(view, asked.optionalText("status").orElse(null)),
                new DatedClaims(view)::find,
                new ConflictQuery.Page(
                        asked.whole("limit"), asked.optionalText("cursor").orElse(null)));
        ObjectNode json = answer(view, disputed.conflicts().page(query));
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(behind.of(fromQueries(), null, parameters(), asked), () -> inCypher(query, asked)));
        return json;
    }

    /** The same pairs on the server of graphs, which knows nothing of what curators concluded. */
    private Optional<CypherQuestion> inCypher(ConflictQuery query, Arguments asked) {
        List<String> kinds = query.kinds().stream().map(Conflict.Kind::code).toList();
        return asked.optionalText("status").isPresent()
                ? Optional.empty()
                : ClaimQuestions.disputed(query.entity(), kinds, relations);
    }

    /** The same from queries: a row for each pair of claims. */
    AnswerCall fromQueries() {
        return new AnswerCall("inDispute", null, COLUMNS, asked -> {
            List<List<AnswerCall.Value>> rows = new ArrayList<>();
            list(Arguments.read(parameters(), Map.of(), asked))
                    .get("conflicts")
                    .forEach(each -> row(each).ifPresent(rows::add));
            return rows;
        });
    }

    /** A pair as a row; none where a claim of it has gone meanwhile. */
    private static Optional<List<AnswerCall.Value>> row(JsonNode conflict) {
        JsonNode one = conflict.at("/sides/0/claim/id");
        JsonNode other = conflict.at("/sides/1/claim/id");
        if (one.isMissingNode() || other.isMissingNode()) {
            return Optional.empty();
        }
        return Optional.of(List.of(
                new AnswerCall.Value.Text(conflict.at("/question/text").asText()),
                new AnswerCall.Value.Text(conflict.get("kind").asText()),
                new AnswerCall.Value.Text(conflict.get("status").asText()),
                new AnswerCall.Value.Of(RecordName.insight(one.asText())),
                new AnswerCall.Value.Of(RecordName.insight(other.asText()))));
    }

    private ObjectNode answer(View view, ConflictPage page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("conflicts");
        ConflictJson written = written(view);
        page.questions().forEach(group -> list.addAll(written.group(group)));
        if (page.cursor() != null) {
            json.put("nextCursor", page.cursor());
        }
        return json.put("change", view.change());
    }

    private ConflictJson written(View view) {
        return new ConflictJson(view, new NamedJson(view, relations), standing(view));
    }

    private ConflictStanding standing(View view) {
        return new ConflictStanding(new DatedClaims(view), disputed.judgements());
    }

    private Predicate<Conflict> wanted(View view, @Nullable String status) {
        ConflictStanding standing = standing(view);
        return status == null
                ? each -> true
                : each -> standing.status(each).code().equals(status);
    }

    private static Set<Conflict.Kind> kinds(Arguments asked) {
        Set<Conflict.Kind> kinds = asked.texts("kind").stream()
                .map(code -> Enumerations.find(Conflict.Kind.class, code).orElseThrow())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Conflict.Kind.class)));
        return kinds.isEmpty() ? EnumSet.complementOf(EnumSet.of(Conflict.Kind.OUTDATED)) : kinds;
    }

    private Answer judge(Route.Asked asked) {
        View view = reads.view();
        JsonNode body = asked.body().json();
        Conflict conflict = require(view, asked.arguments().text("id"), claims(body));
        DatedClaims claims = new DatedClaims(view);
        String first = conflict.first().insight();
        String second = conflict.second().insight();
        Judgement.Draft draft = new Judgement.Draft(
                conflict.id(),
                status(body),
                body.path("note").asText(),
                new Judgement.Claims(first, claims.version(first), second, claims.version(second)));
        Judgement made = disputed.judgements().judge(draft, asked.caller().name(), baseVersion(asked));
        ConflictPage.Group alone = new ConflictPage.Group(conflict.question(), List.of(conflict), false);
        return Answer.json((ObjectNode) written(view).group(alone).get(0))
                .with("ETag", '"' + Long.toString(made.version()) + '"')
                .with("Cache-Control", "no-store");
    }

    private Conflict require(View view, String id, List<String> claims) {
        DatedClaims dated = new DatedClaims(view);
        List<DatedClaim> both =
                claims.stream().flatMap(each -> dated.find(each).stream()).toList();
        List<Conflict> found =
                both.size() < 2 ? List.of() : disputed.conflicts().between(both.get(0), both.get(1));
        return found.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_FOUND,
                        "The claims " + claims + " have no conflict '" + id + "'. Read /api/conflicts again."));
    }

    private static List<String> claims(JsonNode body) {
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw ClewException.invalid(name, "is no field here; there are claims, status and note", name);
            }
        });
        JsonNode claims = body.path("claims");
        if (!claims.isArray()
                || claims.size() != 2
                || !claims.get(0).isTextual()
                || !claims.get(1).isTextual()) {
            throw ClewException.invalid("claims", "must be the ids of the two claims in [ ]", claims.toString());
        }
        return List.of(claims.get(0).asText(), claims.get(1).asText());
    }

    private static ConflictStatus status(JsonNode body) {
        String code = body.path("status").asText();
        return Enumerations.find(ConflictStatus.class, code)
                .orElseThrow(() -> ClewException.invalid("status", "must be one of " + STATUSES, code));
    }

    private static @Nullable Long baseVersion(Route.Asked asked) {
        String given = asked.sent().ifMatch();
        if (given == null) {
            return null;
        }
        String bare = given.strip().replaceFirst("^\"(.*)\"$", "$1");
        if (!bare.matches("\\d{1,15}")) {
            throw new ClewException(
                    ErrorCode.BAD_REQUEST,
                    "The header If-Match must be the version of the judgement that you have read, such as \"1\".");
        }
        return Long.valueOf(bare);
    }
}
