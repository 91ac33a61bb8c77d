package dev.clew.search;

import dev.clew.model.Backings;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Relations;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.text.FieldValue;
import dev.clew.model.text.FilterValues;
import dev.clew.model.text.Highlighter;
import dev.clew.model.text.RecordValues;
import dev.clew.model.text.Sought;
import dev.clew.model.text.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns a query into Lucene queries, value by value, and remembers what to highlight.
 *
 * <p>Each word is worth its best field, labels three times; of three words or more, two thirds must occur, stop words
 * not counted. What is called exactly as the query reads comes first.
 */
final class QueryPlan {
    private static final float LABEL_BOOST = 3;
    private static final float BODY_BOOST = 1;
    private static final float NAMES_BOOST = 0.8f;
    private static final float PREFIX_SCORE = 0.5f;
    private static final float OTHER_FIELDS_SHARE = 0.1f;
    private static final float EXACT_NAME_SCORE = 20;
    private static final Words WORDS = new TextWords();
    private static final Map<String, Float> BOOSTS =
            Map.of(Fields.LABEL, LABEL_BOOST, Fields.BODY, BODY_BOOST, Fields.NAMES, NAMES_BOOST);

    private final Names names;
    private final Backings backings;
    private final Sought sought;
    private final BooleanQuery.Builder conditions = new BooleanQuery.Builder();
    private final BooleanQuery.Builder words = new BooleanQuery.Builder();
    private final Set<RecordName> calledSo = new HashSet<>();
    private boolean narrowed;

    private QueryPlan(Sought sought, Names names, Backings backings) {
        this.sought = sought;
        this.names = names;
        this.backings = backings;
    }

    static QueryPlan of(SearchQuery query, Names names, Relations relations, Backings backings) {
        Sought sought = Sought.of(query, WORDS, new FilterValues(names, relations));
        QueryPlan plan = new QueryPlan(sought, names, backings);
        sought.phrases().forEach(plan::addPhrase);
        plan.addWords();
        sought.without().forEach(part -> plan.exclude(plan.anywhere(part)));
        sought.conditions().excluded().forEach(values -> plan.exclude(plan.holding(values)));
        sought.conditions().required().forEach(values -> plan.demand(plan.holding(values)));
        plan.addPeriod(query.period());
        plan.addEvidence(query.evidence());
        plan.conditions.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        return plan;
    }

    /** What tells how claims are backed. */
    Backings backings() {
        return backings;
    }

    /** Whether words decide the order. */
    boolean isRanked() {
        return sought.isRanked();
    }

    Highlighter highlighter() {
        return sought.highlighter(WORDS);
    }

    /** The words and phrases sought, as one text. */
    String sought() {
        return sought.text();
    }

    /** What is called exactly as the query reads. */
    Set<RecordName> calledSo() {
        return calledSo;
    }

    /** Whether there is any condition beside the words. */
    boolean isNarrowed() {
        return narrowed;
    }

    /** What to find by words; without words and conditions, everything. */
    Query query() {
        return isRanked() ? met(RankedDown.of(words.build())) : conditions.build();
    }

    /** What to find by words, each by its score, and beside it, with a score of 0, what is near. */
    Query query(Query near) {
        Query apart = TextKeys.silent(near);
        return met(new BooleanQuery.Builder()
                .add(RankedDown.of(words.build()), Occur.SHOULD)
                .add(apart, Occur.SHOULD)
                .build());
    }

    /** What is found by words and not near. */
    Query queryWithout(Query near) {
        return met(new BooleanQuery.Builder()
                .add(RankedDown.of(words.build()), Occur.MUST)
                .add(near, Occur.MUST_NOT)
                .build());
    }

    /** Those of the records that meet every condition. */
    Query met(Query of) {
        return new BooleanQuery.Builder()
                .add(of, Occur.MUST)
                .add(conditions(), Occur.FILTER)
                .build();
    }

    /** What meets every condition beside the words: filters, exclusions, phrases. */
    Query conditions() {
        return conditions.build();
    }

    private void demand(Query condition) {
        conditions.add(condition, Occur.FILTER);
        narrowed = true;
    }

    private void exclude(Query condition) {
        conditions.add(condition, Occur.MUST_NOT);
        narrowed = true;
    }

    private void addPhrase(Sought.Part phrase) {
        words.add(anywhere(phrase), Occur.MUST);
        demand(anywhere(phrase));
    }

    private void addWords() {
        if (sought.isVoid()) {
            demand(new MatchNoDocsQuery("no words"));
        }
        if (!sought.words().isEmpty()) {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(sought.least());
            sought.words().forEach(part -> some.add(anywhere(part), Occur.SHOULD));
            words.add(some.build(), Occur.MUST);
        }
        if (isRanked()) {
            addExactNames();
        }
    }

    /** One word, or several next to each other, in the field where they say most. */
    private Query anywhere(Sought.Part part) {
        List<Query> fields = new ArrayList<>();
        List<String> stems = part.stems();
        BOOSTS.forEach((field, boost) -> fields.add(new BoostQuery(inField(field, stems), boost)));
        for (String field : names.languageFields()) {
            List<String> others = OtherLanguages.stems(field, part.text());
            if (!others.isEmpty()) {
                fields.add(inField(field, others));
            }
        }
        if (part.prefix()) {
            Query begun = new PrefixQuery(
                    new Term(Fields.WORDS, part.tokens().getFirst().word()));
            fields.add(new BoostQuery(new ConstantScoreQuery(begun), PREFIX_SCORE));
        }
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS_SHARE);
    }

    private static Query inField(String field, List<String> stems) {
        return stems.size() == 1
                ? new TermQuery(new Term(field, stems.getFirst()))
                : new PhraseQuery(field, stems.toArray(String[]::new));
    }

    private void addExactNames() {
        for (RecordType type : List.of(RecordType.ENTITY, RecordType.SOURCE)) {
            for (RecordName name : names.called(type, sought.text())) {
                Query exact = new ConstantScoreQuery(new TermQuery(new Term(Fields.NAME, name.path())));
                words.add(new BoostQuery(exact, EXACT_NAME_SCORE), Occur.SHOULD);
                calledSo.add(name);
            }
        }
    }

    private Query holding(List<FieldValue> values) {
        FieldValue first = values.getFirst();
        return first.field() == SearchField.CONTESTED
                ? new BackedQuery(backings, 0, Boolean.valueOf(first.value()))
                : Matches.holdingAny(values);
    }

    private void addEvidence(SearchQuery.Evidence evidence) {
        Integer minVoices = evidence.minVoices();
        if (evidence.contested() != null || (minVoices != null && minVoices > 0)) {
            demand(new BackedQuery(backings, minVoices == null ? 0 : minVoices, evidence.contested()));
        }
    }

    private void addPeriod(SearchQuery.Period period) {
        if (period.isBounded()) {
            LocalDate from = period.from();
            LocalDate to = period.to();
            int first = from == null ? 1 : RecordValues.day(from);
            int last = to == null ? Integer.MAX_VALUE : RecordValues.day(to);
            demand(IntPoint.newRangeQuery(Fields.KNOWN_DAY, first, last));
        }
    }
}
