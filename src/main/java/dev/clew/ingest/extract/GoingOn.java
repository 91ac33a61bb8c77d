package dev.clew.ingest.extract;

import dev.clew.ingest.extract.RelationCues.Cue;
import java.util.List;
import java.util.Set;

/**
 * How a sentence goes on after a thing, by which something else is said than that a relation leads to it: "enables China to
 * buy", "prevents conflicts from spreading", "hurts more people than it helps".
 */
final class GoingOn {
    private static final int FARTHEST = 10;
    private static final Set<String> ON_TO = Words.of("to from");
    private static final Set<String> PREVENTING = Set.of("prevents", "restrains", "restricts");
    private static final Set<String> LEADING = Words.of("for to");
    /** With these another thought begins. */
    private static final Set<String> ANEW =
            Words.of("because by as since so but if when while will would can could may might should");

    private static final Set<String> MORE = Words.of("more fewer less");

    private final EntityNames names;

    GoingOn(EntityNames names) {
        this.names = names;
    }

    /** Whether it is not the thing itself that the relation's words lead to. */
    boolean turns(Cue cue, Mention thing, Text text) {
        return doesSomething(thing, text)
                || isMade(cue, thing, text)
                || isKept(cue, thing, text)
                || isCompared(cue, thing, text);
    }

    /** "Enables China to buy". */
    private boolean doesSomething(Mention thing, Text text) {
        return text.is(thing.to(), ON_TO)
                && names.find(thing.entity()).filter(Believers::isAble).isPresent();
    }

    /** "Allows the economy of the north to recover"; not "is essential for". */
    private static boolean isMade(Cue cue, Mention thing, Text text) {
        return cue.relation().id().equals("enables")
                && !text.is(cue.to() - 1, LEADING)
                && rest(thing, text).stream().anyMatch(word -> word.lower().equals("to"));
    }

    /** "Prevents conflicts over land from spreading"; and what "stops spending" spends no more itself. */
    private static boolean isKept(Cue cue, Mention thing, Text text) {
        if (!PREVENTING.contains(cue.relation().id())) {
            return false;
        }
        boolean itself = text.words().get(cue.from()).lower().startsWith("stop")
                && isDoing(text.words().get(thing.to() - 1));
        List<Word> rest = rest(thing, text);
        for (int i = 0; i + 1 < rest.size(); i++) {
            itself |= rest.get(i).lower().equals("from") && isDoing(rest.get(i + 1));
        }
        return itself;
    }

    /** "More people than"; and in "causes a more dangerous environment" there is no more of it. */
    private static boolean isCompared(Cue cue, Mention thing, Text text) {
        int more = thing.from() - 1;
        while (more >= cue.from() && !text.is(more, MORE)) {
            more--;
        }
        boolean compares = more >= cue.from();
        boolean amount = Set.of("increases", "reduces").contains(cue.relation().id());
        return compares && (text.is(thing.to(), Set.of("than")) || amount && more < thing.from() - 1);
    }

    private static boolean isDoing(Word word) {
        return word.lower().endsWith("ing");
    }

    /** What follows a thing, until another thought begins. */
    private static List<Word> rest(Mention thing, Text text) {
        int to = thing.to();
        while (!text.isEdge(to) && !text.is(to, ANEW) && to - thing.to() < FARTHEST) {
            to++;
        }
        return text.between(thing.to(), to);
    }
}
