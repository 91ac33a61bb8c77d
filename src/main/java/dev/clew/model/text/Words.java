package dev.clew.model.text;

import java.util.List;
import java.util.Map;

/** How text becomes words, so that every engine cuts and compares them alike. Safe for any number of threads. */
public interface Words {
    /**
     * A word in its place.
     *
     * @param word folded, as written
     * @param stem what other forms of it share
     * @param start index of its first character
     * @param end index after its last
     */
    record Token(String word, String stem, int start, int end) {}

    /** The words of a text, in order. */
    List<Token> tokens(String text);

    /** A name in the form in which names are compared: its words with one space between. */
    String normal(String name);

    /** Whether the word says so little that a query of several words leaves it out. */
    boolean isStopWord(String word);

    /**
     * The stems of a text in the language with this tag, such as {@code de-AT}, in order; empty where a word of it is left
     * out; nothing for English, of which {@link #tokens} has the stems, and for languages that have none.
     *
     * @return for the language, by its code
     */
    Map<String, List<String>> stemsOf(String text, String tag);

    /** The stems of a text in each language but English that has any, by its code, without what is left out. */
    Map<String, List<String>> stemsOfOthers(String text);
}
