package dev.clew.search;

import dev.clew.model.ClaimFeature;
import dev.clew.model.NearDuplicates;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
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
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;

/**
 * Looks for like claims among those that are near in meaning, share rare words, or hold the same links: some 50 of each,
 * compared one by one.
 */
public final class LuceneNearDuplicates implements NearDuplicates {
    private static final int CANDIDATES = 50;
    private static final int RAREST_WORDS = 12;
    private static final FieldValue INSIGHT = new FieldValue(SearchField.TYPE, RecordType.INSIGHT.code());

    private final SearchProjection projection;
    private final Relations relations;
    private final Meaning meaning;

    /**
     * Reads from the projection.
     *
     * @param relations give relations their direction
     * @param meaning is asked for what is near
     */
    public LuceneNearDuplicates(SearchProjection projection, Relations relations, Meaning meaning) {
        this.projection = projection;
        this.relations = relations;
        this.meaning = meaning;
    }

    @Override
    public List<Alike> alike(Wording wording, double least, int limit) {
        if (limit < 1 || limit > LIMIT_MOST) {
            throw new IllegalArgumentException("limit must be 1 to " + LIMIT_MOST + ", not " + limit);
        }
        ClaimLikeness likeness = ClaimLikeness.of(wording, relations);
        Map<RecordName, Row> rows = projection.read((generation, searcher) -> candidates(wording, likeness, searcher));
        if (wording.id() != null) {
            rows.remove(RecordName.insight(wording.id()));
        }
        Map<Long, Float> meanings = meanings(wording, rows);
        return rows.values().stream()
                .flatMap(row -> compared(likeness, row, meanings).stream())
                .filter(each -> each.likeness() >= least)
                .sorted(Comparator.comparingDouble(Alike::likeness).reversed().thenComparing(Alike::insight))
                .limit(limit)
                .toList();
    }

    @Override
    public List<List<String>> groups(List<String> insights) {
        if (insights.size() > LIMIT_GROUPED) {
            throw new IllegalArgumentException("at most " + LIMIT_GROUPED + " claims, not " + insights.size());
        }
        List<Row> rows = projection.read((generation, searcher) -> {
            List<Row> found = new ArrayList<>();
            for (String id : insights) {
                Matches.find(searcher, RecordName.insight(id)).ifPresent(found::add);
            }
            return found;
        });
        return new SameClaims(relations, meaning).groups(rows);
    }

    private Map<RecordName, Row> candidates(Wording wording, ClaimLikeness likeness, PositionedSearcher searcher)
            throws IOException {
        Map<RecordName, Row> rows = new HashMap<>();
        List<Near> near = meaning.nearest(wording.text(), 2 * CANDIDATES, null).orElse(List.of());
        if (!near.isEmpty()) {
            take(searcher, TextKeys.silent(TextKeys.near(near)), 2 * CANDIDATES, rows);
        }
        take(searcher, anyOf(rarest(likeness.sought().stems(), searcher)), CANDIDATES, rows);
        take(
                searcher,
                anyOf(likeness.links().stream()
                        .map(Documents::term)
                        .map(term -> new Term(Fields.FEATURE, term))
                        .toList()),
                CANDIDATES,
                rows);
        return rows;
    }

    private static List<Term> rarest(Set<String> stems, PositionedSearcher searcher) throws IOException {
        Map<Term, Integer> counts = new HashMap<>();
        for (String stem : stems) {
            Term term = new Term(Fields.BODY, stem);
            int count = searcher.getIndexReader().docFreq(term);
            if (count > 0) {
                counts.put(term, count);
            }
        }
        return counts.keySet().stream()
                .sorted(Comparator.comparing((Term term) -> counts.get(term)).thenComparing(Term::text))
                .limit(RAREST_WORDS)
                .toList();
    }

    private static Query anyOf(List<Term> terms) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
        return any.build();
    }

    private static void take(PositionedSearcher searcher, Query query, int most, Map<RecordName, Row> rows)
            throws IOException {
        Query insights = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new ConstantScoreQuery(Matches.holding(INSIGHT)), Occur.FILTER)
                .build();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc each : searcher.search(insights, new TopScoreDocCollectorManager(most, 1)).scoreDocs) {
            Row row = Documents.row(stored.document(each.doc));
            rows.putIfAbsent(row.name(), row);
        }
    }

    /** How near each is, by the key of its text; without those that have no vector. */
    private Map<Long, Float> meanings(Wording wording, Map<RecordName, Row> rows) {
        Set<Long> keys =
                rows.values().stream().map(row -> TextKey.of(row.meaning())).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return Map.of();
        }
        return meaning.nearest(wording.text(), keys.size(), keys).orElse(List.of()).stream()
                .collect(Collectors.toMap(Near::key, Near::similarity, (one, other) -> one));
    }

    private static List<Alike> compared(ClaimLikeness likeness, Row row, Map<Long, Float> meanings) {
        ClaimLikeness.Words words = ClaimLikeness.Words.of(row.head());
        Set<ClaimFeature> links = ClaimLikeness.links(row);
        if (likeness.isOpposite(words, links)) {
            return List.of();
        }
        Parts parts = likeness.with(words, links, meanings.get(TextKey.of(row.meaning())));
        return List.of(new Alike(row.name().id(), row.head(), likeness.of(words, parts), parts));
    }
}
