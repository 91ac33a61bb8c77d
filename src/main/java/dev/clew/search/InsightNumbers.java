package dev.clew.search;

import dev.clew.model.Backings;
import dev.clew.model.ClaimType;
import dev.clew.model.Enumerations;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for insights, from 1, given as they are first seen and never taken back: about 100 bytes each. A document's cell
 * is its insight's number with a bit for whether its claim counts; 0 for other records.
 */
final class InsightNumbers {
    private static final String PREFIX = RecordType.INSIGHT.code() + "/";
    private static final Set<BytesRef> THAT_COUNT = countingTypes();

    private final Map<String, Integer> numbers = new HashMap<>();
    private Backings.@Nullable Snapshot snapshot;
    private Backed backed = Backed.NONE;

    private static Set<BytesRef> countingTypes() {
        Set<BytesRef> terms = new HashSet<>();
        Arrays.stream(ClaimType.values())
                .filter(ClaimType::counts)
                .forEach(type -> terms.add(
                        new BytesRef(new FieldValue(SearchField.CLAIM_TYPE, Enumerations.code(type)).term())));
        return terms;
    }

    /** The cells of a segment's documents. */
    synchronized int[] cells(LeafReader segment) throws IOException {
        int[] cells = new int[segment.maxDoc()];
        SortedDocValues names = DocValues.getSorted(segment, Fields.NAME);
        SortedSetDocValues values = DocValues.getSortedSet(segment, Fields.VALUE);
        int[] numberOfOrdinal = numbers(names);
        boolean[] counts = counting(values);
        for (int document = 0; document < cells.length; document++) {
            int number = names.advanceExact(document) ? numberOfOrdinal[names.ordValue()] : 0;
            cells[document] = number > 0 ? number << 1 | counts(values, document, counts) : 0;
        }
        return cells;
    }

    /** The numbers of the names in their order, which reads their compressed blocks once each; 0 for other records. */
    private int[] numbers(SortedDocValues names) throws IOException {
        int[] numberOfOrdinal = new int[names.getValueCount()];
        TermsEnum each = names.termsEnum();
        for (int ordinal = 0; each.next() != null; ordinal++) {
            String path = each.term().utf8ToString();
            numberOfOrdinal[ordinal] = path.startsWith(PREFIX) ? number(path.substring(PREFIX.length())) : 0;
        }
        return numberOfOrdinal;
    }

    private static boolean[] counting(SortedSetDocValues values) throws IOException {
        boolean[] counting = new boolean[(int) values.getValueCount()];
        for (BytesRef each : THAT_COUNT) {
            int ordinal = (int) values.lookupTerm(each);
            if (ordinal >= 0) {
                counting[ordinal] = true;
            }
        }
        return counting;
    }

    private static int counts(SortedSetDocValues values, int document, boolean[] counting) throws IOException {
        if (values.advanceExact(document)) {
            for (int i = values.docValueCount(); i > 0; i--) {
                if (counting[(int) values.nextOrd()]) {
                    return 1;
                }
            }
        }
        return 0;
    }

    private int number(String insight) {
        Integer known = numbers.putIfAbsent(insight, numbers.size() + 1);
        return known == null ? numbers.size() : known;
    }

    synchronized int find(String insight) {
        return numbers.getOrDefault(insight, 0);
    }

    /** One more than the greatest number. */
    synchronized int size() {
        return numbers.size() + 1;
    }

    /** How insights are backed in a snapshot; worked out once for all that ask with the same one. */
    synchronized Backed backed(Backings.Snapshot of) {
        if (snapshot != of || (backed != Backed.NONE && backed.byNumber().length < size())) {
            backed = of.beyondOwn().isEmpty() ? new Backed(of.change(), new byte[0]) : Backed.of(of, this);
            snapshot = of;
        }
        return backed;
    }

    static int number(int cell) {
        return cell >>> 1;
    }

    static boolean counts(int cell) {
        return (cell & 1) != 0;
    }
}
