package dev.clew.search;

import dev.clew.model.SearchQuery;
import dev.clew.model.text.Cursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Reads one page of hits, their total and all counts from one state of the index in one pass.
 *
 * @param query what was asked
 * @param plan what that means
 * @param cursor where the page begins; null for the first
 */
record PageReading(
        SearchQuery query, QueryPlan plan, @Nullable Cursor cursor) {
    private static final SortField BY_NAME = new SortField(Fields.NAME, SortField.Type.STRING);
    /** Greatest score first, ties by name. */
    static final Sort BY_SCORE = new Sort(SortField.FIELD_SCORE, BY_NAME);

    private static final Sort BY_DAY = new Sort(new SortField(Fields.DAY, SortField.Type.INT, true), BY_NAME);

    /**
     * What was read.
     *
     * @param total how many match
     * @param hits this page of them
     * @param counts of values, by number
     * @param last where the page ended; null when nothing follows
     */
    record Page(
            int total,
            List<Scored> hits,
            int[] counts,
            @Nullable Last last) {}

    /**
     * The last hit's place in the order.
     *
     * @param key its day, its voices, or its score as bits
     * @param name its name
     */
    record Last(int key, String name) {}

    /**
     * A record and how well it matches.
     *
     * @param row the record
     * @param score its score; 0 when words do not decide
     * @param similarity how near its meaning is; null when only its words matched
     */
    record Scored(Row row, float score, @Nullable Double similarity) {}

    /** Reads the page from this state. */
    Page from(PositionedSearcher searcher) throws IOException {
        int limit = query.page().limit();
        TopFieldCollectorManager ranking =
                new TopFieldCollectorManager(order(searcher), limit + 1, after(), Integer.MAX_VALUE);
        Object[] both = searcher.search(
                plan.query(), new MultiCollectorManager(ranking, new FacetCounting(searcher, plan.backings())));
        TopFieldDocs top = (TopFieldDocs) both[0];
        List<Scored> hits = hits(searcher, Arrays.copyOf(top.scoreDocs, Math.min(limit, top.scoreDocs.length)));
        return new Page(
                Math.toIntExact(top.totalHits.value()),
                hits,
                (int[]) both[1],
                top.scoreDocs.length > limit ? lastOf(top.scoreDocs[limit - 1], hits) : null);
    }

    List<Scored> hits(PositionedSearcher searcher, ScoreDoc[] top) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Scored> hits = new ArrayList<>();
        for (ScoreDoc each : top) {
            float score = isByScore() ? (Float) ((FieldDoc) each).fields[0] : 0;
            hits.add(new Scored(Documents.row(stored.document(each.doc)), score, null));
        }
        return hits;
    }

    Last lastOf(ScoreDoc last, List<Scored> hits) {
        Object key = ((FieldDoc) last).fields[0];
        int bits = key instanceof Float score ? Float.floatToIntBits(score) : ((Number) key).intValue();
        return new Last(bits, hits.getLast().row().name().path());
    }

    @Nullable FieldDoc after() {
        if (cursor == null) {
            return null;
        }
        if (cursor.isPlace()) {
            throw Cursor.refused(
                    "was given when meaning was matched too, which is not at hand: leave it out to begin again",
                    String.valueOf(query.page().cursor()));
        }
        Object key = isByScore()
                ? Float.valueOf(Float.intBitsToFloat(cursor.key()))
                : query.page().sort() == SearchQuery.Sort.VOICES
                        ? Long.valueOf(cursor.key())
                        : (Object) Integer.valueOf(cursor.key());
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {key, new BytesRef(cursor.name())});
    }

    private Sort order(PositionedSearcher searcher) {
        if (query.page().sort() == SearchQuery.Sort.VOICES) {
            return new Sort(new VoicesSource(searcher, plan.backings()).getSortField(true), BY_NAME);
        }
        return isByScore() ? BY_SCORE : BY_DAY;
    }

    private boolean isByScore() {
        return plan.isRanked() && query.page().sort() == SearchQuery.Sort.RELEVANCE;
    }
}
