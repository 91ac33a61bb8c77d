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
 * Puts what words found and what is near into one order: a document counts the cosine of its meaning and {@value #WORDS} of
 * what it scores by words, over the best. A document that is not among the near texts is no nearer than the last of them, or
 * than {@link NearTexts#LEAST_SIMILARITY}; it counts so much. What is called exactly as the query reads stays first.
 */
final class Fusion {
    /** How many hits by words are put into one order with what is near; further ones follow. */
    static final int BY_WORDS = 200;
    /** What those that follow score: no more than any before them. */
    static final float FURTHER = NearTexts.LEAST_SIMILARITY;

    private static final float WORDS = 0.3f;
    /** More than all else together. */
    private static final float CALLED_SO = 2;

    private final PositionedSearcher searcher;
    private final Map<Integer, Place> places = new HashMap<>();
    private float unknown = NearTexts.LEAST_SIMILARITY;

    Fusion(PositionedSearcher searcher) {
        this.searcher = searcher;
    }

    /** What a document has reached. */
    private static final class Place {
        private float words;
        private @Nullable Double similarity;
        private final String name;

        Place(String name) {
            this.name = name;
        }
    }

    /** Takes in hits by words, best first; those without a score are not by words. */
    void words(ScoreDoc[] hits, Set<RecordName> calledSo) {
        float best = 0;
        for (int rank = 0; rank < hits.length && score(hits[rank]) > 0; rank++) {
            Place place = place(hits[rank]);
            if (RecordName.parse(place.name).filter(calledSo::contains).isPresent()) {
                place.words = CALLED_SO + score(hits[rank]) / score(hits[0]);
            } else {
                best = Math.max(best, score(hits[rank]));
                place.words = WORDS * score(hits[rank]) / best;
            }
        }
    }

    /** Takes in the documents of texts that are near; equal texts are equally near. */
    void near(ScoreDoc[] hits, List<Near> near) throws IOException {
        Map<Long, Float> similarities = new HashMap<>();
        near.forEach(each -> similarities.put(each.key(), each.similarity()));
        if (near.size() == NearTexts.MOST) {
            unknown = near.getLast().similarity();
        }
        for (ScoreDoc hit : hits) {
            Float similarity = similarities.get(key(hit.doc));
            if (similarity != null) {
                place(hit).similarity = similarity.doubleValue();
            }
        }
    }

    private float score(Place place) {
        Double similarity = place.similarity;
        return place.words + (similarity == null ? unknown : similarity.floatValue());
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
        all.sort(Comparator.comparing((Map.Entry<Integer, Place> each) -> -score(each.getValue()))
                .thenComparing(each -> each.getValue().name));
        return all.stream()
                .map(each -> new Placed(each.getKey(), score(each.getValue()), each.getValue().similarity))
                .toList();
    }
}
