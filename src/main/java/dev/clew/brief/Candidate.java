package dev.clew.brief;

import dev.clew.model.Insight;
import java.util.List;
import java.util.Set;

/**
 * A claim that is new, with what counts for it whoever reads.
 *
 * @param insight the claim, merged entities followed
 * @param podcast the podcast of its source, or the source that belongs to none
 * @param change the change that published it
 * @param follows everything by which it can be followed
 * @param merits what counts for it
 * @param merit the sum of their points
 */
record Candidate(Insight insight, String podcast, long change, Set<Follow> follows, List<Because> merits, int merit) {
    /** Copies the collections. */
    Candidate {
        follows = Set.copyOf(follows);
        merits = List.copyOf(merits);
    }

    static Candidate of(Insight insight, String podcast, long change, List<Because> merits) {
        int merit = merits.stream().mapToInt(Because::points).sum();
        return new Candidate(insight, podcast, change, Follow.of(insight, podcast), merits, merit);
    }

    String id() {
        return insight.id();
    }

    boolean isCounterView() {
        return merits.stream().anyMatch(Because::isCounterView);
    }
}
