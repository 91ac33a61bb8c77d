package dev.clew.search;

import dev.clew.model.Backings;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final int LAST_WORD_PREFIX_LEAST_CHARACTERS = 3;
    private static final Map<String, Float> BOOSTS =
            Map.of(Fields.LABEL, LABEL_BOOST, Fields.BODY, BODY_BOOST, Fields.NAMES, NAMES_BOOST);

    private final Names names;
    private final FilterValues values;
    private final Backings backings;
    private final BooleanQuery.Builder conditions = new BooleanQuery.Builder();
    private final BooleanQuery.Builder words = new BooleanQuery.Builder();
    private final Set<RecordName> calledSo = new HashSet<>();
    private final Map<SearchField, List<FieldValue>> anyOf = new EnumMap<>(SearchField.class);
    private final Set<String> stems = new HashSet<>();
    private final Set<String> prefixes = new HashSet<>();
    private String sought = "";
    private boolean ranked;
    private boolean narrowed;

    private QueryPlan(FilterValues values, Backings backings) {
        this.values = values;
        this.names = values.names();
        this.backings = backings;
    }

    static QueryPlan of(SearchQuery query, FilterValues values, Backings backings) {
        QueryPlan plan = new QueryPlan(values, backings);
        List<QueryText.Clause> clauses = completing(query.text(), QueryText.parse(query.text()));
        plan.addText(clauses);
        clauses.forEach(plan::addValue);
        query.filters().forEach((field, filters) -> filters.forEach(value -> plan.require(field, value)));
        plan.anyOf.values().forEach(choices -> plan.demand(Matches.holdingAny(choices)));
        plan.addPeriod(query.period());
        plan.addEvidence(query.evidence());
        plan.conditions.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        plan.sought = clauses.stream().flatMap(QueryPlan::positiveText).collect(Collectors.joining(" "));
        return plan;
    }

    /** The last word is still being typed while no space follows it. */
    private static List<QueryText.Clause> completing(String text, List<QueryText.Clause> clauses) {
        boolean open = !text.isEmpty() && Character.isLetterOrDigit(text.codePointBefore(text.length()));
        if (!open || !(clauses.getLast() instanceof QueryText.Word last) || last.negated()) {
            return clauses;
        }
        if (last.text().codePointCount(0, last.text().length()) < LAST_WORD_PREFIX_LEAST_CHARACTERS) {
            return clauses;
        }
        List<QueryText.Clause> completed = new ArrayList<>(clauses);
        completed.set(clauses.size() - 1, new QueryText.Word(last.text(), true, false));
        return completed;
    }

    /** What tells how claims are backed. */
    Backings backings() {
        return backings;
    }

    /** Whether words decide the order. */
    boolean isRanked() {
        return ranked;
    }

    Highlighter highlighter() {
        return new Highlighter(stems, prefixes);
    }

    /** The words and phrases sought, as one text. */
    String sought() {
        return sought;
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
        return ranked ? met(RankedDown.of(words.build())) : conditions.build();
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

    private void addText(List<QueryText.Clause> clauses) {
        List<QueryText.Word> wanted = new ArrayList<>();
        for (QueryText.Clause clause : clauses) {
            if (clause instanceof QueryText.Word word && !word.negated()) {
                wanted.add(word);
            } else if (clause instanceof QueryText.Word word) {
                exclude(word.text(), word.prefix());
            } else if (clause instanceof QueryText.Phrase phrase && phrase.negated()) {
                exclude(phrase.text(), false);
            } else if (clause instanceof QueryText.Phrase phrase) {
                addPhrase(phrase);
            }
        }
        addWords(wanted);
        if (ranked) {
            addExactNames(clauses);
        }
    }

    private void exclude(String text, boolean prefix) {
        List<Language.Token> tokens = Language.tokens(text);
        if (!tokens.isEmpty()) {
            exclude(anywhere(text, tokens, prefix));
        }
    }

    private void addPhrase(QueryText.Phrase phrase) {
        List<Language.Token> tokens = Language.tokens(phrase.text());
        if (!tokens.isEmpty()) {
            words.add(anywhere(phrase.text(), tokens, false), Occur.MUST);
            demand(anywhere(phrase.text(), tokens, false));
            remember(tokens, false);
            ranked = true;
        }
    }

    private void addWords(List<QueryText.Word> typed) {
        List<Piece> pieces = typed.stream().map(Piece::of).toList();
        List<Piece> telling = pieces.stream().filter(Piece::isTelling).toList();
        List<Piece> sought = telling.isEmpty() && !ranked
                ? pieces.stream().filter(piece -> !piece.tokens().isEmpty()).toList()
                : telling;
        if (!sought.isEmpty()) {
            BooleanQuery.Builder some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(leastOf(sought.size()));
            for (Piece piece : sought) {
                some.add(anywhere(piece.text(), piece.tokens(), piece.prefix()), Occur.SHOULD);
                remember(piece.tokens(), piece.prefix());
            }
            words.add(some.build(), Occur.MUST);
            ranked = true;
        } else if (!typed.isEmpty() && !ranked) {
            demand(new MatchNoDocsQuery("no words"));
        }
    }

    /** How many of so many words must occur: all of one or two, two thirds of more. */
    private static int leastOf(int words) {
        return words <= 2 ? words : (2 * words + 2) / 3;
    }

    private void remember(List<Language.Token> tokens, boolean prefix) {
        tokens.forEach(token -> stems.add(token.stem()));
        if (prefix && tokens.size() == 1) {
            prefixes.add(tokens.getFirst().word());
        }
    }

    /** One word, or several next to each other, in the field where they say most. */
    private Query anywhere(String text, List<Language.Token> tokens, boolean prefix) {
        List<Query> fields = new ArrayList<>();
        List<String> stems = tokens.stream().map(Language.Token::stem).toList();
        BOOSTS.forEach((field, boost) -> fields.add(new BoostQuery(inField(field, stems), boost)));
        for (String field : names.languageFields()) {
            List<String> others = OtherLanguages.stems(field, text);
            if (!others.isEmpty()) {
                fields.add(inField(field, others));
            }
        }
        if (prefix && tokens.size() == 1) {
            Query begun =
                    new PrefixQuery(new Term(Fields.WORDS, tokens.getFirst().word()));
            fields.add(new BoostQuery(new ConstantScoreQuery(begun), PREFIX_SCORE));
        }
        return new DisjunctionMaxQuery(fields, OTHER_FIELDS_SHARE);
    }

    private static Query inField(String field, List<String> stems) {
        return stems.size() == 1
                ? new TermQuery(new Term(field, stems.getFirst()))
                : new PhraseQuery(field, stems.toArray(String[]::new));
    }

    private void addExactNames(List<QueryText.Clause> clauses) {
        String calling = clauses.stream().flatMap(QueryPlan::positiveText).collect(Collectors.joining(" "));
        for (RecordType type : List.of(RecordType.ENTITY, RecordType.SOURCE)) {
            for (RecordName name : names.called(type, calling)) {
                Query exact = new ConstantScoreQuery(new TermQuery(new Term(Fields.NAME, name.path())));
                words.add(new BoostQuery(exact, EXACT_NAME_SCORE), Occur.SHOULD);
                calledSo.add(name);
            }
        }
    }

    private static Stream<String> positiveText(QueryText.Clause clause) {
        return switch (clause) {
            case QueryText.Word word -> word.negated() ? Stream.empty() : Stream.of(word.text());
            case QueryText.Phrase phrase -> phrase.negated() ? Stream.empty() : Stream.of(phrase.text());
            case QueryText.Value value -> Stream.empty();
        };
    }

    private void addValue(QueryText.Clause clause) {
        if (clause instanceof QueryText.Value typed && typed.negated()) {
            exclude(holding(typed.field(), values.meant(typed.field(), typed.value())));
        } else if (clause instanceof QueryText.Value typed) {
            require(typed.field(), typed.value());
        }
    }

    private void require(SearchField field, String value) {
        List<FieldValue> meant = values.meant(field, value);
        if (field.isRepeated() || field == SearchField.CONTESTED) {
            demand(holding(field, meant));
        } else {
            anyOf.computeIfAbsent(field, key -> new ArrayList<>()).addAll(meant);
        }
    }

    private Query holding(SearchField field, List<FieldValue> meant) {
        return field == SearchField.CONTESTED
                ? new BackedQuery(backings, 0, Boolean.valueOf(meant.getFirst().value()))
                : Matches.holdingAny(meant);
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
            int first = from == null ? 1 : Rows.day(from);
            int last = to == null ? Integer.MAX_VALUE : Rows.day(to);
            demand(IntPoint.newRangeQuery(Fields.KNOWN_DAY, first, last));
        }
    }

    /**
     * A typed word as the index knows it: no token for mere punctuation, several for a compound.
     *
     * @param text as typed
     * @param tokens its tokens
     * @param prefix whether it may go on
     */
    private record Piece(String text, List<Language.Token> tokens, boolean prefix) {
        static Piece of(QueryText.Word word) {
            return new Piece(word.text(), Language.tokens(word.text()), word.prefix());
        }

        boolean isTelling() {
            return tokens.stream().anyMatch(token -> !Language.isStopWord(token.word()));
        }
    }
}
