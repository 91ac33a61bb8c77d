package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.RecordJson;
import dev.clew.model.NearDuplicates;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import dev.clew.web.http.Takes;
import java.util.List;
import java.util.stream.Stream;

/** The call for the claims that say what a claim says: {@code POST /api/insights/similar}. */
final class SimilarCalls {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int PERCENT = 100;

    private final NearDuplicates duplicates;
    private final RecordJson json;
    private final Reads reads;

    SimilarCalls(NearDuplicates duplicates, Reads reads) {
        this.duplicates = duplicates;
        this.json = new RecordJson(reads.base());
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("POST", "/api/insights/similar", Role.CONTRIBUTOR),
                "The published claims that say what a claim says, published or not; nothing is written.",
                Takes.json(
                        List.of(
                                Parameter.fallback(
                                        "least",
                                        new Form.Whole(0, PERCENT),
                                        Long.toString(Math.round(NearDuplicates.SAME * PERCENT)),
                                        "The least likeness, in percent."),
                                Parameter.fallback(
                                        "limit", new Form.Whole(1, NearDuplicates.LIMIT_MOST), "5", "Most claims.")),
                        "Wording"),
                Route.Produces.json("Similar"),
                this::similar));
    }

    private Answer similar(Route.Asked asked) {
        double least = asked.arguments().whole("least") / (double) PERCENT;
        long change = reads.change();
        ObjectNode answer = NODES.objectNode();
        ArrayNode list = answer.putArray("similar");
        duplicates
                .alike(
                        json.wording(asked.body().text()),
                        least,
                        asked.arguments().whole("limit"))
                .forEach(each -> list.add(alike(each)));
        return Answer.json(answer.put("change", change));
    }

    private static ObjectNode alike(NearDuplicates.Alike each) {
        ObjectNode one = NODES.objectNode()
                .put("id", each.insight())
                .put("text", each.text())
                .put("likeness", each.likeness())
                .put("words", each.parts().words());
        if (each.parts().meaning() != null) {
            one.put("meaning", each.parts().meaning());
        }
        if (each.parts().links() != null) {
            one.put("links", each.parts().links());
        }
        return one;
    }
}
