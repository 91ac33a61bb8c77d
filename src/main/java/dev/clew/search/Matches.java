package dev.clew.search;

import dev.clew.model.RecordName;
import dev.clew.model.text.FieldValue;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Reads rows out of the index. */
final class Matches {
    private Matches() {}

    /** Records that hold the value. */
    static Query holding(FieldValue value) {
        return new TermQuery(new Term(Fields.VALUE, value.term()));
    }

    /** Records that hold any of the values. */
    static Query holdingAny(Collection<FieldValue> values) {
        return new TermInSetQuery(
                Fields.VALUE,
                values.stream().map(value -> new BytesRef(value.term())).toList());
    }

    /** The row under this name. */
    static Optional<Row> find(PositionedSearcher searcher, RecordName name) throws IOException {
        TopDocs found = searcher.search(new TermQuery(new Term(Fields.NAME, name.path())), 1);
        return found.scoreDocs.length == 0
                ? Optional.empty()
                : Optional.of(Documents.row(searcher.storedFields().document(found.scoreDocs[0].doc)));
    }

    /** Hands over every matching row, in the order of the index; returns how many. */
    static int each(IndexSearcher searcher, Query query, Consumer<Row> taker) throws IOException {
        return each(searcher, query, LeafReader::storedFields, taker);
    }

    /** The same for rows of which most lie side by side: each block of the index is unpacked once, not once a row. */
    static int eachOfMany(IndexSearcher searcher, Query query, Consumer<Row> taker) throws IOException {
        return each(searcher, query, Matches::inSequence, taker);
    }

    private static StoredFields inSequence(LeafReader segment) throws IOException {
        StoredFieldsReader fields =
                FilterLeafReader.unwrap(segment) instanceof CodecReader codec ? codec.getFieldsReader() : null;
        return fields == null ? segment.storedFields() : fields.getMergeInstance();
    }

    private static int each(IndexSearcher searcher, Query query, Reading reading, Consumer<Row> taker)
            throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        int count = 0;
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer == null) {
                continue;
            }
            StoredFields stored = reading.of(segment.reader());
            Bits live = segment.reader().getLiveDocs();
            DocIdSetIterator documents = scorer.iterator();
            while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                if (live == null || live.get(documents.docID())) {
                    taker.accept(Documents.row(stored.document(documents.docID())));
                    count++;
                }
            }
        }
        return count;
    }

    /** How the stored rows of a segment are read. */
    private interface Reading {
        StoredFields of(LeafReader segment) throws IOException;
    }
}
