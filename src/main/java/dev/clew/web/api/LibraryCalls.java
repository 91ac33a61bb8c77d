package dev.clew.web.api;

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
    private final Edges edges;
    private final String version;
    private final Reads reads;

    LibraryCalls(Edges edges, String version, Reads reads) {
        this.edges = edges;
        this.version = version;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(
                reads.route("/api/library", "How much the library holds.", List.of(), "Library", asked -> library()));
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
        return Answer.json(json);
    }
}
