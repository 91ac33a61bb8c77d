package dev.clew.search;

import dev.clew.search.meaning.Near;
import dev.clew.search.meaning.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Reads the keys of texts out of the index, by which vectors are found. */
final class TextKeys {
    private TextKeys() {}

    /** Records whose text is near. */
    static Query near(Collection<Near> near) {
        return LongPoint.newSetQuery(
                Fields.MEANING, near.stream().map(Near::key).toList());
    }

    /** The same, each with a score of 0. */
    static Query silent(Query near) {
        return new BoostQuery(new ConstantScoreQuery(near), 0);
    }

    /** The keys of all matching records. */
    static Set<Long> keys(IndexSearcher searcher, Query query) throws IOException {
        Set<Long> keys = new HashSet<>();
        each(searcher, query, (document, key) -> keys.add(key));
        return keys;
    }

    /** What has no vector; newer segments hold what was published last. */
    static Texts.Missing missing(IndexSearcher searcher, LongPredicate known, int most) throws IOException {
        int[] count = {0};
        Map<Long, Integer> last = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Integer> eldest) {
                return size() > most;
            }
        };
        each(searcher, MatchAllDocsQuery.INSTANCE, (document, key) -> {
            if (!known.test(key)) {
                count[0]++;
                last.put(key, document);
            }
        });
        List<String> texts = new ArrayList<>();
        for (int document : last.values()) {
            texts.addFirst(
                    Documents.row(searcher.storedFields().document(document)).meaning());
        }
        return new Texts.Missing(count[0], texts);
    }

    private static void each(IndexSearcher searcher, Query query, KeyTaker taker) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer == null) {
                continue;
            }
            NumericDocValues keys = DocValues.getNumeric(segment.reader(), Fields.MEANING);
            Bits live = segment.reader().getLiveDocs();
            DocIdSetIterator documents = scorer.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int document = documents.docID();
                if ((live == null || live.get(document)) && keys.advanceExact(document)) {
                    taker.take(segment.docBase + document, keys.longValue());
                }
            }
        }
    }

    /** Takes one record's key. */
    private interface KeyTaker {
        void take(int document, long key);
    }
}
