package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Linking.Told;
import dev.clew.ingest.extract.RelationCues.Cue;
import dev.clew.ingest.extract.RelationCues.Form;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Relations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Relations that a noun says: "the effect of regulation on compute", "China's reliance on compute", "Llama from Meta". */
final class Nouns {
    /** By the word that follows the first thing. */
    private static final Map<String, Says> SAYING = Map.of(
            "effect", new Says("on", "shapes"),
            "impact", new Says("on", "shapes"),
            "influence", new Says("on", "shapes"),
            "dependence", new Says("on", "depends-on"),
            "dependency", new Says("on", "depends-on"),
            "reliance", new Says("on", "depends-on"),
            "threat", new Says("to", "threatens"));

    private static final Set<String> FROM = Set.of("from", "by");
    private static final Set<EntityKind> MAKERS = Set.of(EntityKind.ORGANIZATION, EntityKind.PERSON);

    private final Relations relations;
    private final EntityNames names;

    Nouns(Relations relations, EntityNames names) {
        this.relations = relations;
        this.names = names;
    }

    /**
     * What a noun says.
     *
     * @param leading the word between both things
     * @param relation the relation's id
     */
    private record Says(String leading, String relation) {}

    /** All that a text tells so. */
    List<Told> told(Text text) {
        List<Told> all = new ArrayList<>();
        for (Mention each : text.mentions()) {
            of(each, text).or(() -> owned(each, text)).ifPresent(all::add);
            made(each, text).ifPresent(all::add);
        }
        return all;
    }

    /** "The effect of regulation on compute". */
    private Optional<Told> of(Mention mention, Text text) {
        int of = text.beforeArticles(mention.from());
        return text.is(of, Set.of("of")) ? says(of - 1, mention.to(), mention, text) : Optional.empty();
    }

    /** "China's reliance on compute". */
    private Optional<Told> owned(Mention mention, Text text) {
        String last = text.words().get(mention.to() - 1).text();
        return last.endsWith("'s") || last.endsWith("’s")
                ? says(mention.to(), mention.to() + 1, mention, text)
                : Optional.empty();
    }

    private Optional<Told> says(int noun, int leading, Mention mention, Text text) {
        if (noun < 0 || noun >= text.words().size() || text.is(noun - 1, Wholes.LESS)) {
            return Optional.empty();
        }
        int from = Math.min(noun, mention.from());
        return Optional.ofNullable(SAYING.get(text.words().get(noun).lower()))
                .filter(says -> text.is(leading, Set.of(says.leading())))
                .flatMap(says -> Targets.nearest(leading + 1, text)
                        .filter(each -> Targets.ends(each.to(), text))
                        .flatMap(each -> told(cue(says.relation(), false, from, leading + 1), mention, each, text)));
    }

    /** "Llama from Meta". */
    private Optional<Told> made(Mention mention, Text text) {
        return text.first(mention.to() + 1)
                .filter(each -> each.from() == mention.to() + 1 && text.is(mention.to(), FROM))
                .filter(each -> Targets.ends(each.to(), text))
                .filter(each -> kind(mention) == EntityKind.TECHNOLOGY && MAKERS.contains(kind(each)))
                .flatMap(each -> told(cue("develops", true, mention.to(), each.from()), mention, each, text));
    }

    private EntityKind kind(Mention mention) {
        return names.find(mention.entity()).map(Entity::kind).orElseThrow();
    }

    private Optional<Cue> cue(String relation, boolean reversed, int from, int to) {
        return relations.find(relation).map(each -> new Cue(each, reversed, from, to, Form.PLAIN, List.of()));
    }

    private static Optional<Told> told(Optional<Cue> cue, Mention before, Mention after, Text text) {
        return cue.flatMap(
                each -> Subjects.side(List.of(before), text, false).map(side -> new Told(each, side, List.of(after))));
    }
}
