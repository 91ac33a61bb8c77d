package dev.clew.model.text;

import dev.clew.model.SearchAnswer.Highlight;
import dev.clew.model.SearchAnswer.Snippet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds a query's words in a text.
 *
 * @param words cut texts
 * @param stems of the words sought
 * @param prefixes of words sought as prefixes
 */
public record Highlighter(Words words, Set<String> stems, Set<String> prefixes) {
    private static final int SNIPPET_LIMIT_CHARACTERS = 300;
    private static final int LEAD_CHARACTERS = 60;
    private static final String CUT = "…";

    /** The text that holds the most of the words, first of equals, cut to where they are. */
    public Snippet best(List<String> texts) {
        String best = texts.getFirst();
        long most = held(best);
        for (String text : texts.subList(1, texts.size())) {
            long held = held(text);
            if (held > most) {
                best = text;
                most = held;
            }
        }
        return snippet(best);
    }

    private long held(String text) {
        return matches(text).map(Words.Token::stem).distinct().count();
    }

    private Stream<Words.Token> matches(String text) {
        return stems.isEmpty() && prefixes.isEmpty()
                ? Stream.empty()
                : words.tokens(text).stream().filter(this::isSought);
    }

    private boolean isSought(Words.Token token) {
        return stems.contains(token.stem()) || prefixes.stream().anyMatch(token.word()::startsWith);
    }

    /** The name through which a text that lacks some of the words was found: the one that has most of those it lacks. */
    public Optional<String> matchedName(List<String> texts, Stream<String> names) {
        Set<String> lacking = new HashSet<>(stems);
        texts.forEach(text -> words.tokens(text).forEach(token -> lacking.remove(token.stem())));
        Highlighter rest =
                new Highlighter(words, lacking, texts.stream().anyMatch(this::hasPrefix) ? Set.of() : prefixes);
        return names.filter(name -> rest.held(name) > 0)
                .distinct()
                .min(Comparator.comparingLong(rest::held)
                        .reversed()
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()));
    }

    private boolean hasPrefix(String text) {
        return words.tokens(text).stream().anyMatch(token -> prefixes.stream().anyMatch(token.word()::startsWith));
    }

    private Snippet snippet(String text) {
        List<Words.Token> found = matches(text).toList();
        if (text.length() <= SNIPPET_LIMIT_CHARACTERS) {
            return new Snippet(text, marks(found, 0, 0, text.length()));
        }
        int from = wordStart(text, begin(found) - LEAD_CHARACTERS);
        int to = wordEnd(text, from + SNIPPET_LIMIT_CHARACTERS - 2);
        String head = from > 0 ? CUT : "";
        String tail = to < text.length() ? CUT : "";
        return new Snippet(head + text.substring(from, to) + tail, marks(found, from, head.length(), to));
    }

    /** Where the stretch with the most matches begins. */
    private static int begin(List<Words.Token> found) {
        int begin = 0;
        long most = 0;
        for (Words.Token first : found) {
            int end = first.start() + SNIPPET_LIMIT_CHARACTERS - LEAD_CHARACTERS - 2;
            long inside = found.stream()
                    .filter(token -> token.start() >= first.start() && token.end() <= end)
                    .count();
            if (inside > most) {
                most = inside;
                begin = first.start();
            }
        }
        return begin;
    }

    private static int wordStart(String text, int wanted) {
        if (wanted <= 0) {
            return 0;
        }
        int space = text.indexOf(' ', wanted);
        return space < 0 || space > wanted + LEAD_CHARACTERS ? wholeCharacter(text, wanted) : space + 1;
    }

    private static int wordEnd(String text, int wanted) {
        if (wanted >= text.length()) {
            return text.length();
        }
        int space = text.lastIndexOf(' ', wanted);
        return space < wanted - LEAD_CHARACTERS ? wholeCharacter(text, wanted) : space;
    }

    private static int wholeCharacter(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static List<Highlight> marks(List<Words.Token> found, int from, int shift, int to) {
        List<Highlight> marks = new ArrayList<>();
        for (Words.Token token : found) {
            if (token.start() >= from && token.end() <= to) {
                marks.add(new Highlight(token.start() - from + shift, token.end() - from + shift));
            }
        }
        return marks;
    }
}
