package dev.clew.search;

import dev.clew.model.text.Words;
import java.util.List;
import java.util.Map;

/** Words as the embedded index has them. */
public final class TextWords implements Words {
    @Override
    public List<Token> tokens(String text) {
        return Language.tokens(text);
    }

    @Override
    public String normal(String name) {
        return Language.normal(name);
    }

    @Override
    public boolean isStopWord(String word) {
        return Language.isStopWord(word);
    }

    @Override
    public Map<String, List<String>> stemsOf(String text, String tag) {
        return OtherLanguages.placedStems(text, tag);
    }

    @Override
    public Map<String, List<String>> stemsOfOthers(String text) {
        return OtherLanguages.stems(text);
    }
}
