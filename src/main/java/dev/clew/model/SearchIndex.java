package dev.clew.model;

import java.util.List;

/**
 * Text search over published records. Safe for any number of threads; answers show whole changes only.
 *
 * <p>Query text: words (all of one or two, two thirds of more must occur), {@code "phrases"}, {@code -without},
 * {@code field:value} for the fields of {@link SearchField}, {@code begin*}; the last word matches as a prefix too while
 * no space follows it. Words are found in other forms ("allies" for "ally"), and by any name of the entities a claim
 * names. No leading wildcards, no regular expressions.
 */
public interface SearchIndex {
    /**
     * The records that match, best or newest first, with the counts to narrow them by.
     *
     * @throws ClewException (bad-request) for text that cannot be understood, naming the position, for a value that a
     *     field cannot have, and for a cursor that belongs to another query
     */
    SearchAnswer search(SearchQuery query);

    /** Entities of which a name, or a word inside a name, begins with the text; exact matches first, then popular ones. */
    List<Suggestion> suggest(SuggestQuery query);
}
