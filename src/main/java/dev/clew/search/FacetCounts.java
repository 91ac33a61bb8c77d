package dev.clew.search;

import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/** Counts the values of the documents that match, in the one pass that also ranks them. */
final class FacetCounts implements Collector {
    private final PositionedSearcher searcher;
    private final @Nullable Backed backed;
    private final int contested;
    private final int uncontested;
    private final int[] counts;

    /**
     * Counts nothing yet.
     *
     * @param backed tells what is contested; null when that is not counted
     */
    FacetCounts(PositionedSearcher searcher, @Nullable Backed backed) {
        this.searcher = searcher;
        this.backed = backed;
        this.contested = searcher.values().number(new FieldValue(SearchField.CONTESTED, "true").term());
        this.uncontested = searcher.values().number(new FieldValue(SearchField.CONTESTED, "false").term());
        this.counts = new int[searcher.values().size()];
    }

    @Override
    public LeafCollector getLeafCollector(LeafReaderContext segment) {
        FacetColumn column = searcher.column(segment);
        return new LeafCollector() {
            @Override
            public void setScorer(Scorable scorer) {}

            @Override
            public void collect(int document) {
                column.count(document, counts);
                if (backed != null && column.insights()[document] != 0) {
                    counts[backed.isContested(column.insights()[document]) ? contested : uncontested]++;
                }
            }
        };
    }

    @Override
    public ScoreMode scoreMode() {
        return ScoreMode.COMPLETE_NO_SCORES;
    }

    /** By number of the value. */
    int[] counts() {
        return counts;
    }
}
