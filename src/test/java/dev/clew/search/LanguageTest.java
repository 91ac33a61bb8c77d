package dev.clew.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LanguageTest {
    @Property
    void aPlainNameHasTheWordsThatAnalysingItGives(@ForAll("names") String name) {
        assertEquals(Language.analysedWords(name), Language.words(name));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('A', 'Z')
                .withCharRange('0', '9')
                .withChars("   -'.é")
                .ofMaxLength(300);
    }

    @Test
    void wordsAreFoldedHoweverTheyAreWritten() {
        assertEquals(List.of("eu", "ai", "act", "2024"), Language.words(" EU  AI Act 2024 "));
        assertEquals(List.of("gpt", "4", "citroen"), Language.words("GPT-4 Citroën's"));
    }
}
