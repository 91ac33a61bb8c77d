package dev.clew.search;

import dev.clew.model.Backings;
import dev.clew.model.ClaimFeature;
import dev.clew.model.ClaimIndex;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.Matching;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.model.SuggestQuery;
import dev.clew.model.Suggestion;
import dev.clew.model.text.Cursor;
import dev.clew.model.text.FieldValue;
import dev.clew.search.meaning.Meaning;
import dev.clew.search.meaning.Near;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Answers from the index of a {@link SearchProjection}: BM25 (Robertson and others 1994, as Lucene has it) over stems,
 * counts in the same pass. Safe for any number of threads.
 */
public final class LuceneSearch implements SearchIndex, ClaimIndex {
    private static final int SHARING_LIMIT_ROWS = 1000;
    private static final int NEARBY_LIMIT_ROWS = 100;
    private static final int VALUES_LIMIT_ROWS = 100_000;
    private static final FieldValue EVERY_INSIGHT = new FieldValue(SearchField.TYPE, RecordType.INSIGHT.code());

    private final SearchProjection projection;
    private final Relations relations;
    private final Meaning meaning;
    private final Backings backings;
    private final Windows windows = new Windows();
    private final FusedReads reads = new FusedReads();

    /** Matches by text only. */
    public LuceneSearch(SearchProjection projection, Relations relations) {
        this(projection, relations, Meaning.off(), Backings.NONE);
    }

    /**
     * Reads from the projection.
     *
     * @param relations give the labels of facet values and the names that filters take
     * @param meaning is asked for what is near
     * @param backings is asked how claims are backed
     */
    public LuceneSearch(SearchProjection projection, Relations relations, Meaning meaning, Backings backings) {
        this.projection = projection;
        this.relations = relations;
        this.meaning = meaning;
        this.backings = backings;
    }

    @Override
    public SearchAnswer search(SearchQuery query) {
        Names names = projection.names();
        QueryPlan plan = QueryPlan.of(query, names, relations, backings);
        Cursor cursor = Cursor.read(query, Cursor.EMBEDDED);
        PageReading reading = new PageReading(query, plan, cursor);
        return cursor == null
                ? projection.read((generation, searcher) -> answer(reading, generation, searcher))
                : projection.readPage(cursor.token(), (generation, searcher) -> answer(reading, generation, searcher));
    }

    private SearchAnswer answer(PageReading reading, Generation generation, PositionedSearcher searcher)
            throws IOException {
        Matching matching = Modes.of(reading.query(), reading.plan(), meaning.status());
        Window known = windows.find(reading.query().page().cursor());
        List<Near> near = matching.mode() == Mode.TEXT ? List.of() : near(reading, known, searcher);
        if (near == null) {
            matching = new Matching(Mode.TEXT, "The vectors are being opened anew; ask again in a few seconds.");
        }
        if (near == null || matching.mode() == Mode.TEXT) {
            return new Answering(reading, generation, searcher).answer(reading.from(searcher), matching, relations);
        }
        FusedReading fused = new FusedReading(reading, matching.mode(), near);
        FusedReading.Read read = known == null
                ? first(fused, asked(reading, matching.mode(), near, searcher), searcher)
                : fused.from(searcher, known);
        SearchAnswer answer = new Answering(reading, generation, searcher).answer(read.page(), matching, relations);
        windows.put(answer.nextCursor(), read.window());
        return answer;
    }

    private FusedReads.Asked asked(PageReading reading, Mode mode, List<Near> near, PositionedSearcher searcher) {
        IndexReader.CacheKey state =
                searcher.getIndexReader().getReaderCacheHelper().getKey();
        return new FusedReads.Asked(state, searcher.backed(backings).change(), reading.query(), mode, near);
    }

    private FusedReading.Read first(FusedReading fused, FusedReads.Asked asked, PositionedSearcher searcher)
            throws IOException {
        FusedReading.Read known = reads.find(asked);
        if (known != null) {
            return known;
        }
        FusedReading.Read made = fused.from(searcher, null);
        reads.keep(asked, made);
        return made;
    }

    private @Nullable List<Near> near(PageReading reading, @Nullable Window known, PositionedSearcher searcher)
            throws IOException {
        return known != null
                ? known.near()
                : new NearTexts(meaning).of(reading.plan(), searcher).orElse(null);
    }

    private static ClewException refused(String path, String message, Object value) {
        Problem problem = new Problem(path, message, value.toString());
        return new ClewException(ErrorCode.BAD_REQUEST, problem + ".", List.of(problem));
    }

    @Override
    public List<Suggestion> suggest(SuggestQuery query) {
        return projection.read((generation, searcher) -> {
            List<Suggestion> best = new ArrayList<>();
            for (Ranked ranked : ranked(query, generation, searcher)) {
                best.add(ranked.suggestion());
            }
            return best;
        });
    }

    private static List<Ranked> ranked(SuggestQuery query, Generation generation, PositionedSearcher searcher)
            throws IOException {
        EntityKind kind = query.kind();
        List<Ranked> all = new ArrayList<>();
        for (Completions.Found found : generation.names().completions().find(query.text())) {
            Ranked ranked = Ranked.of(found, searcher);
            if (kind == null || ranked.suggestion().kind() == kind) {
                all.add(ranked);
            }
        }
        all.sort(Ranked.BEST_FIRST);
        return all.subList(0, Math.min(query.limit(), all.size()));
    }

    @Override
    public int insights() {
        return projection.read((generation, searcher) -> searcher.total(EVERY_INSIGHT));
    }

    @Override
    public Optional<Profile> profile(String insight) {
        return projection.read((generation, searcher) ->
                Matches.find(searcher, RecordName.insight(insight)).map(Row::profile));
    }

    @Override
    public Map<ClaimFeature, Integer> counts(Set<ClaimFeature> features) {
        return projection.read((generation, searcher) -> {
            Map<ClaimFeature, Integer> counts = new HashMap<>();
            for (ClaimFeature feature : features) {
                counts.put(feature, searcher.count(holding(feature)));
            }
            return counts;
        });
    }

    private static Query holding(ClaimFeature feature) {
        return new TermQuery(new Term(Fields.FEATURE, Documents.term(feature)));
    }

    @Override
    public List<Profile> sharing(Map<ClaimFeature, Double> weights, int limitRows) {
        if (limitRows < 1 || limitRows > SHARING_LIMIT_ROWS) {
            throw refused("limit", "must be 1 to " + SHARING_LIMIT_ROWS, limitRows);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        weights.forEach((feature, weight) ->
                any.add(new BoostQuery(new ConstantScoreQuery(holding(feature)), weight.floatValue()), Occur.SHOULD));
        return projection.read((generation, searcher) -> {
            StoredFields stored = searcher.storedFields();
            List<Profile> sharing = new ArrayList<>();
            for (ScoreDoc each : searcher.search(any.build(), limitRows, PageReading.BY_SCORE).scoreDocs) {
                sharing.add(Documents.row(stored.document(each.doc)).profile());
            }
            return sharing;
        });
    }

    @Override
    public List<Nearby> nearby(String insight, double least, int limitRows) {
        if (limitRows < 1 || limitRows > NEARBY_LIMIT_ROWS) {
            throw refused("limit", "must be 1 to " + NEARBY_LIMIT_ROWS, limitRows);
        }
        return projection.read((generation, searcher) -> {
            Optional<Row> row = Matches.find(searcher, RecordName.insight(insight));
            return row.isEmpty()
                    ? List.of()
                    : new NearClaims(meaning).of(row.orElseThrow(), least, limitRows, searcher);
        });
    }

    @Override
    public List<String> values(ClaimFeature.Kind kind, int least, int limitRows) {
        if (limitRows < 1 || limitRows > VALUES_LIMIT_ROWS) {
            throw refused("limit", "must be 1 to " + VALUES_LIMIT_ROWS, limitRows);
        }
        return projection.read(
                (generation, searcher) -> FeatureValues.of(searcher.getIndexReader(), kind, least, limitRows));
    }

    @Override
    public Optional<String> label(RecordName name) {
        return projection.names().find(name).map(Row::head);
    }
}
