package dev.clew.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * A 64-bit sum over everything the index answers with, whatever the order and the segments: each live document's stored
 * row and day, and each term with its frequency in each live document. Reads the whole index: seconds for 100 000 claims.
 */
final class Fingerprint {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long sum;

    private Fingerprint() {}

    static String of(PositionedSearcher searcher) throws IOException {
        Fingerprint fingerprint = new Fingerprint();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            fingerprint.add(segment.reader());
        }
        return searcher.getIndexReader().numDocs() + "-" + Long.toHexString(fingerprint.sum);
    }

    private void add(LeafReader segment) throws IOException {
        long[] keys = new long[segment.maxDoc()];
        SortedDocValues names = DocValues.getSorted(segment, Fields.NAME);
        NumericDocValues days = DocValues.getNumeric(segment, Fields.DAY);
        Bits live = segment.getLiveDocs();
        StoredFields stored = segment.storedFields();
        for (int document = 0; document < keys.length; document++) {
            if ((live == null || live.get(document)) && names.advanceExact(document) && days.advanceExact(document)) {
                keys[document] = mixed(hash(names.lookupOrd(names.ordValue())), days.longValue()) | 1;
                String row = Documents.row(stored.document(document)).toString();
                sum += mixed(keys[document], hash(new BytesRef(row)));
            }
        }
        for (FieldInfo field : segment.getFieldInfos()) {
            Terms terms = field.getIndexOptions() == IndexOptions.NONE ? null : segment.terms(field.name);
            if (terms != null) {
                addTerms(hash(new BytesRef(field.name)), terms.iterator(), keys);
            }
        }
    }

    private void addTerms(long field, TermsEnum terms, long[] keys) throws IOException {
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            long key = mixed(field, hash(term));
            PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
            while (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
                if (keys[postings.docID()] != 0) {
                    sum += mixed(mixed(key, keys[postings.docID()]), postings.freq());
                }
            }
        }
    }

    private static long hash(BytesRef bytes) {
        long hash = 0xcbf29ce484222325L;
        for (int i = bytes.offset; i < bytes.offset + bytes.length; i++) {
            hash = (hash ^ (bytes.bytes[i] & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mixed(long one, long other) {
        long mixed = (one ^ Long.rotateLeft(other * MIX, 31)) * MIX;
        return mixed ^ (mixed >>> 29);
    }
}
