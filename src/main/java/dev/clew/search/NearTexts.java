package dev.clew.search;

import dev.clew.search.meaning.Meaning;
import dev.clew.search.meaning.Near;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the texts near to a query among those that meet its conditions.
 *
 * @param meaning what is asked
 */
record NearTexts(Meaning meaning) {
    /** How many are found, and how widely the graph of vectors is searched. */
    static final int MOST = 100;

    /** Texts less alike than this are about something else; of a claim's wordings, hardly one falls below. */
    static final float LEAST_SIMILARITY = 0.3f;

    /** Nearest first; empty when meaning cannot be asked any more. */
    Optional<List<Near>> of(QueryPlan plan, PositionedSearcher searcher) throws IOException {
        Set<Long> among = plan.isNarrowed() ? TextKeys.keys(searcher, plan.conditions()) : null;
        return meaning.nearest(plan.sought(), MOST, among)
                .map(near -> near.stream()
                        .filter(each -> each.similarity() >= LEAST_SIMILARITY)
                        .toList());
    }
}
