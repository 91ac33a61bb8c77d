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

    /** What this engine can do beside. */
    default Powers powers() {
        return Powers.EMBEDDED;
    }

    /**
     * What engines differ in. In everything else their answers are the same but for the order by relevance: a query by words
     * ({@link SearchQuery.Mode#TEXT}) finds the same records on every engine, whatever it is made of. What an engine lacks it
     * refuses, or says so in {@link SearchAnswer#matching}.
     *
     * @param meaning whether it matches by meaning; else by words, and the answer says so
     * @param backings whether it knows how claims are backed: {@link SearchQuery.Evidence}, {@link SearchField#CONTESTED} and
     *     {@link SearchQuery.Sort#VOICES} are refused where not
     * @param spellings whether it guesses what was meant by words that nothing has
     * @param suggestions whether it completes names; refused where not
     * @param matches most records that a query, or one word of it, may match; more is refused
     */
    record Powers(boolean meaning, boolean backings, boolean spellings, boolean suggestions, long matches) {
        /** Everything is at hand. */
        public static final Powers EMBEDDED = new Powers(true, true, true, true, Long.MAX_VALUE);
    }

    /** Entities of which a name, or a word inside a name, begins with the text; exact matches first, then popular ones. */
    List<Suggestion> suggest(SuggestQuery query);
}
