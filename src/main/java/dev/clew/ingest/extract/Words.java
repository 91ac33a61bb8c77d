package dev.clew.ingest.extract;

import java.util.List;
import java.util.Set;

/** Lists of words, as they stand in texts. */
final class Words {
    private Words() {}

    /** The words of a list with blanks between. */
    static Set<String> of(String list) {
        return Set.of(list.split(" "));
    }

    /** Whether a text says just these words from one on. */
    static boolean match(List<String> said, List<Word> words, int at) {
        if (at < 0 || at + said.size() > words.size()) {
            return false;
        }
        for (int i = 0; i < said.size(); i++) {
            if (!said.get(i).equals(words.get(at + i).lower())) {
                return false;
            }
        }
        return true;
    }

    /** Whether any of some words of a text is one of a list. */
    static boolean any(List<Word> some, Set<String> list) {
        return some.stream().anyMatch(each -> list.contains(each.lower()));
    }

    /** The words of a text from one to another, with blanks between. */
    static String joined(List<Word> some) {
        return String.join(" ", some.stream().map(Word::text).toList());
    }
}
