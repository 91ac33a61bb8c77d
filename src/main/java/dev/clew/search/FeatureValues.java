package dev.clew.search;

import dev.clew.model.ClaimFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** Lists the values of a kind of feature from the dictionary of the index, without looking at a document. */
final class FeatureValues {
    private FeatureValues() {}

    static List<String> of(IndexReader reader, ClaimFeature.Kind kind, int least, int limitRows) throws IOException {
        List<String> values = new ArrayList<>();
        Terms terms = MultiTerms.getTerms(reader, Fields.FEATURE);
        if (terms == null) {
            return values;
        }
        BytesRef prefix = new BytesRef(kind.name() + " ");
        TermsEnum each = terms.iterator();
        if (each.seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return values;
        }
        for (BytesRef term = each.term();
                term != null && values.size() < limitRows && StringHelper.startsWith(term, prefix);
                term = each.next()) {
            if (each.docFreq() >= least) {
                values.add(Documents.feature(term.utf8ToString()).value());
            }
        }
        return values;
    }
}
