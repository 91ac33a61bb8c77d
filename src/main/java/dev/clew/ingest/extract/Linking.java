package dev.clew.ingest.extract;

import dev.clew.ingest.extract.RelationCues.Cue;
import dev.clew.ingest.extract.Subjects.Side;
import dev.clew.model.Link;
import dev.clew.model.RelationClass;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Links that a sentence says: an entity, a relation's words, another entity, with nothing between them that could turn it
 * into something else. Naming two things in one sentence makes no link.
 */
final class Linking {
    private static final Set<String> JOINING = Words.of("and but or");

    private static final Set<String> OF_THINGS = Set.of("increases", "reduces", "develops");

    private final RelationCues cues;
    private final EntityNames names;
    private final Targets targets;
    private final Changes changes;
    private final Nouns nouns;

    Linking(Relations relations, EntityNames names) {
        this.cues = new RelationCues(relations);
        this.names = names;
        this.targets = new Targets(names);
        this.changes = new Changes(relations);
        this.nouns = new Nouns(relations, names);
    }

    /**
     * A link with what it was told by.
     *
     * @param link the link
     * @param cue the words that say the relation
     */
    record Found(Link link, String cue) {}

    /**
     * What was told of whom.
     *
     * @param cue by which words
     * @param before what stands before them
     * @param after what stands after them
     */
    record Told(Cue cue, Side before, List<Mention> after) {
        int end() {
            return after.getLast().to() + cue.rest().size();
        }
    }

    List<Found> links(List<Word> words, List<Mention> mentions) {
        Text text = new Text(words, mentions);
        List<Found> found = new ArrayList<>();
        if (mentions.size() < 2 || words.getLast().text().contains("?")) {
            return found;
        }
        @Nullable Told last = null;
        int at = 0;
        while (at < words.size()) {
            Optional<Told> told = told(at, text, last);
            if (told.isPresent()) {
                last = told.get();
                add(last, text, found);
                at = last.cue().to();
            } else {
                at = cues.longest(words, at).map(Cue::to).orElse(at + 1);
            }
        }
        changes.told(text).forEach(each -> add(each, text, found));
        nouns.told(text).forEach(each -> add(each, text, found));
        return found;
    }

    /** What is told from a word on: first by words around a thing, then by the longest as they stand. */
    private Optional<Told> told(int at, Text text, @Nullable Told last) {
        for (Cue each : cues.at(text.words(), at)) {
            Optional<Told> told = each.rest().isEmpty() ? Optional.empty() : told(each, text, last);
            if (told.isPresent()) {
                return told;
            }
        }
        return cues.longest(text.words(), at).flatMap(each -> told(each, text, last));
    }

    private Optional<Told> told(Cue cue, Text text, @Nullable Told last) {
        Optional<List<Mention>> after = targets.of(cue, text);
        if (after.isEmpty() || tellsAnother(cue, text)) {
            return Optional.empty();
        }
        return Subjects.of(cue, text)
                .or(() -> again(cue, text, last))
                .map(before -> new Told(cue, before, after.get()));
    }

    /** Whether the words of another relation follow: "is essential to protect trade", "has increased limits on trade". */
    private boolean tellsAnother(Cue cue, Text text) {
        boolean named =
                text.first(cue.to()).filter(each -> each.from() == cue.to()).isPresent();
        return !named && !cues.at(text.words(), cue.to()).isEmpty();
    }

    /** Those of which the last was told, when this goes on with "and": "strengthens sovereignty and weakens the alliance". */
    private static Optional<Side> again(Cue cue, Text text, @Nullable Told last) {
        if (last == null || last.end() >= cue.from()) {
            return Optional.empty();
        }
        int join = text.words().get(last.end()).text().equals(",") ? last.end() + 1 : last.end();
        if (!text.is(join, JOINING) || join >= cue.from()) {
            return Optional.empty();
        }
        List<Word> between = text.between(join + 1, cue.from());
        return Subjects.leads(between, cue, text)
                ? Optional.of(new Side(last.before().things(), Subjects.denies(between)))
                : Optional.empty();
    }

    private void add(Told told, Text text, List<Found> found) {
        Cue cue = told.cue();
        String said = Words.joined(text.between(cue.from(), cue.to()))
                + (cue.rest().isEmpty() ? "" : " … " + String.join(" ", cue.rest()));
        for (Mention before : told.before().things()) {
            for (Mention after : told.after()) {
                String subject = (cue.reversed() ? after : before).entity();
                String object = (cue.reversed() ? before : after).entity();
                if (!subject.equals(object) && mayDo(subject, cue.relation()) && maySuffer(object, cue.relation())) {
                    add(new Found(link(subject, cue.relation(), object, told.before()), said), found);
                }
            }
        }
    }

    private static Link link(String subject, RelationType relation, String object, Side side) {
        return new Link(
                Link.End.of(subject),
                relation.id(),
                Link.End.of(object),
                new Link.Stance(relation.defaultSign(), side.denied()),
                Scope.NONE);
    }

    /** Acts are those of somebody. */
    private boolean mayDo(String subject, RelationType relation) {
        return relation.relationClass() != RelationClass.ACT
                || names.find(subject).filter(Believers::isAble).isPresent();
    }

    /** Nobody is more or less, or made: "leads to people who …" and "trains employees" say something else. */
    private boolean maySuffer(String object, RelationType relation) {
        return !OF_THINGS.contains(relation.id())
                || names.find(object).filter(Believers::isAble).isEmpty();
    }

    private static void add(Found each, List<Found> found) {
        if (found.stream()
                .noneMatch(other -> other.link().identity().equals(each.link().identity()))) {
            found.add(each);
        }
    }
}
