package dev.clew.ingest.extract;

import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells who believes a claim from who says it: "The White House believes …" is held by the White House. */
final class Believers {
    private static final Set<String> BELIEVING = Set.of(
            "believes",
            "believe",
            "believed",
            "says",
            "said",
            "argues",
            "argue",
            "argued",
            "claims",
            "claimed",
            "thinks",
            "think",
            "insists",
            "warns",
            "warned",
            "predicts",
            "expects",
            "estimates",
            "estimated",
            "suggests",
            "maintains",
            "contends",
            "reports",
            "reported",
            "states");
    private static final Set<EntityKind> ABLE =
            Set.of(EntityKind.NATION, EntityKind.ORGANIZATION, EntityKind.PERSON, EntityKind.ALLIANCE);
    private static final int WITHIN_WORDS = 3;

    private final EntityNames names;

    Believers(EntityNames names) {
        this.names = names;
    }

    Belief of(@Nullable String speakerName, List<Word> words, List<Mention> mentions) {
        String speaker = speakerName == null
                ? null
                : names.person(speakerName).map(Entity::id).orElse(null);
        for (Mention each : mentions) {
            if (isHolder(each, words)) {
                return new Belief(each.entity(), speaker, Attribution.REPORTED);
            }
        }
        return new Belief(speaker, speaker, Attribution.OWN);
    }

    /** Whether it is of a kind that can believe something. */
    static boolean isAble(Entity entity) {
        return ABLE.contains(entity.kind());
    }

    private boolean isHolder(Mention mention, List<Word> words) {
        boolean able = names.find(mention.entity()).filter(Believers::isAble).isPresent();
        if (!able) {
            return false;
        }
        int to = mention.to();
        boolean believes = words.subList(to, Math.min(words.size(), to + WITHIN_WORDS)).stream()
                .takeWhile(word -> !word.isMark())
                .anyMatch(word -> BELIEVING.contains(word.lower()));
        int from = mention.from();
        boolean according = from >= 2
                && words.get(from - 1).lower().equals("to")
                && words.get(from - 2).lower().equals("according");
        return believes || according;
    }
}
