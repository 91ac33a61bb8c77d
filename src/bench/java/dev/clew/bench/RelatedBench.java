package dev.clew.bench;

import dev.clew.insight.RelatedInsights;
import dev.clew.model.Insight;
import dev.clew.model.NearDuplicates;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.LuceneSearch;
import java.util.List;
import java.util.Random;

/** Times related claims with their reasons; a part of the benches that have an index, without vectors and with them. */
final class RelatedBench {
    private static final int RUNS = 500;

    private RelatedBench() {}

    static void rows(String how, LuceneSearch search, NearDuplicates duplicates, List<Insight> insights) {
        RelatedInsights related = new RelatedInsights(search, duplicates, RelationCatalogue.load());
        int[] chosen = new Random(9).ints(RUNS, 0, insights.size()).toArray();
        int[] found = {0};
        Timing.row(
                "related with reasons, 10, " + how,
                RUNS,
                i -> found[0] +=
                        related.related(insights.get(chosen[i]).id(), 10).size());
        Timing.note("related " + how + ": found for a claim", found[0] / (2 * RUNS));
    }
}
