package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.insight.Related;
import dev.clew.insight.RelatedInsights;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The call for the claims that belong to a claim: {@code /api/insights/ID/related}. */
final class RelatedCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

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
                "The claims that belong to a claim, and why.",
                List.of(
                        Parameter.path("id", new Form.Id(), "The id of the insight."),
                        Parameter.fallback(
                                "limit",
                                new Form.Whole(1, RelatedInsights.LIMIT_MOST),
                                Integer.toString(RelatedInsights.LIMIT_DEFAULT),
                                "Most claims.")),
                "Related",
                asked -> related(asked.arguments())));
    }

    private Answer related(Arguments asked) {
        View view = reads.view();
        String id = asked.text("id");
        view.require(RecordName.insight(id));
        ObjectNode json = NODES.objectNode();
        ArrayNode list = json.putArray("related");
        EvidenceJson claims = new EvidenceJson(view, new NamedJson(view, relations));
        related.related(id, asked.whole("limit"))
                .forEach(each ->
                        view.insight(each.insight()).ifPresent(insight -> list.add(related(each, insight, claims))));
        return Answer.json(json.put("change", view.change()));
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
        return json;
    }
}
