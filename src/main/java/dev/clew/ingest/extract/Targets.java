package dev.clew.ingest.extract;

import dev.clew.ingest.extract.RelationCues.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands after the words of a relation: the things that it leads to. */
final class Targets {
    private static final int MOST_BETWEEN = 4;
    /** What may not stand between the relation's words and the things. */
    private static final Set<String> BREAKS = Words.of(
            "that which who whether if when where because but and or as for to of in on at by with from "
                    + "about into over than it they we you i he she them us people is are was were be not what how why");
    /** Of these, "-ing" is no doing. */
    private static final Set<String> QUALITIES =
            Words.of("growing existing emerging ongoing remaining outstanding increasing underlying");
    /** What may follow a thing without making it a part of another name. */
    private static final Set<String> ENDS =
            Words.of("and or but because so if when while as in on at for to from with by that which who is are "
                    + "was were will would can could may than right itself themselves today now more too through "
                    + "into across over without has have we they it you i not of about even just also very like "
                    + "since");
    /** What may follow the last of several things: nothing by which a new clause could begin. */
    private static final Set<String> LAST = Words.of(
            "because so if when while as in on at for with by than today now too through across over without since");

    private static final Set<String> JOINING = Words.of("and or");
    private final GoingOn goingOn;

    Targets(EntityNames names) {
        this.goingOn = new GoingOn(names);
    }

    /** The things that follow the relation's words; empty when others do. */
    Optional<List<Mention>> of(Cue cue, Text text) {
        return nearest(cue.to(), text)
                .filter(each -> cue.rest().isEmpty() || Words.match(cue.rest(), text.words(), each.to()))
                .filter(each -> ends(each.to() + cue.rest().size(), text))
                .filter(each -> !goingOn.turns(cue, each, text))
                .map(each -> cue.rest().isEmpty() ? together(each, text) : List.of(each))
                .filter(each -> !each.isEmpty());
    }

    /** The thing that is said from a word on, with nothing but its qualities before it. */
    static Optional<Mention> nearest(int from, Text text) {
        Optional<Mention> next = text.first(from);
        if (next.isEmpty()) {
            return next;
        }
        int begin = text.afterArticles(from);
        while (begin + 1 < next.get().from()
                && text.is(begin, Wholes.AMOUNTS)
                && text.is(begin + 1, Set.of("of", "to"))) {
            begin = text.afterArticles(begin + 2);
        }
        List<Word> between = text.between(begin, next.get().from());
        boolean plain =
                between.stream().noneMatch(word -> word.isMark() || BREAKS.contains(word.lower()) || isDoing(word))
                        && !Words.any(between, Wholes.LESS);
        return next.filter(each -> plain && between.size() <= MOST_BETWEEN);
    }

    /** Whether a word says what is done, not of which quality something is. */
    static boolean isDoing(Word word) {
        return word.lower().endsWith("ing") && !QUALITIES.contains(word.lower());
    }

    /** Whether a word that ends there has an object: "promotes trade and licenses no imports". */
    private static boolean isVerb(int at, Text text) {
        return text.is(at, Set.of("no")) || text.afterArticles(at) > at;
    }

    /** Whether a thing that ends there is not the beginning of another name. */
    static boolean ends(int at, Text text) {
        return text.isEdge(at) || text.is(at, ENDS);
    }

    /** The thing with those that are said together with it; none where the last begins another name: "trade and safety laws". */
    private static List<Mention> together(Mention first, Text text) {
        List<Mention> things = new ArrayList<>(List.of(first));
        boolean joined = false;
        int at = first.to();
        while (at < text.words().size()) {
            int join = text.words().get(at).text().equals(",") ? at + 1 : at;
            boolean and = text.is(join, JOINING);
            int next = text.afterArticles(and ? join + 1 : join);
            Optional<Mention> other = text.first(next).filter(each -> each.from() == next);
            if (next == at || other.isEmpty()) {
                break;
            }
            joined |= and;
            things.add(other.get());
            at = other.get().to();
        }
        boolean last = at >= text.words().size()
                || text.is(at, LAST)
                || Set.of(".", ";", ":", "!", "...")
                        .contains(text.words().get(at).text());
        if (joined && !last && !ends(at, text) && !isVerb(at, text)) {
            return List.of();
        }
        return joined && last ? things : List.of(first);
    }
}
