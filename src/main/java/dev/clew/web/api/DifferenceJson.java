package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.EdgeComparison;
import dev.clew.model.EdgeDifference;
import dev.clew.model.EdgeName;
import dev.clew.model.EdgeStanding;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.RecordName;
import java.util.List;

/**
 * What became of edges, as JSON.
 *
 * @param before names and records as they stood on the one side
 * @param after the same on the other
 */
record DifferenceJson(NamedJson before, NamedJson after) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /** Most claims spelled out for what did it; their number is told where there are more. */
    private static final int MOST_CAUSES = 20;

    /** The whole comparison. */
    ObjectNode comparison(EdgeComparison comparison) {
        ObjectNode json = NODES.objectNode();
        json.put("total", comparison.total());
        ObjectNode counts = json.putObject("counts");
        comparison.counts().forEach((kind, count) -> counts.put(kind.code(), count));
        ArrayNode differences = json.putArray("differences");
        comparison.differences().forEach(each -> differences.add(difference(each)));
        compared(json, comparison.bounds());
        return json;
    }

    /** How far it looked. */
    static void compared(ObjectNode json, EdgeComparison.Bounds bounds) {
        json.putObject("compared")
                .put("pairs", bounds.pairs())
                .put("limit", bounds.limit())
                .put("truncated", bounds.truncated());
    }

    private ObjectNode difference(EdgeDifference difference) {
        ObjectNode json = new EdgeJson(difference.after() == null ? before : after).ends(difference.name());
        ArrayNode kinds = json.putArray("kinds");
        difference.kinds().forEach(kind -> kinds.add(kind.code()));
        if (difference.before() != null) {
            json.set("before", standing(difference.before()));
        }
        if (difference.after() != null) {
            json.set("after", standing(difference.after()));
        }
        json.set("came", causes(difference.came(), difference.name(), after));
        json.set("went", causes(difference.went(), difference.name(), before));
        return json.put("text", text(difference));
    }

    /** Sign, voices and evidence of an edge. */
    static ObjectNode standing(EdgeStanding standing) {
        ObjectNode json = NODES.objectNode().put("drawn", standing.edge().isDrawn());
        json.put("sign", standing.edge().sign().symbol());
        json.put("statedSign", standing.edge().statedSign().symbol());
        EdgeJson.support(json, standing.edge().support());
        json.set("evidence", EdgeJson.insightIds(standing.edge().evidence()));
        json.set("deniedBy", EdgeJson.insightIds(standing.edge().deniedBy()));
        return json;
    }

    private static ArrayNode causes(List<Evidence> causes, EdgeName edge, NamedJson names) {
        ArrayNode json = NODES.arrayNode();
        EvidenceJson evidence = new EvidenceJson(names.view(), names);
        causes.stream().limit(MOST_CAUSES).forEach(each -> json.add(cause(evidence.evidence(each, edge), each, names)));
        return json;
    }

    private static ObjectNode cause(ObjectNode json, Evidence evidence, NamedJson names) {
        RecordName name = evidence.kind() == Evidence.Kind.INSIGHT
                ? RecordName.insight(evidence.id())
                : RecordName.entity(evidence.id());
        names.view().find(name).map(StoredRecord::n).ifPresent(n -> json.put("change", n));
        return json;
    }

    private String text(EdgeDifference difference) {
        NamedJson names = difference.after() == null ? before : after;
        EdgeName edge = difference.name();
        List<String> kinds = difference.kinds().stream()
                .map(each -> Enumerations.code(each).replace('-', ' '))
                .toList();
        return names.label(RecordName.entity(edge.subject())) + " – " + names.relationLabel(edge.relation()) + " → "
                + names.label(RecordName.entity(edge.object())) + ": " + String.join(", ", kinds);
    }
}
