package dev.clew.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path as one sentence: what raises or lowers what, whether one claim says it or Clew chained it, and on which
 * conditions it holds.
 *
 * @param nodes the entities in order
 * @param hops the hops in order
 * @param verdict what follows from the hops
 * @param relations the relation types, for their wording
 * @param labels how meanings and places read
 */
public record PathSentence(
        List<Path.Node> nodes, List<Hop> hops, Path.Verdict verdict, Relations relations, Labels labels) {
    /** How meanings and places read. */
    public interface Labels {
        /** A meaning, from the entity's id and the framing's. */
        String framing(String entity, String framing);

        /** A place, from the id of its entity; a period is its own label. */
        String place(String stated);
    }

    private static final List<String> NUMBERS =
            List.of("no", "one", "two", "three", "four", "five", "six", "seven", "eight");

    /** The sentence, without a full stop. */
    public String text() {
        List<String> parts = new ArrayList<>();
        parts.add(chain());
        parts.add(origin());
        cancelling(parts);
        verdict.shifts().forEach(shift -> parts.add(condition(shift)));
        return String.join("; ", parts);
    }

    private String chain() {
        if (!PathRules.pathSign(hops).isDirected()) {
            return connection();
        }
        boolean act = relations.require(hops.getFirst().edge().relation()).relationClass() == RelationClass.ACT;
        StringBuilder text = new StringBuilder(act ? label(0) + " " + wording(0) + " " + label(1) : "More " + label(0));
        Sign sign = Sign.PLUS;
        for (int i = 0; i < hops.size(); i++) {
            sign = sign.times(hops.get(i).sign());
            if (i > 0 || !act) {
                text.append(sign == Sign.PLUS ? " → more " : " → less ").append(label(i + 1));
            }
        }
        return text.toString();
    }

    private String connection() {
        StringBuilder text = new StringBuilder(label(0));
        for (int i = 0; i < hops.size(); i++) {
            text.append(" – ").append(wording(i)).append(" → ").append(label(i + 1));
        }
        return nodes.getFirst().label() + " is connected to " + nodes.getLast().label() + ": " + text;
    }

    private String wording(int hop) {
        RelationType.Wording wording =
                relations.require(hops.get(hop).edge().relation()).wording();
        return hops.get(hop).way().forward() ? wording.label() : wording.inverseLabel();
    }

    private String label(int node) {
        String framing =
                node == 0 ? hops.getFirst().fromFraming() : hops.get(node - 1).toFraming();
        if (framing == null && node > 0 && node < hops.size()) {
            framing = hops.get(node).fromFraming();
        }
        String label = nodes.get(node).label();
        return framing == null
                ? label
                : label + " (" + labels.framing(nodes.get(node).id(), framing) + ")";
    }

    private String origin() {
        if (hops.stream().allMatch(hop -> hop.way().background())) {
            return "background: reference records, no claim";
        }
        String background = hops.stream().anyMatch(hop -> hop.way().background()) ? ", with reference records" : "";
        String voices = verdict.voices() == 1 ? "1 voice" : verdict.voices() + " voices";
        if (!verdict.saidWhole().isEmpty()) {
            return (hops.size() == 1 ? "said by " : "one claim states it whole, ") + voices + background;
        }
        return "Clew chained " + verdict.claims() + " claims of " + voices + background;
    }

    private void cancelling(List<String> parts) {
        int lowering =
                (int) hops.stream().filter(hop -> hop.sign() == Sign.MINUS).count();
        if (lowering < 2 || !PathRules.pathSign(hops).isDirected()) {
            return;
        }
        String all = NUMBERS.get(lowering) + " lowering steps";
        parts.add(lowering % 2 == 0 ? all + " cancel" : NUMBERS.get(lowering - 1) + " of the " + all + " cancel");
    }

    private String place(@Nullable String stated) {
        return stated == null ? "everywhere" : labels.place(stated);
    }

    private String condition(Shift shift) {
        String label = nodes.get(shift.hop()).label();
        return switch (shift.kind()) {
            case FRAMING_SHIFT -> "only if '" + label + "' means the same in both";
            case SCOPE_SHIFT ->
                "only if what holds for " + place(shift.before()) + " holds for " + place(shift.after()) + " too";
            case FRAMING_UNSTATED -> "one claim does not say which meaning of '" + label + "' it has in mind";
        };
    }
}
