package dev.clew.web.linked;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.ontology.Base;
import dev.clew.ontology.ExampleQueries;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** {@code /sparql/examples}: queries to begin with. */
final class ExampleCalls {
    private final ObjectNode answer = JsonNodeFactory.instance.objectNode();

    ExampleCalls(Base base) {
        ArrayNode list = answer.putArray("examples");
        ExampleQueries.under(base)
                .forEach(example -> list.addObject()
                        .put("id", example.id())
                        .put("title", example.title())
                        .put("about", example.about())
                        .put("view", example.view())
                        .put("query", example.query()));
    }

    Stream<Route> routes() {
        return Stream.of(Route.read(
                "/sparql/examples",
                "Queries to begin with, each with the question that it answers.",
                List.of(),
                "ExampleQueries",
                asked -> Answer.json(answer).with("Cache-Control", "max-age=3600")));
    }
}
