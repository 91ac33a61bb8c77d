package dev.clew.search;

import dev.clew.model.Backings;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LongValues;
import org.apache.lucene.search.LongValuesSource;
import org.jspecify.annotations.Nullable;

/** The voices behind each document, to sort by: those of one state. */
final class VoicesSource extends LongValuesSource {
    private final PositionedSearcher searcher;
    private final Backed backed;

    VoicesSource(PositionedSearcher searcher, Backings backings) {
        this.searcher = searcher;
        this.backed = searcher.backed(backings);
    }

    @Override
    public LongValues getValues(LeafReaderContext segment, @Nullable DoubleValues scores) {
        int[] cells = searcher.column(segment).insights();
        return new LongValues() {
            private int voices;

            @Override
            public long longValue() {
                return voices;
            }

            @Override
            public boolean advanceExact(int document) {
                voices = backed.voices(cells[document]);
                return true;
            }
        };
    }

    @Override
    public boolean needsScores() {
        return false;
    }

    @Override
    public boolean isCacheable(LeafReaderContext segment) {
        return false;
    }

    @Override
    public LongValuesSource rewrite(IndexSearcher of) {
        return this;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VoicesSource source && source.searcher == searcher && source.backed == backed;
    }

    @Override
    public int hashCode() {
        return Objects.hash(System.identityHashCode(searcher), System.identityHashCode(backed));
    }

    @Override
    public String toString() {
        return "voices";
    }
}
