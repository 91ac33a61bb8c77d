package dev.clew.search;

import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts the values of the documents that match, in the one pass that also ranks them. */
final class FacetCounts implements Collector {
    private final PositionedSearcher searcher;
    private final int[] counts;

    FacetCounts(PositionedSearcher searcher) {
        this.searcher = searcher;
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
