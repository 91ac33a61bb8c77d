package dev.clew.search;

import dev.clew.model.ClaimIndex.Nearby;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import dev.clew.search.meaning.Meaning;
import dev.clew.search.meaning.Near;
import dev.clew.search.meaning.TextKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Finds the claims that are near to a published claim in meaning.
 *
 * @param meaning what is asked
 */
record NearClaims(Meaning meaning) {
    private static final FieldValue INSIGHT = new FieldValue(SearchField.TYPE, RecordType.INSIGHT.code());
    /** Labels and titles are near too, and are no claims. */
    private static final int SOUGHT_FOR_EACH = 2;

    /** Nearest first, ties by id; without the claim itself. */
    List<Nearby> of(Row own, double least, int most, PositionedSearcher searcher) throws IOException {
        Map<Long, Double> near = new HashMap<>();
        for (Near each :
                meaning.nearestTo(own.meaning(), SOUGHT_FOR_EACH * most).orElse(List.of())) {
            if (each.similarity() >= least) {
                near.put(each.key(), (double) each.similarity());
            }
        }
        return near.isEmpty()
                ? List.of()
                : claims(near, SOUGHT_FOR_EACH * most, searcher).stream()
                        .filter(each -> !each.profile().id().equals(own.name().id()))
                        .limit(most)
                        .toList();
    }

    private static List<Nearby> claims(Map<Long, Double> near, int most, PositionedSearcher searcher)
            throws IOException {
        Query insights = new BooleanQuery.Builder()
                .add(LongPoint.newSetQuery(Fields.MEANING, near.keySet()), Occur.FILTER)
                .add(Matches.holding(INSIGHT), Occur.FILTER)
                .build();
        StoredFields stored = searcher.storedFields();
        List<Nearby> claims = new ArrayList<>();
        for (ScoreDoc each : searcher.search(insights, new TopScoreDocCollectorManager(most, 1)).scoreDocs) {
            Row row = Documents.row(stored.document(each.doc));
            claims.add(new Nearby(row.profile(), near.getOrDefault(TextKey.of(row.meaning()), -1.0)));
        }
        claims.sort(Comparator.comparingDouble(Nearby::similarity)
                .reversed()
                .thenComparing(each -> each.profile().id()));
        return claims;
    }
}
