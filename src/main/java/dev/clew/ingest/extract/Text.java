package dev.clew.ingest.extract;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sentence as links are looked for in it.
 *
 * @param words its words and marks
 * @param mentions what it names, in order
 */
record Text(List<Word> words, List<Mention> mentions) {
    private static final Set<String> ARTICLES = Words.of("the a an this these our their its his her your my such");

    /** The last that is named before a word. */
    Optional<Mention> last(int before) {
        return mentions.stream().filter(each -> each.to() <= before).reduce((one, other) -> other);
    }

    /** The first that is named from a word on. */
    Optional<Mention> first(int from) {
        return mentions.stream().filter(each -> each.from() >= from).findFirst();
    }

    List<Word> between(int from, int to) {
        return words.subList(Math.min(from, to), to);
    }

    /** The word before the articles that stand before a word; −1 at the beginning. */
    int beforeArticles(int at) {
        int before = at - 1;
        while (before >= 0 && ARTICLES.contains(words.get(before).lower())) {
            before--;
        }
        return before;
    }

    /** The word after the articles from a word on. */
    int afterArticles(int at) {
        int after = at;
        while (after < words.size() && ARTICLES.contains(words.get(after).lower())) {
            after++;
        }
        return after;
    }

    /** Whether a word is one of a list; no word of a list stands outside of the sentence. */
    boolean is(int at, Set<String> list) {
        return at >= 0 && at < words.size() && list.contains(words.get(at).lower());
    }

    /** Whether the sentence, or a part that a mark sets off, begins or ends there. */
    boolean isEdge(int at) {
        return at < 0 || at >= words.size() || words.get(at).isMark();
    }
}
