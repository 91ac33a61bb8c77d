package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.exchange.ReaderQuestion;
import dev.clew.exchange.ReaderQuestion.ByDispute;
import dev.clew.exchange.ReaderQuestion.ByPaths;
import dev.clew.exchange.ReaderQuestion.ByQuery;
import dev.clew.exchange.ReaderQuestions;
import dev.clew.model.Sign;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Route;
import java.util.List;
import java.util.stream.Stream;

/** The call for questions to begin with, each with what answers it: {@code /api/questions}. */
final class QuestionCalls {
    private final List<ReaderQuestion> questions = ReaderQuestions.shipped();
    private final Reads reads;

    QuestionCalls(Reads reads) {
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(reads.route(
                "/api/questions",
                "Questions to begin with, each with the paths, the dispute or the query that answers it. "
                        + "Those about entities that this library lacks are left out.",
                List.of(),
                "Questions",
                asked -> questions()));
    }

    private Answer questions() {
        View view = reads.view();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode listed = json.putArray("questions");
        if (reads.ledger().counts().insights() > 0) {
            questions.stream()
                    .filter(each -> each.entities().stream()
                            .allMatch(id -> view.entity(id).isPresent()))
                    .forEach(each -> listed.add(question(each)));
        }
        return Answer.json(json.put("change", view.change()));
    }

    private ObjectNode question(ReaderQuestion question) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("id", question.id()).put("question", question.question());
        switch (question) {
            case ByPaths paths -> paths(paths, json.put("kind", "path"));
            case ByDispute dispute ->
                json.put("kind", "conflict")
                        .put("from", dispute.from())
                        .put("to", dispute.to())
                        .put("href", "/paths?from=" + dispute.from() + "&to=" + dispute.to() + "&maxHops=1");
            case ByQuery query ->
                json.put("kind", "query")
                        .put("query", "BASE <" + reads.base().address() + ">\n" + query.query())
                        .put("href", "/questions?ask=" + query.id());
        }
        return json;
    }

    private static void paths(ByPaths asked, ObjectNode json) {
        StringBuilder href = new StringBuilder("/paths?from=" + asked.ends().from());
        json.put("from", asked.ends().from());
        if (!asked.ends().via().isEmpty()) {
            ArrayNode via = json.putArray("via");
            asked.ends().via().forEach(via::add);
            href.append("&via=").append(String.join(",", asked.ends().via()));
        }
        json.put("to", asked.ends().to());
        href.append("&to=").append(asked.ends().to());
        Sign sign = asked.sign();
        if (sign != null) {
            json.put("sign", sign.symbol());
            href.append("&sign=").append(sign == Sign.PLUS ? "raises" : "lowers");
        }
        if (asked.consistent()) {
            json.put("framing", "consistent");
            href.append("&framing=consistent");
        }
        json.put("href", href.toString());
    }
}
