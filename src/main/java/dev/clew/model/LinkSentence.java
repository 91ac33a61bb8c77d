package dev.clew.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A link read back in words, as under a line of the entry form: "More compute → more sovereignty (as owned hardware),
 * believed by the White House".
 *
 * @param relations the relation types of this release
 * @param label gives the label of an entity
 * @param framingLabel gives the label of an entity's framing, such as "as owned hardware", by entity and framing
 */
public record LinkSentence(Relations relations, UnaryOperator<String> label, BinaryOperator<String> framingLabel) {
    /**
     * The sentence, without a full stop.
     *
     * @throws ClewException (bad-request) when the relation is unknown
     */
    public String of(Link link, Belief belief) {
        List<String> parts = new ArrayList<>();
        parts.add((link.denied() ? "It does not hold that: " : "") + statement(link));
        scope(link.scope(), parts);
        believer(belief, parts);
        return String.join(", ", parts);
    }

    private String statement(Link link) {
        RelationType type = relations.require(link.relation());
        String subject = words(link.subject());
        String object = words(link.object());
        if (!link.sign().isDirected() || type.relationClass() == RelationClass.STRUCTURAL) {
            return subject + " " + type.wording().label() + " " + object;
        }
        String direction = link.sign() == Sign.PLUS ? " → more " : " → less ";
        if (type.relationClass() == RelationClass.ACT) {
            return subject + " " + type.wording().label() + " " + object + direction + object;
        }
        return "More " + (type.runsBackward() ? object + direction + subject : subject + direction + object);
    }

    private String words(Link.End end) {
        String name = label.apply(end.entity());
        return end.framing() == null ? name : name + " (" + framingLabel.apply(end.entity(), end.framing()) + ")";
    }

    private void scope(Scope scope, List<String> parts) {
        if (scope.where() != null) {
            parts.add("where: " + label.apply(scope.where()));
        }
        if (scope.period() != null) {
            parts.add("when: " + scope.period());
        }
        if (scope.condition() != null) {
            parts.add("on condition: " + scope.condition());
        }
    }

    private void believer(Belief belief, List<String> parts) {
        @Nullable String speaker = belief.speaker();
        if (belief.holder() != null) {
            boolean inferred = belief.attribution() == Attribution.INFERRED;
            String believed = "believed by " + label.apply(belief.holder());
            parts.add(inferred && speaker != null ? believed + " as " + label.apply(speaker) + " concludes" : believed);
        } else if (speaker != null) {
            parts.add("said by " + label.apply(speaker));
        }
    }
}
