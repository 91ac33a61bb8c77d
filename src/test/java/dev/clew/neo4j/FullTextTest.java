package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.model.SearchField;
import dev.clew.model.text.FieldValue;
import dev.clew.model.text.Sought;
import dev.clew.model.text.Words;
import dev.clew.search.TextWords;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes into a query of a full-text index is letters there. */
class FullTextTest {
    private static final Words WORDS = new TextWords();

    private static Sought.Part part(String text) {
        return new Sought.Part(text, WORDS.tokens(text), true);
    }

    @Test
    void everyMarkMeansItself() {
        assertEquals("a\\\"b\\\\c\\:d\\*e\\ f\\(é", FullText.escaped("a\"b\\c:d*e f(é"));
        assertEquals("\\😀א", FullText.escaped("😀א"));
    }

    @Test
    void whateverIsTypedOnlyItsWordsAreSought() {
        assertEquals("nameStems:\"chip or stems\\:x\"", FullText.named(part("chips\" OR stems:x*"), WORDS));
        assertEquals("wash*", FullText.begun(part("Wash")));
        assertEquals("rock\\'n\\'roll*", FullText.begun(part("rock'n'roll")));
        assertEquals("callings:\"united\\/states\"", FullText.called("united/states"));
    }

    @Test
    void valuesAreSoughtWhole() {
        assertEquals(
                "facets:\"sign\\:\\+\" OR facets:\"holder\\:united\\-states\"",
                FullText.holding(List.of(
                        new FieldValue(SearchField.SIGN, "+"), new FieldValue(SearchField.HOLDER, "united-states"))));
    }
}
