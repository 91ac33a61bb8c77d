package dev.clew.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total how many records match, exactly
 * @param hits this page of them
 * @param facets for each field that has any, its most frequent values among all matches, most frequent first
 * @param nextCursor where the next page begins; null on the last page
 * @param change the number of the last change the answer shows
 * @param matching how the text was matched
 * @param didYouMean the query with known words in the place of those that nothing has; null when there are none
 */
public record SearchAnswer(
        long total,
        List<Hit> hits,
        Map<SearchField, List<FacetCount>> facets,
        @Nullable String nextCursor,
        long change,
        Matching matching,
        @Nullable String didYouMean) {
    /** Most values counted for one field in an answer. */
    public static final int FACET_VALUES_LIMIT = 20;

    /**
     * How the text was matched.
     *
     * @param mode the mode that answered, which is another than was asked for where that was not at hand
     * @param note why it is another, or what the engine leaves out, as a sentence; null when it is the one asked for
     */
    public record Matching(SearchQuery.Mode mode, @Nullable String note) {}

    /**
     * One record found.
     *
     * @param name its type and id
     * @param label the claim, the label or the title
     * @param snippet the part of its text that matched best
     * @param score how well it matches; comparable within one answer only
     * @param matchedAlias the other name by which it was found: its own, or of an entity that it names; null when its own
     *     words matched
     * @param similarity how near its meaning is to the query's, −1 to 1; null when only its words matched
     */
    public record Hit(
            RecordName name,
            String label,
            Snippet snippet,
            double score,
            @Nullable String matchedAlias,
            @Nullable Double similarity) {}

    /**
     * Plain text, never markup, with the places that matched; whoever shows it escapes the text.
     *
     * @param text at most 300 characters, with … where it was cut
     * @param highlights the matching parts, in order, not overlapping
     */
    public record Snippet(String text, List<Highlight> highlights) {
        /** Copies the highlights. */
        public Snippet {
            highlights = List.copyOf(highlights);
        }
    }

    /**
     * A part of a snippet.
     *
     * @param start index of its first character (UTF-16 unit)
     * @param end index after its last
     */
    public record Highlight(int start, int end) {}

    /**
     * How many matches hold a value.
     *
     * @param value as a filter takes it
     * @param label as a page shows it
     * @param count matches that hold it
     */
    public record FacetCount(String value, String label, int count) {}

    /** Copies the lists. */
    public SearchAnswer {
        hits = List.copyOf(hits);
        facets = Collections.unmodifiableMap(new TreeMap<>(facets));
    }
}
