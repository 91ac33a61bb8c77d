package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.Enumerations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.Suggestion;
import dev.clew.ontology.Base;
import java.util.List;

/** What a search found, as JSON. */
final class SearchJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private SearchJson() {}

    static ObjectNode answer(SearchAnswer answer, Base base) {
        ObjectNode json = NODES.objectNode().put("total", answer.total());
        json.put("mode", Enumerations.code(answer.matching().mode()));
        EntityJson.optional(json, "modeNote", answer.matching().note());
        EntityJson.optional(json, "didYouMean", answer.didYouMean());
        ArrayNode hits = json.putArray("hits");
        answer.hits().forEach(hit -> hits.add(hit(hit, base)));
        ObjectNode facets = json.putObject("facets");
        answer.facets().forEach((field, values) -> {
            ArrayNode counts = facets.putArray(field.code());
            values.forEach(each -> counts.addObject()
                    .put("value", each.value())
                    .put("label", each.label())
                    .put("count", each.count()));
        });
        if (answer.nextCursor() != null) {
            json.put("nextCursor", answer.nextCursor());
        }
        return json.put("change", answer.change());
    }

    private static ObjectNode hit(SearchAnswer.Hit hit, Base base) {
        ObjectNode json = NODES.objectNode()
                .put("type", hit.name().type().code())
                .put("id", hit.name().id())
                .put("iri", base.iri(hit.name()))
                .put("label", hit.label())
                .put("snippet", hit.snippet().text());
        ArrayNode highlights = json.putArray("highlights");
        hit.snippet()
                .highlights()
                .forEach(each ->
                        highlights.addObject().put("start", each.start()).put("end", each.end()));
        json.put("score", hit.score());
        if (hit.matchedAlias() != null) {
            json.put("matchedAlias", hit.matchedAlias());
        }
        if (hit.similarity() != null) {
            json.put("similarity", hit.similarity());
        }
        return json;
    }

    static ObjectNode suggestions(List<Suggestion> suggestions) {
        ObjectNode json = NODES.objectNode();
        ArrayNode list = json.putArray("suggestions");
        for (Suggestion each : suggestions) {
            ObjectNode one = list.addObject()
                    .put("id", each.id())
                    .put("label", each.label())
                    .put("kind", each.kind().label())
                    .put("insights", each.insights());
            if (each.matchedAlias() != null) {
                one.put("matchedAlias", each.matchedAlias());
            }
        }
        return json;
    }
}
