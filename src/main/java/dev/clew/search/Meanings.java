package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimFeature.Kind;
import dev.clew.model.ClaimType;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** In which meanings a claim takes words, as features. */
final class Meanings {
    private Meanings() {}

    static Set<ClaimFeature> of(Insight insight) {
        Set<ClaimFeature> meanings = new LinkedHashSet<>();
        boolean defines = insight.claim().type() == ClaimType.DEFINITION;
        for (Link link : insight.links()) {
            for (Link.End end : List.of(link.subject(), link.object())) {
                if (end.framing() != null && !link.denied()) {
                    meanings.add(new ClaimFeature(Kind.MEANS, end.entity() + " " + end.framing()));
                    if (defines) {
                        meanings.add(new ClaimFeature(Kind.DEFINES, end.entity()));
                    }
                }
            }
        }
        return meanings;
    }
}
