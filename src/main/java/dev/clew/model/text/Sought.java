package dev.clew.model.text;

import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query seeks, whichever engine answers it.
 *
 * @param phrases each must occur
 * @param words of these {@link #least} must occur
 * @param without none of these may occur
 * @param conditions on values
 * @param isVoid whether something was typed and nothing of it is a word, so that nothing is found
 * @param text all that is sought, as one text
 */
public record Sought(
        List<Part> phrases, List<Part> words, List<Part> without, Conditions conditions, boolean isVoid, String text) {
    private static final int LAST_WORD_PREFIX_LEAST_CHARACTERS = 3;

    /**
     * A word, or several next to each other.
     *
     * @param text as typed
     * @param tokens its words, at least one
     * @param prefix whether what begins so is meant too
     */
    public record Part(String text, List<Words.Token> tokens, boolean prefix) {
        /** A part that is several words begins nothing. */
        public Part {
            tokens = List.copyOf(tokens);
            prefix = prefix && tokens.size() == 1;
        }

        /** What its words share with their other forms, in order. */
        public List<String> stems() {
            return tokens.stream().map(Words.Token::stem).toList();
        }
    }

    /**
     * Conditions on values.
     *
     * @param required of each of these lists a record must hold one
     * @param excluded a record may hold none of these
     */
    public record Conditions(List<List<FieldValue>> required, List<List<FieldValue>> excluded) {}

    /**
     * Understands a query.
     *
     * @throws dev.clew.model.ClewException (bad-request) for text that cannot be understood, naming the position, and for a
     *     value that a field cannot have
     */
    public static Sought of(SearchQuery query, Words words, FilterValues values) {
        List<QueryText.Clause> clauses = completing(query.text(), QueryText.parse(query.text()));
        Reading reading = new Reading(words, values);
        clauses.forEach(reading::add);
        query.filters().forEach((field, filters) -> filters.forEach(value -> reading.require(field, value)));
        String text = clauses.stream().flatMap(Sought::positiveText).collect(Collectors.joining(" "));
        return reading.sought(text);
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

    private static Stream<String> positiveText(QueryText.Clause clause) {
        return switch (clause) {
            case QueryText.Word word -> word.negated() ? Stream.empty() : Stream.of(word.text());
            case QueryText.Phrase phrase -> phrase.negated() ? Stream.empty() : Stream.of(phrase.text());
            case QueryText.Value value -> Stream.empty();
        };
    }

    /** Whether words decide the order. */
    public boolean isRanked() {
        return !phrases.isEmpty() || !words.isEmpty();
    }

    /** How many of the words must occur: all of one or two, two thirds of more. */
    public int least() {
        return words.size() <= 2 ? words.size() : (2 * words.size() + 2) / 3;
    }

    /** Marks phrases and words in texts. */
    public Highlighter highlighter(Words cutting) {
        List<Part> shown = Stream.concat(phrases.stream(), words.stream()).toList();
        return new Highlighter(
                cutting,
                shown.stream().flatMap(part -> part.stems().stream()).collect(Collectors.toSet()),
                shown.stream()
                        .filter(Part::prefix)
                        .map(part -> part.tokens().getFirst().word())
                        .collect(Collectors.toSet()));
    }

    /** Gathers the parts. */
    private static final class Reading {
        private final Words words;
        private final FilterValues values;
        private final List<Part> phrases = new ArrayList<>();
        private final List<Part> typed = new ArrayList<>();
        private final List<Part> without = new ArrayList<>();
        private final List<List<FieldValue>> required = new ArrayList<>();
        private final List<List<FieldValue>> excluded = new ArrayList<>();
        private final Map<SearchField, List<FieldValue>> anyOf = new EnumMap<>(SearchField.class);
        private boolean isAnyWordTyped;

        Reading(Words words, FilterValues values) {
            this.words = words;
            this.values = values;
        }

        void add(QueryText.Clause clause) {
            switch (clause) {
                case QueryText.Word word -> {
                    isAnyWordTyped |= !word.negated();
                    add(word.negated() ? without : typed, word.text(), word.prefix());
                }
                case QueryText.Phrase phrase -> add(phrase.negated() ? without : phrases, phrase.text(), false);
                case QueryText.Value value -> add(value);
            }
        }

        private void add(QueryText.Value value) {
            if (value.negated()) {
                excluded.add(values.meant(value.field(), value.value()));
            } else {
                require(value.field(), value.value());
            }
        }

        /** Mere punctuation is no part. */
        private void add(List<Part> parts, String text, boolean prefix) {
            List<Words.Token> tokens = words.tokens(text);
            if (!tokens.isEmpty()) {
                parts.add(new Part(text, tokens, prefix));
            }
        }

        void require(SearchField field, String value) {
            List<FieldValue> meant = values.meant(field, value);
            if (field.isRepeated() || field == SearchField.CONTESTED) {
                required.add(meant);
            } else {
                anyOf.computeIfAbsent(field, key -> new ArrayList<>()).addAll(meant);
            }
        }

        Sought sought(String text) {
            List<Part> telling = typed.stream().filter(this::isTelling).toList();
            List<Part> wanted = telling.isEmpty() && phrases.isEmpty() ? typed : telling;
            required.addAll(anyOf.values());
            boolean isVoid = isAnyWordTyped && wanted.isEmpty() && phrases.isEmpty();
            Conditions conditions = new Conditions(List.copyOf(required), List.copyOf(excluded));
            return new Sought(
                    List.copyOf(phrases), List.copyOf(wanted), List.copyOf(without), conditions, isVoid, text);
        }

        private boolean isTelling(Part part) {
            return part.tokens().stream().anyMatch(token -> !words.isStopWord(token.word()));
        }
    }
}
