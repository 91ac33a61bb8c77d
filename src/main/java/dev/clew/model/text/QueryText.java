package dev.clew.model.text;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.Problem;
import dev.clew.model.SearchField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a reader typed: words, {@code "phrases"}, {@code -without}, {@code field:value}, {@code begin*}. Every
 * refusal names the position, counted from 1.
 */
public final class QueryText {
    /** Most words, phrases and field values of one query. */
    public static final int CLAUSES_LIMIT = 64;

    private static final int PREFIX_LEAST_CHARACTERS = 2;

    private final String text;
    private final List<Clause> clauses = new ArrayList<>();
    private int at;

    private QueryText(String text) {
        this.text = text;
    }

    /** One part of a query. */
    public sealed interface Clause {
        /** Whether matches must not have it. */
        boolean negated();
    }

    /**
     * A word.
     *
     * @param text as typed, without marks
     * @param prefix whether words that begin so match too
     * @param negated whether it must not occur
     */
    public record Word(String text, boolean prefix, boolean negated) implements Clause {}

    /**
     * Words next to each other.
     *
     * @param text as typed between the quotes
     * @param negated whether it must not occur
     */
    public record Phrase(String text, boolean negated) implements Clause {}

    /**
     * A value of a field.
     *
     * @param field the field
     * @param value as typed, without quotes
     * @param negated whether records must not hold it
     */
    public record Value(SearchField field, String value, boolean negated) implements Clause {}

    /**
     * The parts in order.
     *
     * @throws ClewException (bad-request) naming what cannot be understood and where
     */
    public static List<Clause> parse(String text) {
        QueryText reader = new QueryText(text);
        reader.refuseControlCharacters();
        while (reader.skipSpace()) {
            reader.clause();
            if (reader.clauses.size() > CLAUSES_LIMIT) {
                throw reader.refused(
                        reader.at, "the query has more than " + CLAUSES_LIMIT + " words: shorten it to what matters");
            }
        }
        return List.copyOf(reader.clauses);
    }

    private void refuseControlCharacters() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
                throw refused(i, "there is a control character (code " + (int) c + "): remove it");
            }
        }
    }

    private boolean skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private void clause() {
        boolean negated = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(text.charAt(at + 1));
        if (negated) {
            at++;
        }
        if (text.charAt(at) == '"') {
            clauses.add(new Phrase(quoted(), negated));
            return;
        }
        int start = at;
        String word = word();
        int colon = word.indexOf(':');
        if (colon > 0 && word.substring(0, colon).chars().allMatch(Character::isLetter) && hasValue(start, colon)) {
            clauses.add(value(start, word, negated));
        } else {
            addWord(start, word, negated);
        }
    }

    /** Whether something stands behind the colon; "AI: a history" has a colon and no field. */
    private boolean hasValue(int start, int colon) {
        int behind = start + colon + 1;
        boolean empty = behind == text.length() || isSpace(text.charAt(behind));
        String name = text.substring(start, start + colon);
        Optional<SearchField> field = SearchField.find(name);
        if (empty && field.isPresent()) {
            throw refused(
                    behind, "'" + name + ":' has no value: write " + name + ":value, or '" + name + "' as a word");
        }
        return !empty;
    }

    private Value value(int start, String word, boolean negated) {
        int colon = word.indexOf(':');
        String name = word.substring(0, colon);
        SearchField field = SearchField.find(name)
                .orElseThrow(() -> refused(
                        start,
                        "there is no field '" + name + "'; fields are " + SearchField.choices()
                                + ". To search for it as text, put it in quotes"));
        boolean quoted = word.length() == colon + 1;
        return new Value(field, quoted ? quoted() : word.substring(colon + 1), negated);
    }

    private void addWord(int start, String word, boolean negated) {
        int star = word.indexOf('*');
        if (star < 0) {
            clauses.add(new Word(word, false, negated));
            return;
        }
        if (star < PREFIX_LEAST_CHARACTERS || star < word.length() - 1) {
            throw refused(
                    start + star,
                    "'*' may only end a word of at least " + PREFIX_LEAST_CHARACTERS
                            + " letters, as in 'allian*'. To search for it as text, put it in quotes");
        }
        clauses.add(new Word(word.substring(0, star), true, negated));
    }

    private String word() {
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && text.charAt(at) != '"') {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int end = text.indexOf('"', at + 1);
        if (end < 0) {
            throw refused(at, "the quote that opens here is not closed: add \" at its end, or remove it");
        }
        String inside = text.substring(at + 1, end);
        at = end + 1;
        return inside;
    }

    private ClewException refused(int index, String message) {
        String sentence = "At position " + (index + 1) + " of the query, " + message + ".";
        return new ClewException(
                ErrorCode.BAD_REQUEST,
                sentence,
                List.of(new Problem(
                        "q[" + (index + 1) + "]", message, text.substring(Math.min(index, text.length())))));
    }
}
