package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.desk.Judgement;
import dev.clew.insight.Conflict;
import dev.clew.insight.ConflictPage;
import dev.clew.insight.Question;
import dev.clew.model.Link;
import dev.clew.model.Quantity;
import dev.clew.model.RecordName;
import java.util.List;

/**
 * Conflicts as JSON: each pair with its question in words, and what each side says to it.
 *
 * @param view where claims are read
 * @param names labels
 * @param standing what was concluded
 */
record ConflictJson(View view, NamedJson names, ConflictStanding standing) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** The conflicts of one question. */
    ArrayNode group(ConflictPage.Group group) {
        ArrayNode list = NODES.arrayNode();
        ObjectNode question = question(group);
        group.conflicts().forEach(each -> list.add(conflict(each, question)));
        return list;
    }

    private ObjectNode question(ConflictPage.Group group) {
        Question question = group.question();
        ObjectNode json = NODES.objectNode()
                .put("id", question.key().replace(' ', '.'))
                .put("kind", question.kind())
                .put("text", text(question, group.conflicts()))
                .put("more", group.cut());
        ArrayNode about = json.putArray("about");
        if (!(question instanceof Question.Marked)) {
            question.about().forEach(each -> about.add(names.entity(each)));
        }
        return json;
    }

    private ObjectNode conflict(Conflict each, ObjectNode question) {
        ObjectNode json = NODES.objectNode().put("id", each.id());
        json.set("question", question.deepCopy());
        json.put("kind", each.kind().code()).put("possible", each.isPossible());
        ArrayNode doubts = json.putArray("doubts");
        each.doubts().forEach(doubt -> doubts.add(doubt.code()));
        json.putArray("sides").add(side(each.first(), each)).add(side(each.second(), each));
        json.put("status", standing.status(each).code());
        standing.judgement(each).ifPresent(made -> json.set("judgement", judgement(made)));
        return json;
    }

    private ObjectNode judgement(Judgement made) {
        return NODES.objectNode()
                .put("status", made.status().code())
                .put("note", made.note())
                .put("by", made.by())
                .put("at", made.at().toString())
                .put("version", made.version())
                .put("overtaken", standing.isOvertaken(made));
    }

    private ObjectNode side(Conflict.Side side, Conflict conflict) {
        ObjectNode json = NODES.objectNode().put("says", says(side, conflict));
        EvidenceJson claims = new EvidenceJson(view, names);
        view.insight(side.insight()).ifPresent(insight -> json.set("claim", claims.claim(insight)));
        return json;
    }

    private String text(Question question, List<Conflict> conflicts) {
        return switch (question) {
            case Question.Effect effect ->
                "Does more of " + quoted(effect.from()) + " mean " + outcomes(conflicts) + " of " + quoted(effect.to())
                        + "?";
            case Question.Holds holds ->
                "Is it so: " + quoted(holds.subject()) + " " + names.relationLabel(holds.relation()) + " "
                        + quoted(holds.object()) + "?";
            case Question.Meaning meaning -> "What does " + quoted(meaning.entity()) + " mean?";
            case Question.Amount amount ->
                "How much of " + quoted(amount.entity()) + " is there, in " + amount.unit() + "?";
            case Question.Strength strength ->
                "How strongly does " + quoted(strength.effect()) + " follow " + quoted(strength.cause()) + "?";
            case Question.Marked marked -> marked(conflicts);
        };
    }

    private static String outcomes(List<Conflict> conflicts) {
        boolean denials = conflicts.stream().allMatch(each -> each.kind() == Conflict.Kind.DENIAL);
        Link link = conflicts.getFirst().first().link();
        if (!denials || link == null) {
            return "more or less";
        }
        return link.sign().symbol().equals("-") ? "less" : "more";
    }

    private static String marked(List<Conflict> conflicts) {
        return conflicts.getFirst().kind() == Conflict.Kind.RIVAL
                ? "Which of the two explanations holds?"
                : "Which of the two claims is right?";
    }

    private String says(Conflict.Side side, Conflict conflict) {
        Link link = side.link();
        Quantity quantity = side.quantity();
        if (link != null) {
            return says(link);
        }
        if (quantity != null) {
            return says(quantity);
        }
        return conflict.kind() == Conflict.Kind.RIVAL ? "Explains it otherwise." : "Says otherwise.";
    }

    private String says(Link link) {
        String said = end(link.subject()) + " " + names.relationLabel(link.relation()) + " " + end(link.object());
        String where = link.scope().where();
        String scope = (where == null ? "" : ", in " + quoted(where))
                + (link.scope().period() == null ? "" : ", " + link.scope().period())
                + (link.scope().condition() == null ? "" : ", " + link.scope().condition());
        return (link.denied() ? "Not so: " : "") + said + scope + ".";
    }

    private String end(Link.End end) {
        String framing = end.framing();
        String meaning = framing == null ? "" : " (" + names.framing(end.entity(), framing) + ")";
        return quoted(end.entity()) + meaning;
    }

    private String says(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Value value ->
                quoted(value.of()) + ": " + value.value().toPlainString() + " " + value.unit()
                        + (value.when() == null ? "" : ", " + value.when()) + ".";
            case Quantity.Factor factor ->
                "× " + factor.causeBy().toPlainString() + " of " + quoted(factor.cause()) + " makes × "
                        + factor.effectBy().toPlainString() + " of " + quoted(factor.effect()) + ".";
            case Quantity.Product product -> quoted(product.result()) + " is a product.";
        };
    }

    private String quoted(String entity) {
        return "“" + names.label(RecordName.entity(entity)) + "”";
    }
}
