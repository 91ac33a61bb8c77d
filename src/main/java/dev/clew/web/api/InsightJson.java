package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import java.util.Map;
import java.util.TreeMap;

/** An insight as JSON: as files have it, so that what was read can be sent back, and the labels of what it names. */
record InsightJson(RecordJson records, NamedJson names) {
    ObjectNode insight(Insight insight) {
        ObjectNode json = records.write(insight);
        json.set("labels", labels(insight));
        return json;
    }

    private ObjectNode labels(Insight insight) {
        Map<String, String> labels = new TreeMap<>();
        insight.entities().forEach(id -> labels.put(id, names.label(RecordName.entity(id))));
        String source = insight.passage().source();
        labels.putIfAbsent(source, names.label(RecordName.source(source)));
        for (Link link : insight.links()) {
            labels.putIfAbsent(link.relation(), names.relationLabel(link.relation()));
            framing(labels, link.subject());
            framing(labels, link.object());
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        labels.forEach(json::put);
        return json;
    }

    /** A meaning is labelled under its entity's id, a # and its own, as its address ends. */
    private void framing(Map<String, String> labels, Link.End end) {
        String framing = end.framing();
        if (framing != null) {
            labels.put(end.entity() + "#" + framing, names.framing(end.entity(), framing));
        }
    }
}
