package dev.clew.web.curate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.curate.Review;
import dev.clew.desk.Proposal;
import dev.clew.desk.Proposal.Decision;
import dev.clew.desk.Proposal.Origin;
import dev.clew.desk.Proposal.Passage;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Problem;
import java.util.List;

/** Proposals in JSON. */
final class ProposalJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ProposalJson() {}

    /** A proposal with what the door would refuse of it. */
    static ObjectNode proposal(Proposal proposal, Review review) {
        ObjectNode json = NODES.objectNode()
                .put("number", proposal.number())
                .put("version", proposal.version())
                .put("state", proposal.state().code())
                .put("by", proposal.by())
                .put("made", proposal.made().toString())
                .put("changed", proposal.changed().toString());
        json.set("origin", origin(proposal.origin()));
        if (!proposal.content().name().isEmpty()) {
            json.put("name", proposal.content().name());
        }
        Long base = proposal.content().baseVersion();
        if (base != null) {
            json.put("baseVersion", base);
        }
        json.set("record", Bodies.tree(proposal.content().json()));
        Decision decision = proposal.decision();
        if (decision != null) {
            json.set("decision", decision(decision));
        }
        if (proposal.state().isOpen()) {
            json.set("problems", problems(review.problems(proposal)));
        }
        return json;
    }

    /** Adds the published claims that say what a claim says. */
    static void putSimilar(ObjectNode json, List<NearDuplicates.Alike> found) {
        ArrayNode similar = json.putArray("similar");
        found.forEach(each -> similar.addObject()
                .put("id", each.insight())
                .put("text", each.text())
                .put("likeness", each.likeness()));
    }

    private static ObjectNode origin(Origin origin) {
        ObjectNode json = NODES.objectNode().put("kind", origin.kind().code());
        if (origin.run() != null) {
            json.put("run", origin.run());
        }
        if (!origin.detail().isEmpty()) {
            json.put("detail", origin.detail());
        }
        Passage passage = origin.passage();
        if (passage != null) {
            json.putObject("passage")
                    .put("text", passage.text())
                    .put("start", passage.start())
                    .put("end", passage.end());
        }
        return json;
    }

    private static ObjectNode decision(Decision decision) {
        ObjectNode json = NODES.objectNode()
                .put("by", decision.by())
                .put("at", decision.at().toString());
        if (!decision.reason().isEmpty()) {
            json.put("reason", decision.reason());
        }
        if (decision.change() != null) {
            json.put("change", decision.change());
        }
        return json;
    }

    static ArrayNode problems(List<Problem> problems) {
        ArrayNode list = NODES.arrayNode();
        for (Problem each : problems) {
            list.addObject()
                    .put("path", each.path())
                    .put("message", each.message())
                    .put("value", each.value());
        }
        return list;
    }
}
