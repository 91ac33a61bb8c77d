package dev.clew.model.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.text.QueryText.Phrase;
import dev.clew.model.text.QueryText.Value;
import dev.clew.model.text.QueryText.Word;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QueryTextTest {
    @Test
    void wordsPhrasesFieldsAndTheirOppositesAreTold() {
        assertEquals(
                List.of(
                        new Word("chips", false, false),
                        new Word("bans", false, true),
                        new Phrase("export control", false),
                        new Phrase("old news", true),
                        new Value(SearchField.HOLDER, "us", false),
                        new Value(SearchField.CLAIM_TYPE, "forecast", true),
                        new Value(SearchField.SOURCE, "The Brief", false),
                        new Word("allian", true, false)),
                QueryText.parse("chips -bans \"export control\" -\"old news\" holder:us -claimtype:forecast"
                        + " source:\"The Brief\" allian*"));
    }

    @Test
    void aColonAtTheEndOfAWordAndALoneDashArePunctuation() {
        assertEquals(
                List.of(new Word("AI:", false, false), new Word("-", false, false), new Word("10:30", false, false)),
                QueryText.parse("AI: - 10:30"));
    }

    @Test
    void whatIsMalformedIsRefusedWithItsPosition() {
        refusedAt(7, "chips \"export");
        refusedAt(8, "holder:");
        refusedAt(1, "colour:red");
        refusedAt(7, "chips *");
        refusedAt(1, "*chips");
        refusedAt(5, "chip*s");
        refusedAt(4, "a -\"");
        refusedAt(3, "ab\u0000c");
        refusedAt(3, "ab\u001bc");
    }

    private static void refusedAt(int position, String text) {
        ClewException refusal = assertThrows(ClewException.class, () -> QueryText.parse(text), text);
        assertEquals(ErrorCode.BAD_REQUEST, refusal.code());
        assertTrue(
                refusal.getMessage().startsWith("At position " + position + " of the query, "), refusal.getMessage());
    }

    @Test
    void tooManyWordsAreRefusedAsWordsAndAsText() {
        String words = "a ".repeat(QueryText.CLAUSES_LIMIT + 1);
        ClewException many = assertThrows(ClewException.class, () -> QueryText.parse(words));
        assertTrue(many.getMessage().contains("more than 64 words"), many.getMessage());
        String text = "alliance ".repeat(10_000);
        ClewException longer = assertThrows(ClewException.class, () -> SearchQuery.of(text));
        assertEquals("q", longer.problems().getFirst().path());
    }

    @Test
    void anyTextIsReadOrRefusedWithAPosition() {
        Random random = new Random(1);
        String alphabet = "ab:\"*- \t\n\u05d0holder:source:+~^()[]{}/\\&|!?";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                QueryText.parse(text.toString());
            } catch (ClewException refusal) {
                assertEquals(ErrorCode.BAD_REQUEST, refusal.code(), text.toString());
                assertTrue(refusal.getMessage().startsWith("At position "), text.toString());
            }
        }
    }
}
