package dev.clew.bench;

import dev.clew.model.Insight;
import dev.clew.model.PathQuery;
import dev.clew.model.SearchQuery;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What readers would ask of a synthetic library, the same in each run.
 *
 * @param library that is asked
 */
record SyntheticQuestions(SyntheticLibrary library) {
    private static final int CLAIMS = 2_000;

    /** Paths between things that are drawn evenly. */
    List<PathQuery> paths(int count) {
        Random random = new Random(7);
        return Stream.generate(() -> List.of(library.entityId(random), library.entityId(random)))
                .filter(ends -> !ends.getFirst().equals(ends.getLast()))
                .limit(count)
                .map(ends -> PathQuery.between(ends.getFirst(), ends.getLast()))
                .toList();
    }

    /** One to three words that stand in one claim, ten of what matches with facets. */
    List<SearchQuery> searches(int count) {
        return SearchBench.words(claims(), count).stream()
                .map(words -> SearchBench.query(words, " "))
                .toList();
    }

    /** At most 2 000 claims, evenly from all. */
    List<Insight> claims() {
        int step = Math.max(1, library.insightCount() / CLAIMS);
        return IntStream.range(0, Math.min(CLAIMS, library.insightCount()))
                .mapToObj(i -> library.insight(i * step))
                .toList();
    }
}
