package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.ledger.Counts;
import dev.clew.model.Edges;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The call that says what the library holds: {@code /api/library}. */
final class LibraryCalls {
    /**
     * A question that the home page offers.
     *
     * @param question in words
     * @param from the entity where its paths begin
     * @param to the entity where they end
     * @param rest further parameters of the page of paths; empty for none
     */
    private record Feature(String question, String from, String to, String rest) {
        String href() {
            return "/paths?from=" + from + "&to=" + to + rest;
        }
    }

    private static final List<Feature> FEATURES = List.of(
            new Feature("Does more compute mean stronger alliances?", "compute", "alliance", "&via=sovereignty"),
            new Feature("Does more compute mean more sovereignty?", "compute", "sovereignty", ""),
            new Feature("What do China's open models do to alliances?", "china", "alliance", "&via=open-models"));

    private final Edges edges;
    private final String version;
    private final Reads reads;

    LibraryCalls(Edges edges, String version, Reads reads) {
        this.edges = edges;
        this.version = version;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/library",
                "What the library holds, and questions to begin with.",
                List.of(),
                "Library",
                asked -> library()));
    }

    private Answer library() {
        View view = reads.view();
        Counts records = reads.ledger().counts();
        Edges.Counts counted = edges.counts();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("claims", records.insights())
                .put("voices", counted.voices())
                .put("edges", counted.edges())
                .put("contested", counted.contested())
                .put("entities", records.entities())
                .put("sources", records.sources())
                .put("change", Math.min(counted.change(), view.change()))
                .put("base", reads.base().address())
                .put("version", version);
        ArrayNode features = json.putArray("features");
        FEATURES.stream()
                .filter(each -> view.entity(each.from()).isPresent()
                        && view.entity(each.to()).isPresent())
                .forEach(each ->
                        features.addObject().put("question", each.question()).put("href", each.href()));
        return Answer.json(json);
    }
}
