package dev.clew.search;

import dev.clew.model.text.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * How text becomes words: Unicode words (UAX 29), without 's, lower case, without accents; and from those their stems
 * (Porter 1980). Nothing is left out of the index, so that "IT" and "to be" can be found; a query drops stop words.
 */
final class Language {
    /** Makes stems of every field but {@link Fields#WORDS}, which keeps words as written. */
    static final Analyzer ANALYZER = new PerFieldAnalyzerWrapper(new English(true), otherFields());

    private static final CharArraySet STOP_WORDS = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;

    private Language() {}

    private static Map<String, Analyzer> otherFields() {
        Map<String, Analyzer> fields = new HashMap<>(OtherLanguages.byField());
        fields.put(Fields.WORDS, new English(false));
        return fields;
    }

    /** The words of a text, in order. */
    static List<Words.Token> tokens(String text) {
        List<String> stems = new ArrayList<>();
        walk(Fields.BODY, text, (term, start, end) -> stems.add(term));
        List<Words.Token> tokens = new ArrayList<>(stems.size());
        walk(
                Fields.WORDS,
                text,
                (term, start, end) -> tokens.add(new Words.Token(term, stems.get(tokens.size()), start, end)));
        return tokens;
    }

    /** The words of a text alone, as written: half the cost of its tokens. */
    static List<String> words(String text) {
        return isPlain(text) ? plainWords(text) : analysedWords(text);
    }

    /** Whether the words are what lies between the spaces, as of most names: analysing them costs twenty times as much. */
    private static boolean isPlain(String text) {
        if (text.length() > StandardAnalyzer.DEFAULT_MAX_TOKEN_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            boolean plain = each == ' ' || each < 128 && Character.isLetterOrDigit(each);
            if (!plain) {
                return false;
            }
        }
        return true;
    }

    private static List<String> plainWords(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    words.add(text.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** The words as the index has them, of whatever text. */
    static List<String> analysedWords(String text) {
        List<String> words = new ArrayList<>();
        walk(Fields.WORDS, text, (term, start, end) -> words.add(term));
        return words;
    }

    /** A name in the form in which names are compared: its words with one space between. */
    static String normal(String name) {
        return String.join(" ", words(name));
    }

    /** Whether the word says so little that a query of several words leaves it out. */
    static boolean isStopWord(String word) {
        return STOP_WORDS.contains(word);
    }

    private static void walk(String field, String text, TermTaker taker) {
        try (TokenStream stream = ANALYZER.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                taker.take(term.toString(), offset.startOffset(), offset.endOffset());
            }
            stream.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading a text from memory failed", impossible);
        }
    }

    /** Takes one term. */
    private interface TermTaker {
        void take(String term, int start, int end);
    }

    /** One chain of filters. */
    private static final class English extends Analyzer {
        private static final int GAP_BETWEEN_TEXTS = 100;
        private final boolean stemming;

        English(boolean stemming) {
            this.stemming = stemming;
        }

        @Override
        protected TokenStreamComponents createComponents(String fieldName) {
            StandardTokenizer words = new StandardTokenizer();
            TokenStream folded = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
            return new TokenStreamComponents(words, stemming ? new PorterStemFilter(folded) : folded);
        }

        @Override
        public int getPositionIncrementGap(String fieldName) {
            return GAP_BETWEEN_TEXTS;
        }
    }
}
