package dev.clew.bench;

import dev.clew.insight.RelatedInsights;
import dev.clew.model.Insight;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.LuceneSearch;
import java.util.List;
import java.util.Random;

/** Times related claims with their reasons; a part of {@link SearchBench}, which has the index. */
final class RelatedBench {
    private static final int RUNS = 500;

    private RelatedBench() {}

    static void rows(LuceneSearch search, List<Insight> insights) {
        RelatedInsights related = new RelatedInsights(search, RelationCatalogue.load());
        int[] chosen = new Random(9).ints(RUNS, 0, insights.size()).toArray();
        int[] found = {0};
        Timing.row(
                "related with reasons, 10",
                RUNS,
                i -> found[0] +=
                        related.related(insights.get(chosen[i]).id(), 10).size());
        Timing.note("related: found for a claim", found[0] / (2 * RUNS));
    }
}
