package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * What to complete.
 *
 * @param text the beginning of a name or of a word in one, at most 100 characters; blank suggests nothing
 * @param kind only entities of this kind; null for all
 * @param limit most suggestions, 1 to 50
 */
public record SuggestQuery(String text, @Nullable EntityKind kind, int limit) {
    /** Longest text. */
    public static final int TEXT_LIMIT_CHARACTERS = 100;
    /** Most suggestions. */
    public static final int SUGGESTIONS_LIMIT = 50;
    /** Suggestions unless asked otherwise. */
    public static final int SUGGESTIONS_DEFAULT = 10;

    /** Checks the bounds. */
    public SuggestQuery {
        if (text.length() > TEXT_LIMIT_CHARACTERS) {
            throw Parameters.refused("q", text, "give at most " + TEXT_LIMIT_CHARACTERS + " characters");
        }
        Parameters.range("limit", limit, 1, SUGGESTIONS_LIMIT);
    }

    /** The ten best completions among all kinds. */
    public static SuggestQuery of(String text) {
        return new SuggestQuery(text, null, SUGGESTIONS_DEFAULT);
    }
}
