package dev.clew.insight;

import dev.clew.model.ClaimIndex;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.List;

/**
 * Says reasons in words. Each sentence holds because its reason does, and names nothing that only one claim holds.
 *
 * @param claims labels of entities and sources
 * @param relations labels of relations
 */
record Sentences(ClaimIndex claims, Relations relations) {
    private static final int ENTITIES_NAMED_LIMIT = 3;

    /** The reasons for showing {@code other}, a sentence each; entities together, at most the three rarest. */
    String why(List<Reason> reasons, String other) {
        List<String> sentences = new ArrayList<>();
        List<String> entities = new ArrayList<>();
        for (Reason reason : reasons) {
            switch (reason) {
                case Reason.SharedEntity shared -> entities.add(entity(shared.entity()));
                case Reason.SameSource same -> {
                    addAbout(entities, sentences);
                    sentences.add("Both are from " + quoted(RecordName.source(same.source())) + ".");
                }
                case Reason.SharedLink link -> sentences.add(sentence(link));
                case Reason.SharedPair pair -> sentences.add(sentence(pair));
                case Reason.SameHolder same -> sentences.add("Both are believed by " + entity(same.holder()) + ".");
                case Reason.SimilarText similar -> {
                    addAbout(entities, sentences);
                    sentences.add("Both are near in meaning (" + similar.percent() + " of 100).");
                }
                case Reason.Supports supports ->
                    sentences.add(spoken(supports.from().equals(other), "supports"));
                case Reason.Contradicts denies ->
                    sentences.add(spoken(denies.from().equals(other), "contradicts"));
                case Reason.Refines refines ->
                    sentences.add(spoken(refines.from().equals(other), "refines"));
            }
        }
        addAbout(entities, sentences);
        return String.join(" ", sentences);
    }

    private static void addAbout(List<String> entities, List<String> sentences) {
        if (!entities.isEmpty()) {
            sentences.add("Both are about " + listed(entities) + ".");
            entities.clear();
        }
    }

    private static String listed(List<String> entities) {
        List<String> named = entities.subList(0, Math.min(ENTITIES_NAMED_LIMIT, entities.size()));
        if (named.size() == 1) {
            return named.getFirst();
        }
        return String.join(", ", named.subList(0, named.size() - 1)) + " and " + named.getLast();
    }

    private static String spoken(boolean byOther, String verb) {
        return byOther ? "It " + verb + " the claim you read." : "The claim you read " + verb + " it.";
    }

    private String sentence(Reason.SharedPair pair) {
        String linked = "Both link " + entity(pair.entity()) + " to " + entity(pair.with());
        return linked + (pair.opposed() ? ", one as raising it and one as lowering it." : ".");
    }

    private String sentence(Reason.SharedLink link) {
        String relation = relations
                .find(link.relation())
                .map(type -> type.wording().label())
                .orElse(link.relation());
        String stated = entity(link.subject()) + " " + relation + " " + entity(link.object());
        return switch (link.stance()) {
            case BOTH_ASSERT -> "Both hold the link: " + stated + ".";
            case BOTH_DENY -> "Both deny the link: " + stated + ".";
            case OPPOSED -> "One holds and one denies the link: " + stated + ".";
        };
    }

    private String entity(String id) {
        return quoted(RecordName.entity(id));
    }

    private String quoted(RecordName name) {
        return "“" + claims.label(name).orElse(name.id()) + "”";
    }
}
