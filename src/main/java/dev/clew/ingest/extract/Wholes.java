package dev.clew.ingest.extract;

import java.util.Set;

/** Whether it is a thing itself that something is said of, not what it is a part of or what is done to it. */
final class Wholes {
    private static final int FARTHEST = 3;
    private static final Set<String> PART_OF =
            Words.of("of for in on about over to with at from by between against without into under like as than");
    /** Of how much of a thing is said by these, the thing itself is said. */
    static final Set<String> AMOUNTS =
            Words.of("amount level supply availability use quantity number growth spread adoption pace access rise");
    /** Less of a thing does the opposite of what the thing does. */
    static final Set<String> LESS = Words.of(
            "less fewer no little lower reduced without insufficient limited lack too low scarce falling shrinking "
                    + "stunted weaker decreased diminished");
    /** What may stand before the first of several things that are said together. */
    static final Set<String> OPENING = Words.of(
            "that because when while since so but where whereas both either neither think believe believes says "
                    + "said how although though and");
    /** Who does this to a thing lets the thing itself do what it does. */
    private static final Set<String> KEEPING = Words.of("having using adopting introducing letting");

    private Wholes() {}

    /** Not of "the risk of AI", "control over scarce compute", "less compute" or "banning compute". */
    static boolean isWhole(Mention mention, Text text) {
        for (int at = mention.from() - 1; at >= Math.max(0, mention.from() - FARTHEST); at--) {
            if (text.isEdge(at) || text.is(at, OPENING)) {
                return true;
            }
            if (text.is(at, LESS) || isDone(at, text)) {
                return false;
            }
            if (text.is(at, PART_OF)) {
                return text.is(at - 1, AMOUNTS) && !Words.any(text.between(Math.max(0, at - FARTHEST), at), LESS);
            }
        }
        return true;
    }

    private static boolean isDone(int at, Text text) {
        return Targets.isDoing(text.words().get(at)) && !text.is(at, KEEPING);
    }

    /** Whether a thing is what something else is said to be: "it is government", or is asked: "is AI …". */
    static boolean isComplement(Mention mention, Text text) {
        return text.is(text.beforeArticles(mention.from()), Subjects.BE);
    }
}
