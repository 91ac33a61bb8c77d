package dev.clew.ingest.extract;

import dev.clew.ingest.extract.RelationCues.Cue;
import dev.clew.ingest.extract.RelationCues.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What stands before the words of a relation: the things that it is said of, and whether it is denied of them. */
final class Subjects {
    private static final int MOST_BETWEEN = 6;
    private static final int FARTHEST = 14;
    /** What may stand between the things and the relation's words. */
    private static final Set<String> BETWEEN =
            Words.of("will would can could may might should must to also really actually now already always often "
                    + "still just even clearly further do does did has have had is are was were be been being going not "
                    + "never cannot doesn't don't didn't won't can't isn't aren't wasn't weren't wouldn't couldn't shouldn't "
                    + "hasn't haven't only merely both all help helps helped tend tends continue continues continued likely able "
                    + "begin begins began begun start starts started ever thus therefore then no longer much far "
                    + "want wants plan plans planned aim aims tries tried intends seek seeks hopes fails failed "
                    + "largely heavily directly probably");

    static final Set<String> BE = Words.of("is are was were be been being isn't aren't wasn't weren't");
    private static final Set<String> HAVE = Words.of("has have had hasn't haven't");
    private static final Set<String> QUALITIES =
            Words.of("limited increased reduced improved restricted enhanced decreased diminished raised");
    private static final Set<String> NEGATIONS =
            Words.of("not never cannot doesn't don't didn't won't can't isn't aren't wasn't weren't wouldn't couldn't "
                    + "shouldn't hasn't haven't longer fails failed");
    private static final Set<String> ONLY = Words.of("only just merely");
    /** With these it is neither said nor denied. */
    private static final Set<String> UNCLEAR =
            Words.of("hardly barely rarely scarcely allegedly supposedly reportedly nearly");
    /** Before "to": with others, "to" gives a purpose. */
    private static final Set<String> BEFORE_TO = Words.of(
            "going has have had help helps helped tend tends continue continues continued likely able begin begins began "
                    + "begun start starts started want wants plan plans planned aim aims tries tried intends seek seeks "
                    + "hopes fails failed");

    private static final Set<String> JOINING = Words.of("and or nor");
    private static final Set<String> NEITHER = Words.of("neither nor");
    /** What is said after these is not said to be so. */
    private static final Set<String> OPEN =
            Words.of("if whether unless suppose imagine until before myth wonder question lest");

    /** "How it might" is not known. */
    private static final Set<String> ASKING = Words.of("how what why where");

    private static final Set<String> MAYBE = Words.of("might could may would");
    private static final Set<String> BELIEVING = Words.of("think believe say see expect mean claim");

    private Subjects() {}

    /**
     * The things with what was said of them.
     *
     * @param denied whether it is said that the relation does not hold
     */
    record Side(List<Mention> things, boolean denied) {}

    /** The things that the relation's words are said of; empty when they are said of something else. */
    static Optional<Side> of(Cue cue, Text text) {
        Optional<Mention> nearest = text.last(cue.from());
        if (nearest.isEmpty()) {
            return Optional.empty();
        }
        List<Word> between = withoutWhich(nearest.get(), cue, text);
        if (between.size() > MOST_BETWEEN
                || !leads(between, cue, text)
                || !cue.reversed() && Wholes.isComplement(nearest.get(), text)) {
            return Optional.empty();
        }
        return together(nearest.get(), cue, text).flatMap(things -> side(things, text, denies(between)));
    }

    /**
     * Without what sets off an addition: ", which weakens", ", weakened by". After more words than the thing, ", which" goes
     * mostly on with all that was said.
     */
    private static List<Word> withoutWhich(Mention thing, Cue cue, Text text) {
        List<Word> between = text.between(thing.to(), cue.from());
        boolean begins = text.isEdge(text.beforeArticles(thing.from()));
        boolean comma = !between.isEmpty() && between.getFirst().text().equals(",");
        boolean which =
                comma && begins && between.size() > 1 && between.get(1).lower().equals("which");
        if (which) {
            return between.subList(2, between.size());
        }
        return comma && between.size() == 1 && cue.reversed() ? List.of() : between;
    }

    /** Whether these words lead from a thing to the relation's words. */
    static boolean leads(List<Word> between, Cue cue, Text text) {
        boolean known = between.stream()
                .allMatch(word -> BETWEEN.contains(word.lower()) || word.lower().endsWith("ly"));
        return known && !Words.any(between, UNCLEAR) && suits(between, cue, text) && isNoPurpose(between);
    }

    private static boolean suits(List<Word> between, Cue cue, Text text) {
        boolean being = Words.any(between, BE);
        return switch (cue.form()) {
            case PLAIN -> true;
            case PAST -> (!being || cue.to() - cue.from() > 1) && !isQuality(cue, text);
            case PERFECT -> Words.any(between, HAVE) && !being && !isQuality(cue, text);
            case GOING_ON, BEING -> being || text.is(cue.from() - 1, BE);
        };
    }

    /** "Have limited trade" tells rather how it is than what was done; "have limited the trade" is clear. */
    private static boolean isQuality(Cue cue, Text text) {
        return text.is(cue.from(), QUALITIES)
                && text.is(cue.from() - 1, HAVE)
                && text.afterArticles(cue.to()) == cue.to();
    }

    private static boolean isNoPurpose(List<Word> between) {
        for (int i = 0; i < between.size(); i++) {
            if (between.get(i).lower().equals("to")
                    && (i == 0 || !BEFORE_TO.contains(between.get(i - 1).lower()))) {
                return false;
            }
        }
        return true;
    }

    /** The thing with those that are said together with it; empty when it is but a part of what is said. */
    private static Optional<List<Mention>> together(Mention nearest, Cue cue, Text text) {
        List<Mention> things = new ArrayList<>(List.of(nearest));
        int joined = text.beforeArticles(nearest.from());
        if (!text.is(joined, JOINING)) {
            return Wholes.isWhole(nearest, text) ? Optional.of(things) : Optional.empty();
        }
        if (joined > 0 && text.words().get(joined - 1).isMark() && !endsThing(joined - 1, text)) {
            return Optional.of(things);
        }
        boolean one = cue.form() == Form.PLAIN
                && text.words().get(cue.from()).lower().endsWith("s")
                && text.words().get(joined).lower().equals("and");
        Mention first = nearest;
        while (isJoin(text, text.beforeArticles(first.from()))) {
            int join = text.beforeArticles(first.from());
            int end = isJoin(text, join - 1) ? join - 1 : join;
            Optional<Mention> other = text.last(end).filter(each -> each.to() == end);
            if (other.isEmpty()) {
                return Optional.empty();
            }
            first = other.get();
            things.addFirst(first);
        }
        int before = text.beforeArticles(first.from());
        boolean begins = text.isEdge(before) || text.is(before, Wholes.OPENING);
        return begins && !one && things.size() > 1 ? Optional.of(things) : Optional.empty();
    }

    private static boolean endsThing(int at, Text text) {
        return text.last(at).filter(each -> each.to() == at).isPresent();
    }

    private static boolean isJoin(Text text, int at) {
        return at > 0 && (text.is(at, JOINING) || text.words().get(at).text().equals(","));
    }

    /** The things, unless what comes before leaves open whether it is so. */
    static Optional<Side> side(List<Mention> things, Text text, boolean denied) {
        int first = things.getFirst().from();
        int from = first;
        while (!text.isEdge(from - 1) && first - from < FARTHEST) {
            from--;
        }
        List<Word> before = text.between(from, first);
        boolean wondered = Words.any(before, ASKING) && text.is(things.getLast().to(), MAYBE);
        if (Words.any(before, OPEN) || wondered) {
            return Optional.empty();
        }
        boolean disbelieved = false;
        for (int i = 0; i + 1 < before.size(); i++) {
            disbelieved |= NEGATIONS.contains(before.get(i).lower())
                    && BELIEVING.contains(before.get(i + 1).lower());
        }
        return Optional.of(new Side(things, denied ^ disbelieved || Words.any(before, NEITHER)));
    }

    /** Whether any of these words says that it is not so; "not only" says that it is. */
    static boolean denies(List<Word> between) {
        for (int i = 0; i < between.size(); i++) {
            boolean only =
                    i + 1 < between.size() && ONLY.contains(between.get(i + 1).lower());
            if (NEGATIONS.contains(between.get(i).lower()) && !only) {
                return true;
            }
        }
        return false;
    }
}
