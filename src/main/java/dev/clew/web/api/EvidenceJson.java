package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.EdgeName;
import dev.clew.model.Evidence;
import dev.clew.model.Insight;
import dev.clew.model.Passage;
import dev.clew.model.Rank;
import dev.clew.model.RecordName;

/** What stands behind a hop, with all that a reader needs to judge it. */
record EvidenceJson(View view, NamedJson names) {
    ObjectNode evidence(Evidence evidence, EdgeName edge) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", evidence.kind().code())
                .put("id", evidence.id());
        if (evidence.kind() == Evidence.Kind.FACT) {
            json.put("text", fact(edge));
        } else {
            view.insight(evidence.id()).ifPresent(insight -> insight(json, insight));
        }
        json.set("source", names.source(evidence.source()));
        return json;
    }

    /** A claim with all that a reader needs to judge it. */
    ObjectNode claim(Insight insight) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", insight.id());
        insight(json, insight);
        json.set("source", names.source(insight.passage().source()));
        return json;
    }

    /** A fact as a sentence, such as "France – member of → NATO". */
    private String fact(EdgeName edge) {
        return names.label(RecordName.entity(edge.subject())) + " – " + names.relationLabel(edge.relation()) + " → "
                + names.label(RecordName.entity(edge.object()));
    }

    private void insight(ObjectNode json, Insight insight) {
        json.put("text", insight.claim().text());
        String holder = insight.belief().holder();
        if (holder != null) {
            json.set("holder", names.entity(holder));
        }
        String speaker = insight.belief().speaker();
        if (speaker != null) {
            json.set("speaker", names.entity(speaker));
        }
        passage(json, insight.passage());
        json.put("claimType", insight.claim().type().code());
        json.put("certainty", insight.claim().certainty().code());
        json.put("attribution", insight.belief().attribution().code());
        if (insight.claim().rank() != Rank.NORMAL) {
            json.put("rank", insight.claim().rank().code());
        }
    }

    private static void passage(ObjectNode json, Passage passage) {
        Passage.Span span = passage.span();
        if (span != null) {
            json.put("start", span.start());
        }
        if (passage.quote() != null) {
            json.put("quote", passage.quote());
        }
    }
}
