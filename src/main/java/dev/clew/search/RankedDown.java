package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.Rank;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Lets claims that an editor ranked down score less than others that match as well. */
final class RankedDown {
    /** How much of its score such a claim keeps. */
    static final float KEEPS = 0.3f;

    private static final Query LOWERED = new BooleanQuery.Builder()
            .add(ranked(Rank.LOW), Occur.SHOULD)
            .add(ranked(Rank.OUTDATED), Occur.SHOULD)
            .build();

    private RankedDown() {}

    /** The same matches; those that were ranked down by a part of their score. */
    static Query of(Query words) {
        Query others = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(LOWERED, Occur.MUST_NOT)
                .build();
        Query lowered = new BooleanQuery.Builder()
                .add(words, Occur.MUST)
                .add(LOWERED, Occur.FILTER)
                .build();
        return new BooleanQuery.Builder()
                .add(others, Occur.SHOULD)
                .add(new BoostQuery(lowered, KEEPS), Occur.SHOULD)
                .build();
    }

    private static Query ranked(Rank rank) {
        ClaimFeature feature = new ClaimFeature(ClaimFeature.Kind.RANKED, rank.code());
        return new TermQuery(new Term(Fields.FEATURE, Documents.term(feature)));
    }
}
