package dev.clew.search;

import dev.clew.ledger.Position;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.jspecify.annotations.Nullable;

/** One state of the index that does not change while it is read, and the position in the ledger that it shows. */
final class PositionedSearcher extends IndexSearcher {
    private final Position position;
    private final List<FacetColumn> columns;
    private final FacetValues values;
    private volatile int @Nullable [] totals;

    PositionedSearcher(IndexReader reader, Position position, List<FacetColumn> columns, FacetValues values) {
        super(reader);
        this.position = position;
        this.columns = columns;
        this.values = values;
    }

    Position position() {
        return position;
    }

    /** The values of a segment's documents. */
    FacetColumn column(LeafReaderContext segment) {
        return columns.get(segment.ord);
    }

    FacetValues values() {
        return values;
    }

    /** How many records hold the value; counted for all values at once when first asked. */
    int total(FieldValue value) throws IOException {
        int[] counts = totals;
        if (counts == null) {
            counts = search(MatchAllDocsQuery.INSTANCE, (CollectorManager<FacetCounts, int[]>) new FacetCounting(this));
            totals = counts;
        }
        int number = values.find(value.term());
        return number < 0 || number >= counts.length ? 0 : counts[number];
    }
}
