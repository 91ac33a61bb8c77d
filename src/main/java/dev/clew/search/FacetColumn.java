package dev.clew.search;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;

/**
 * The numbers of the values of every document of one segment, in plain arrays read out of its doc values once: counting
 * then costs about a nanosecond a value, and memory four bytes a value and document.
 */
final class FacetColumn {
    private final int[] starts;
    private final int[] numbers;

    private final int[] insights;

    private FacetColumn(int[] starts, int[] numbers, int[] insights) {
        this.starts = starts;
        this.numbers = numbers;
        this.insights = insights;
    }

    static FacetColumn of(LeafReader segment, FacetValues values, InsightNumbers insights) throws IOException {
        SortedSetDocValues held = DocValues.getSortedSet(segment, Fields.VALUE);
        int[] numberOfOrdinal = numbers(held, values);
        int[] starts = new int[segment.maxDoc() + 1];
        int[] numbers = new int[segment.maxDoc() * 8];
        int size = 0;
        for (int document = 0; document < segment.maxDoc(); document++) {
            starts[document] = size;
            if (held.advanceExact(document)) {
                numbers = ArrayUtil.grow(numbers, size + held.docValueCount());
                for (int i = held.docValueCount(); i > 0; i--) {
                    numbers[size++] = numberOfOrdinal[(int) held.nextOrd()];
                }
            }
        }
        starts[segment.maxDoc()] = size;
        return new FacetColumn(starts, ArrayUtil.copyOfSubArray(numbers, 0, size), insights.cells(segment));
    }

    private static int[] numbers(SortedSetDocValues held, FacetValues values) throws IOException {
        int[] numbers = new int[(int) held.getValueCount()];
        TermsEnum each = held.termsEnum();
        for (int ordinal = 0; each.next() != null; ordinal++) {
            numbers[ordinal] = values.number(each.term().utf8ToString());
        }
        return numbers;
    }

    /** The cells of the documents, see {@link InsightNumbers}; not to be changed. */
    int[] insights() {
        return insights;
    }

    /** Adds one to the count of every value of the document. */
    void count(int document, int[] counts) {
        for (int i = starts[document]; i < starts[document + 1]; i++) {
            counts[numbers[i]]++;
        }
    }
}
