package dev.clew.brief;

import dev.clew.model.NearDuplicates;
import java.util.List;

/**
 * Chooses a brief from an edition: the claims with the most points of those that have something the reader follows; at most
 * two of a podcast, one of those that say the same and none that says what the reader was sent, and one that speaks against
 * something where there is one. The same for the same edition and wishes. Safe for any number of threads; costs about what the claims of the edition are many.
 */
public final class Chooser {
    private static final int GROUPED_FOR_EACH = 4;
    /** Where there is room for one claim, it is the best one. */
    private static final int LEAST_FOR_A_COUNTER_VIEW = 2;

    private final NearDuplicates duplicates;

    /** One that asks this which claims say the same. */
    public Chooser(NearDuplicates duplicates) {
        this.duplicates = duplicates;
    }

    /**
     * The brief of whoever follows some things.
     *
     * @param follows what is followed; nobody gets anything who follows nothing
     * @param limit most claims, 1 to {@value Brief#LIMIT_MOST}
     */
    public Brief choose(Edition edition, List<Follow> follows, int limit) {
        return choose(edition, Wishes.of(follows), limit);
    }

    /** The brief of a reader by what the reader wishes, as {@link #choose(Edition, List, int)}. */
    public Brief choose(Edition edition, Wishes wishes, int limit) {
        Ranking ranked = new Ranking(edition, wishes);
        List<String> best = ranked.stream()
                .limit(Math.min(NearDuplicates.LIMIT_GROUPED, GROUPED_FOR_EACH * (long) limit))
                .map(Candidate::id)
                .toList();
        Sameness sameness = new Sameness(duplicates, edition, wishes.had(), best);
        return new Brief(select(ranked, sameness, limit).items(best), ranked.matching(), edition);
    }

    /** The best; where none of them speaks against anything and another one does, that one and the best that go with it. */
    private static Selection select(Ranking ranked, Sameness sameness, int limit) {
        Selection best = new Selection(ranked, sameness).filled(limit);
        if (limit < LEAST_FOR_A_COUNTER_VIEW || best.hasCounterView()) {
            return best;
        }
        return best.counterView()
                .map(rank -> new Selection(ranked, sameness).offer(rank).filled(limit))
                .orElse(best);
    }
}
