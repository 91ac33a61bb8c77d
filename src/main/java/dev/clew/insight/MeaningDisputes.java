package dev.clew.insight;

import dev.clew.model.ClaimType;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Disputes over what a word means: one claim defines it in one meaning; the other defines it in another, or says what
 * brings it about in another. Place and time do not matter to what a word means.
 *
 * @param relations the relation types of this release
 */
record MeaningDisputes(Relations relations) {
    /**
     * That a claim takes a word in a meaning.
     *
     * @param framing the meaning
     * @param link where it does
     */
    private record Use(String framing, Link link) {}

    List<Conflict> between(Insight one, Insight other) {
        List<Conflict> found = new ArrayList<>();
        Map<String, Use> mine = uses(one);
        Map<String, Use> theirs = uses(other);
        boolean bothDefine = defines(one) && defines(other);
        if (defines(one) || defines(other)) {
            mine.forEach((entity, use) -> {
                Use against = theirs.get(entity);
                if (against != null && !against.framing().equals(use.framing())) {
                    found.add(Conflict.of(
                            new Question.Meaning(entity),
                            Conflict.Kind.FRAMING,
                            bothDefine ? Set.of() : Set.of(Conflict.Doubt.MEANING),
                            new Conflict.Side(one.id(), use.link(), null),
                            new Conflict.Side(other.id(), against.link(), null)));
                }
            });
        }
        return found;
    }

    private static boolean defines(Insight insight) {
        return insight.claim().type() == ClaimType.DEFINITION;
    }

    /** What it takes each word for, where it says so; a definition by any link, other claims by what brings it about. */
    private Map<String, Use> uses(Insight insight) {
        Map<String, Use> uses = new TreeMap<>();
        for (Link link : insight.links()) {
            if (!link.denied()) {
                RelationType relation = relations.require(link.relation());
                boolean raises = link.sign() == Sign.PLUS;
                boolean any = defines(insight);
                add(uses, link.object(), link, any || (raises && !relation.runsBackward()));
                add(uses, link.subject(), link, any || (raises && relation.runsBackward()));
            }
        }
        return uses;
    }

    private static void add(Map<String, Use> uses, Link.End end, Link link, boolean tells) {
        String framing = end.framing();
        if (tells && framing != null) {
            uses.putIfAbsent(end.entity(), new Use(framing, link));
        }
    }
}
