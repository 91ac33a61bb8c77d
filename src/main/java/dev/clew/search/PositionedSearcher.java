package dev.clew.search;

import dev.clew.ledger.Position;
import dev.clew.model.Backings;
import dev.clew.model.text.FieldValue;
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
    private final Numbers numbers;
    private volatile int @Nullable [] totals;
    private volatile @Nullable Backed backed;

    /**
     * What numbers stand for.
     *
     * @param values those of values
     * @param insights those of insights
     */
    record Numbers(FacetValues values, InsightNumbers insights) {}

    PositionedSearcher(IndexReader reader, Position position, List<FacetColumn> columns, Numbers numbers) {
        super(reader);
        this.position = position;
        this.columns = columns;
        this.numbers = numbers;
    }

    /** How insights are backed: at this state's change once the graph has reached it, so that pages agree. */
    Backed backed(Backings backings) {
        Backed known = backed;
        if (known == null) {
            known = numbers.insights().backed(backings.backings());
            if (known.change() >= position.n()) {
                backed = known;
            }
        }
        return known;
    }

    Position position() {
        return position;
    }

    /** The values of a segment's documents. */
    FacetColumn column(LeafReaderContext segment) {
        return columns.get(segment.ord);
    }

    FacetValues values() {
        return numbers.values();
    }

    /** How many records hold the value; counted for all values at once when first asked. */
    int total(FieldValue value) throws IOException {
        int[] counts = totals;
        if (counts == null) {
            counts = search(MatchAllDocsQuery.INSTANCE, (CollectorManager<FacetCounts, int[]>)
                    new FacetCounting(this, Backings.NONE));
            totals = counts;
        }
        int number = numbers.values().find(value.term());
        return number < 0 || number >= counts.length ? 0 : counts[number];
    }
}
