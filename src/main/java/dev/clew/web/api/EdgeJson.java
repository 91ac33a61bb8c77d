package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClaimType;
import dev.clew.model.Contest;
import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import dev.clew.model.EdgePage;
import dev.clew.model.Evidence;
import dev.clew.model.Support;
import java.util.List;
import java.util.Map;

/** Edges as JSON. */
record EdgeJson(NamedJson names) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode page(EdgePage page) {
        ObjectNode json = NODES.objectNode().put("total", page.total());
        json.set("edges", edges(page.edges()));
        if (page.cursor() != null) {
            json.put("nextCursor", page.cursor());
        }
        return json;
    }

    ArrayNode edges(List<Edge> edges) {
        ArrayNode json = NODES.arrayNode();
        edges.forEach(edge -> json.add(edge(edge)));
        return json;
    }

    private ObjectNode edge(Edge edge) {
        ObjectNode json = ends(edge.name());
        json.put("sign", edge.sign().symbol());
        json.put("statedSign", edge.statedSign().symbol());
        support(json, edge.support());
        json.set("evidence", insightIds(edge.evidence()));
        json.put("facts", edge.factCount());
        json.set("deniedBy", insightIds(edge.deniedBy()));
        return json;
    }

    /** Subject, relation and object. */
    ObjectNode ends(EdgeName name) {
        ObjectNode json = NODES.objectNode();
        json.set("subject", names.entity(name.subject()));
        json.set("relation", names.relation(name.relation()));
        json.set("object", names.entity(name.object()));
        return json;
    }

    /** Who is for and against, and why it is contested. */
    static void support(ObjectNode json, Support support) {
        Contest contest = support.contestedBy();
        json.put("contested", support.isContested());
        if (contest != null) {
            json.put("contestedBy", contest.code());
        }
        json.put("voicesFor", support.voicesFor());
        json.put("voicesAgainst", support.voicesAgainst());
        ObjectNode byType = json.putObject("voicesByClaimType");
        for (Map.Entry<ClaimType, Integer> each : support.byType().entrySet()) {
            byType.put(each.getKey().code(), each.getValue());
        }
    }

    static ArrayNode insightIds(List<Evidence> evidence) {
        ArrayNode ids = NODES.arrayNode();
        evidence.stream()
                .filter(each -> each.kind() == Evidence.Kind.INSIGHT)
                .map(Evidence::id)
                .distinct()
                .forEach(ids::add);
        return ids;
    }
}
