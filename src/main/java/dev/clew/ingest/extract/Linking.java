package dev.clew.ingest.extract;

import dev.clew.ingest.extract.RelationCues.Cue;
import dev.clew.model.Link;
import dev.clew.model.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Links that a sentence says: an entity, a relation's words, another entity, with nothing between them that could turn it
 * into something else. Naming two things in one sentence makes no link.
 */
final class Linking {
    private static final int MOST_BETWEEN = 4;
    /** What may stand between the first entity and the relation's words. */
    private static final Set<String> BEFORE =
            words("will would can could may might should must to also really actually now already always often "
                    + "still just even probably clearly further does do did has have had is are was were going not "
                    + "never cannot doesn't don't didn't won't can't isn't aren't wasn't largely heavily only "
                    + "directly both all");
    /** What may not stand between the relation's words and the second entity. */
    private static final Set<String> BREAKS =
            words("that which who whether if when where because but and or as for to of in on at by with from "
                    + "about into than it they we you i he she them us people is are was were be no");

    private static final Set<String> NEGATIONS = words(
            "not never cannot doesn't don't didn't won't can't isn't aren't wasn't wouldn't couldn't " + "shouldn't");
    /** What may follow the second entity without making it a part of another name. */
    private static final Set<String> ENDS =
            words("and or but because so if when while as in on at for to from with by that which who is are "
                    + "was were will would can could may than right itself themselves today now more too through "
                    + "into across over without has have we they it you i not of about even just also very like "
                    + "since");

    private final RelationCues cues;

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ")));
    }

    Linking(RelationCues cues) {
        this.cues = cues;
    }

    /**
     * A link with what it was told by.
     *
     * @param link the link
     * @param cue the words that say the relation
     */
    record Found(Link link, String cue) {}

    List<Found> links(List<Word> words, List<Mention> mentions) {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Cue> cue = cues.at(words, at);
            cue.flatMap(each -> link(each, words, mentions)).ifPresent(found::add);
            at = cue.map(Cue::to).orElse(at + 1);
        }
        return distinct(found);
    }

    private static List<Found> distinct(List<Found> found) {
        List<Found> distinct = new ArrayList<>();
        for (Found each : found) {
            if (distinct.stream()
                    .noneMatch(
                            other -> other.link().identity().equals(each.link().identity()))) {
                distinct.add(each);
            }
        }
        return distinct;
    }

    private static Optional<Found> link(Cue cue, List<Word> words, List<Mention> mentions) {
        Optional<Mention> before = before(cue, words, mentions);
        Optional<Mention> after = after(cue, words, mentions);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        String subject = (cue.reversed() ? after : before).get().entity();
        String object = (cue.reversed() ? before : after).get().entity();
        if (subject.equals(object)) {
            return Optional.empty();
        }
        boolean denied = words.subList(before.get().to(), cue.from()).stream()
                .anyMatch(word -> NEGATIONS.contains(word.lower()));
        Link link = new Link(
                Link.End.of(subject),
                cue.relation().id(),
                Link.End.of(object),
                new Link.Stance(cue.relation().defaultSign(), denied),
                Scope.NONE);
        String said = words.subList(cue.from(), cue.to()).stream()
                .map(Word::text)
                .reduce((one, other) -> one + ' ' + other)
                .orElse("");
        return Optional.of(new Found(link, said));
    }

    private static Optional<Mention> before(Cue cue, List<Word> words, List<Mention> mentions) {
        Optional<Mention> last = mentions.stream()
                .filter(each -> each.to() <= cue.from())
                .reduce((one, other) -> other)
                .filter(each -> cue.from() - each.to() <= MOST_BETWEEN);
        return last.filter(each -> words.subList(each.to(), cue.from()).stream()
                        .allMatch(word ->
                                BEFORE.contains(word.lower()) || word.lower().endsWith("ly")))
                .filter(each -> !isPartOfAnother(each, words));
    }

    /** Whether the entity is but a part of what acts: "the risk of AI", "control over compute". */
    private static boolean isPartOfAnother(Mention mention, List<Word> words) {
        int at = mention.from() - 1;
        while (at >= 0
                && Set.of("the", "a", "an", "this", "these", "our", "their", "its")
                        .contains(words.get(at).lower())) {
            at--;
        }
        return at >= 0
                && Set.of("of", "for", "in", "on", "about", "over", "to", "with", "at", "from", "by")
                        .contains(words.get(at).lower());
    }

    private static Optional<Mention> after(Cue cue, List<Word> words, List<Mention> mentions) {
        return mentions.stream()
                .filter(each -> each.from() >= cue.to())
                .findFirst()
                .filter(each -> each.from() - cue.to() <= MOST_BETWEEN)
                .filter(each -> words.subList(cue.to(), each.from()).stream()
                        .noneMatch(word -> word.isMark() || BREAKS.contains(word.lower())))
                .filter(each -> each.to() >= words.size() || ends(words.get(each.to())));
    }

    private static boolean ends(Word next) {
        return next.isMark() || ENDS.contains(next.lower());
    }
}
