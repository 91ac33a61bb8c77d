package dev.clew.search;

import dev.clew.model.RecordName;
import dev.clew.search.Window.Placed;
import dev.clew.search.meaning.Near;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Puts what words found and what is near into one order by reciprocal rank fusion (Cormack and others 2009): a document
 * counts 1 / (60 + its rank) for each list that it stands in. What is called exactly as the query reads stays first.
 */
final class Fusion {
    /** How many hits by words are put into one order with what is near; further ones follow. */
    static final int BY_WORDS = 200;

    private static final int RANK_OFFSET = 60;
    private static final float CALLED_SO = 1;

    private final PositionedSearcher searcher;
    private final Map<Integer, Place> places = new HashMap<>();

    Fusion(PositionedSearcher searcher) {
        this.searcher = searcher;
    }

    /** What a document has reached. */
    private static final class Place {
        private float score;
        private @Nullable Double similarity;
        private final String name;

        Place(String name) {
            this.name = name;
        }
    }

    /** Takes in hits by words, best first; those without a score are not by words. */
    void words(ScoreDoc[] hits, Set<RecordName> calledSo) {
        for (int rank = 0; rank < hits.length && score(hits[rank]) > 0; rank++) {
            Place place = place(hits[rank]);
            place.score += share(rank);
            if (RecordName.parse(place.name).filter(calledSo::contains).isPresent()) {
                place.score += CALLED_SO;
            }
        }
    }

    /** Takes in the documents of texts that are near; equal texts share a rank. */
    void near(ScoreDoc[] hits, List<Near> near) throws IOException {
        Map<Long, Integer> ranks = new HashMap<>();
        for (int rank = 0; rank < near.size(); rank++) {
            ranks.put(near.get(rank).key(), rank);
        }
        for (ScoreDoc hit : hits) {
            int rank = ranks.getOrDefault(key(hit.doc), near.size());
            Place place = place(hit);
            place.score += share(rank);
            if (rank < near.size()) {
                place.similarity = (double) near.get(rank).similarity();
            }
        }
    }

    /** What a rank counts, the first being 0. */
    static float share(int rank) {
        return 1f / (RANK_OFFSET + rank + 1);
    }

    static float score(ScoreDoc hit) {
        return (Float) ((FieldDoc) hit).fields[0];
    }

    private Place place(ScoreDoc hit) {
        return places.computeIfAbsent(
                hit.doc, document -> new Place(((BytesRef) ((FieldDoc) hit).fields[1]).utf8ToString()));
    }

    private long key(int document) throws IOException {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        LeafReaderContext segment = segments.get(ReaderUtil.subIndex(document, segments));
        NumericDocValues keys = DocValues.getNumeric(segment.reader(), Fields.MEANING);
        keys.advanceExact(document - segment.docBase);
        return keys.longValue();
    }

    /** All documents, best first, ties by name. */
    List<Placed> order() {
        List<Map.Entry<Integer, Place>> all = new ArrayList<>(places.entrySet());
        all.sort(Comparator.comparing((Map.Entry<Integer, Place> each) -> -each.getValue().score)
                .thenComparing(each -> each.getValue().name));
        return all.stream()
                .map(each -> new Placed(each.getKey(), each.getValue().score, each.getValue().similarity))
                .toList();
    }
}
