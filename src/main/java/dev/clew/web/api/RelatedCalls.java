package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.insight.Related;
import dev.clew.insight.RelatedInsights;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.neo4j.ClaimQuestions;
import dev.clew.sparql.AnswerCall;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The call for the claims that belong to a claim: {@code /api/insights/ID/related}. */
final class RelatedCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<Parameter> PARAMETERS = List.of(
            Parameter.path("id", new Form.Id(), "The id of the insight."),
            Parameter.fallback(
                    "limit",
                    new Form.Whole(1, RelatedInsights.LIMIT_MOST),
                    Integer.toString(RelatedInsights.LIMIT_DEFAULT),
                    "Most claims."));

    private final RelatedInsights related;
    private final Relations relations;
    private final Reads reads;

    RelatedCalls(RelatedInsights related, Relations relations, Reads reads) {
        this.related = related;
        this.relations = relations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/insights/{id}/related",
                "The claims that belong to a claim, and why; those that say the same stand together.",
                PARAMETERS,
                "Related",
                asked -> Answer.json(related(asked.arguments()))));
    }

    /** The same from queries: a row for each claim. */
    AnswerCall fromQueries() {
        return new AnswerCall("relatedTo", RecordType.INSIGHT, List.of("insight", "score", "why"), asked -> {
            List<List<AnswerCall.Value>> rows = new ArrayList<>();
            related(Arguments.read(PARAMETERS, EdgeCalls.path(asked), EdgeCalls.query(asked)))
                    .get("related")
                    .forEach(each -> rows.add(List.of(
                            new AnswerCall.Value.Of(
                                    RecordName.insight(each.at("/insight/id").asText())),
                            new AnswerCall.Value.Real(each.get("score").asDouble()),
                            new AnswerCall.Value.Text(each.get("why").asText()))));
            return rows;
        });
    }

    private ObjectNode related(Arguments asked) {
        View view = reads.view();
        String id = asked.text("id");
        view.require(RecordName.insight(id));
        ObjectNode json = NODES.objectNode();
        ArrayNode list = json.putArray("related");
        EvidenceJson claims = new EvidenceJson(view, new NamedJson(view, relations));
        related.related(id, asked.whole("limit"))
                .forEach(each ->
                        view.insight(each.insight()).ifPresent(insight -> list.add(related(each, insight, claims))));
        Behind behind = reads.behind();
        json.set(
                "behind",
                behind.inCypher(
                        behind.of(fromQueries(), id, PARAMETERS, asked),
                        () -> Optional.of(ClaimQuestions.related(id, related.telling(id)))));
        return json.put("change", view.change());
    }

    private static ObjectNode related(Related each, Insight insight, EvidenceJson claims) {
        ObjectNode json = NODES.objectNode();
        json.set("insight", claims.claim(insight));
        json.put("score", each.score()).put("why", each.why());
        ArrayNode reasons = json.putArray("reasons");
        each.reasons().forEach(reason -> {
            ObjectNode parts = reasons.addObject();
            reason.parts().forEach(parts::put);
        });
        ArrayNode also = json.putArray("alsoSaidBy");
        each.alsoSaidBy().forEach(id -> claims.view().insight(id).ifPresent(saying -> also.add(claims.claim(saying))));
        return json;
    }
}
