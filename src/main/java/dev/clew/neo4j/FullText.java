package dev.clew.neo4j;

import dev.clew.model.text.FieldValue;
import dev.clew.model.text.Sought;
import dev.clew.model.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes queries to full-text indexes, out of words that were cut. The one place where such a query is put together:
 * whatever a word holds is a letter of it, never an operator.
 */
final class FullText {
    private static final String NAMES_BOOST = "^3";
    private static final String OR = " OR ";

    /** Words that the server's indexes of words as written leave out: Lucene's English stop words. */
    private static final List<String> LEFT_OUT = List.of(
            "a", "an", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "such", "that", "the", "their", "then", "there", "these", "they", "this", "to", "was",
            "will", "with");

    private FullText() {}

    /** Records whose own texts or names have the words next to each other, in any of their forms. */
    static String own(Sought.Part part, Words words) {
        List<String> ways = new ArrayList<>();
        for (List<String> stems : forms(part, words)) {
            ways.add(phrase("stems", stems));
            ways.add(phrase("nameStems", stems) + NAMES_BOOST);
        }
        words.stemsOfOthers(part.text())
                .forEach((language, stems) -> ways.add(phrase("foreignStems", Findable.marked(language, stems))));
        return String.join(OR, ways);
    }

    /** What has them in a name. */
    static String named(Sought.Part part, Words words) {
        return forms(part, words).stream()
                .map(stems -> phrase("nameStems", stems))
                .collect(Collectors.joining(OR));
    }

    /** The stems of a part, and of words that begin as it does and are not found by how they are written. */
    private static List<List<String>> forms(Sought.Part part, Words words) {
        List<List<String>> forms = new ArrayList<>();
        forms.add(part.stems());
        if (part.prefix()) {
            LEFT_OUT.stream()
                    .filter(each -> each.startsWith(part.tokens().getFirst().word()))
                    .map(each -> List.of(words.tokens(each).getFirst().stem()))
                    .forEach(forms::add);
        }
        return forms;
    }

    /** What has a word, as written, that begins so, unless it is one of those that are left out. */
    static String begun(Sought.Part part) {
        return escaped(part.tokens().getFirst().word()) + "*";
    }

    /** What is called exactly so. */
    static String called(String calling) {
        return phrase("callings", List.of(calling));
    }

    /** What holds any of the values. */
    static String holding(List<FieldValue> values) {
        return values.stream()
                .map(each -> phrase("facets", List.of(Findable.written(each))))
                .collect(Collectors.joining(OR));
    }

    private static String phrase(String property, List<String> words) {
        return property + ":\"" + words.stream().map(FullText::escaped).collect(Collectors.joining(" ")) + "\"";
    }

    /** Every character that is no letter or digit means itself. */
    static String escaped(String word) {
        StringBuilder escaped = new StringBuilder();
        word.codePoints().forEach(each -> {
            if (!Character.isLetterOrDigit(each)) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(each);
        });
        return escaped.toString();
    }
}
