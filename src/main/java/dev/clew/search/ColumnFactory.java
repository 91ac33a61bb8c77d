package dev.clew.search;

import dev.clew.ledger.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.SearcherFactory;
import org.jspecify.annotations.Nullable;

/** Gives each new state its position and its columns; a segment's column is made once and goes with the segment. */
final class ColumnFactory extends SearcherFactory {
    private final Map<IndexReader.CacheKey, FacetColumn> bySegment = new ConcurrentHashMap<>();
    private final FacetValues values = new FacetValues();
    private final InsightNumbers insights = new InsightNumbers();
    private final Supplier<Position> position;

    ColumnFactory(Supplier<Position> position) {
        this.position = position;
    }

    @Override
    public PositionedSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
        List<FacetColumn> columns = new ArrayList<>();
        for (LeafReaderContext segment : reader.leaves()) {
            columns.add(column(segment.reader()));
        }
        return new PositionedSearcher(
                reader, position.get(), columns, new PositionedSearcher.Numbers(values, insights));
    }

    private FacetColumn column(LeafReader segment) throws IOException {
        IndexReader.CacheHelper core = segment.getCoreCacheHelper();
        FacetColumn known = bySegment.get(core.getKey());
        if (known != null) {
            return known;
        }
        FacetColumn column = FacetColumn.of(segment, values, insights);
        bySegment.put(core.getKey(), column);
        core.addClosedListener(bySegment::remove);
        return column;
    }
}
