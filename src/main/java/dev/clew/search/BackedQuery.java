package dev.clew.search;

import dev.clew.model.Backings;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Matches insights by how they are backed, as the graph has it when asked. */
final class BackedQuery extends Query {
    private static final int COST_A_DOCUMENT = 2;

    private final Backings backings;
    private final int minVoices;
    private final @Nullable Boolean contested;

    /**
     * Matches insights.
     *
     * @param minVoices with at least so many voices
     * @param contested that are contested, or are not; null for both
     */
    BackedQuery(Backings backings, int minVoices, @Nullable Boolean contested) {
        this.backings = backings;
        this.minVoices = minVoices;
        this.contested = contested;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
        PositionedSearcher positioned = (PositionedSearcher) searcher;
        Backed backed = positioned.backed(backings);
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext segment) {
                int[] cells = positioned.column(segment).insights();
                TwoPhaseIterator matching = matching(cells, backed);
                Scorer scorer = new ConstantScoreScorer(score(), mode, matching);
                return new DefaultScorerSupplier(scorer);
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    private TwoPhaseIterator matching(int[] cells, Backed backed) {
        DocIdSetIterator all = DocIdSetIterator.all(cells.length);
        return new TwoPhaseIterator(all) {
            @Override
            public boolean matches() {
                int cell = cells[all.docID()];
                return cell != 0
                        && backed.voices(cell) >= minVoices
                        && (contested == null || backed.isContested(cell) == contested);
            }

            @Override
            public float matchCost() {
                return COST_A_DOCUMENT;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BackedQuery query
                && query.backings == backings
                && query.minVoices == minVoices
                && Objects.equals(query.contested, contested);
    }

    @Override
    public int hashCode() {
        return Objects.hash(minVoices, contested);
    }

    @Override
    public String toString(String field) {
        return "backed(voices>=" + minVoices + ", contested=" + contested + ")";
    }
}
