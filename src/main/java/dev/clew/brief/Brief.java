package dev.clew.brief;

import dev.clew.model.Insight;
import java.util.List;

/**
 * What a reader gets of what is new between two changes.
 *
 * @param items the claims, best first
 * @param matching how many new claims have something that the reader follows
 * @param edition what it was chosen from
 */
public record Brief(List<Item> items, Matching matching, Edition edition) {
    /** What a brief has when nothing else is asked for. */
    public static final int LIMIT_DEFAULT = 5;

    /** Most claims of one brief. */
    public static final int LIMIT_MOST = 50;

    /** Copies the items. */
    public Brief {
        items = List.copyOf(items);
    }

    /**
     * How many new claims have something that the reader follows.
     *
     * @param followed all of them
     * @param had of these, how many the reader was sent already
     * @param muted of the others, how many have something that the reader mutes
     */
    public record Matching(int followed, int had, int muted) {
        /** How many there were to choose from. */
        int open() {
            return followed - had - muted;
        }
    }

    /**
     * A claim of a brief.
     *
     * @param insight the claim
     * @param change the change that published it
     * @param because its reasons, those that count most first
     * @param counterView whether it speaks against something
     * @param alsoSaidBy ids of new claims that say the same
     */
    public record Item(
            Insight insight, long change, List<Because> because, boolean counterView, List<String> alsoSaidBy) {
        /** Copies the lists. */
        public Item {
            because = List.copyOf(because);
            alsoSaidBy = List.copyOf(alsoSaidBy);
        }

        /** The sum of the points of its reasons. */
        public int score() {
            return because.stream().mapToInt(Because::points).sum();
        }
    }
}
