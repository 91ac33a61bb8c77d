package dev.clew.search;

import dev.clew.model.text.QueryText;
import dev.clew.model.text.Words;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what was meant where a query has words that nothing has: the word at the fewest changed letters, of a name before
 * others, then the most frequent. One letter may differ in words of four to six letters, two in longer ones; the first
 * letter is taken to be right. Costs a few milliseconds for each such word, at most {@value #WORDS_LIMIT}.
 */
final class DidYouMean {
    private static final int WORDS_LIMIT = 4;
    private static final int LEAST_LETTERS = 4;
    private static final int LONG_WORD_LETTERS = 7;

    private final IndexReader index;

    private DidYouMean(IndexReader index) {
        this.index = index;
    }

    /**
     * A word of the index that could be meant.
     *
     * @param word the word
     * @param edits how many letters differ
     * @param ofName whether a name has it
     * @param count how many records have it
     */
    private record Candidate(String word, int edits, boolean ofName, int count) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::edits)
                .thenComparing(Candidate::ofName, Comparator.reverseOrder())
                .thenComparing(Candidate::count, Comparator.reverseOrder())
                .thenComparing(Candidate::word);
    }

    /** The query with other words in the place of those that nothing has; null when there are none or no other is like them. */
    static @Nullable String of(String text, PositionedSearcher searcher) throws IOException {
        DidYouMean guess = new DidYouMean(searcher.getIndexReader());
        Map<String, String> meant = new HashMap<>();
        for (String word : plainWords(text)) {
            if (meant.size() < WORDS_LIMIT && !guess.isKnown(word)) {
                guess.like(word).ifPresent(other -> meant.put(word, other));
            }
        }
        return meant.isEmpty() ? null : replaced(text, meant);
    }

    private static List<String> plainWords(String text) {
        return QueryText.parse(text).stream()
                .filter(clause -> clause instanceof QueryText.Word word && !word.negated() && !word.prefix())
                .flatMap(clause -> Language.tokens(((QueryText.Word) clause).text()).stream())
                .map(Words.Token::word)
                .filter(word -> word.codePointCount(0, word.length()) >= LEAST_LETTERS)
                .distinct()
                .toList();
    }

    /** Whether any record has it in any form, or a word that begins so, for it may still be being typed. */
    private boolean isKnown(String word) throws IOException {
        String stem = Language.tokens(word).getFirst().stem();
        for (String field : List.of(Fields.LABEL, Fields.BODY, Fields.NAMES)) {
            if (index.docFreq(new Term(field, stem)) > 0) {
                return true;
            }
        }
        Terms words = MultiTerms.getTerms(index, Fields.WORDS);
        TermsEnum following = words == null ? null : words.iterator();
        return following != null
                && following.seekCeil(new BytesRef(word)) != TermsEnum.SeekStatus.END
                && following.term().utf8ToString().startsWith(word);
    }

    private Optional<String> like(String word) throws IOException {
        Terms words = MultiTerms.getTerms(index, Fields.WORDS);
        if (words == null) {
            return Optional.empty();
        }
        int edits = word.codePointCount(0, word.length()) < LONG_WORD_LETTERS ? 1 : 2;
        FuzzyTermsEnum found = new FuzzyTermsEnum(words, new Term(Fields.WORDS, word), edits, 1, true);
        Candidate best = null;
        for (BytesRef term = found.next(); term != null; term = found.next()) {
            Candidate candidate = candidate(term.utf8ToString(), word, found.docFreq());
            if (best == null || Candidate.BEST_FIRST.compare(candidate, best) < 0) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best).map(Candidate::word);
    }

    private Candidate candidate(String word, String typed, int count) throws IOException {
        String stem = Language.tokens(word).getFirst().stem();
        boolean ofName =
                index.docFreq(new Term(Fields.LABEL, stem)) > 0 || index.docFreq(new Term(Fields.NAMES, stem)) > 0;
        return new Candidate(word, distance(word, typed), ofName, count);
    }

    /** How many letters are to be put in, left out, changed or swapped (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, one, i, other, j);
            }
        }
        return cost[one.length()][other.length()];
    }

    private static int step(int[][] cost, String one, int i, String other, int j) {
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + same);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }

    private static String replaced(String text, Map<String, String> meant) {
        StringBuilder corrected = new StringBuilder(text);
        for (Words.Token token : Language.tokens(text).reversed()) {
            String other = meant.get(token.word());
            if (other != null) {
                corrected.replace(token.start(), token.end(), other);
            }
        }
        return corrected.toString();
    }
}
