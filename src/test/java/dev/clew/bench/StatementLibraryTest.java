package dev.clew.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the bench reports of raw statements is what Clew concludes of them, and not a figure that holds whatever they say. */
class StatementLibraryTest {
    private static final String SAID = "I think that compute enables sovereignty, because nations need it.";
    private static final String SAID_TOO = "We argue that compute enables sovereignty, because it is scarce today.";
    private static final String DENIED = "I think that compute does not enable sovereignty, because nations buy it.";
    private static final String ASIDE = "The farmers of Ohio paid more for medical care in the last eight years.";

    @Test
    void statementsAreConcludedFromTheLinksThatAScanFindsInThem() throws IOException {
        try (StatementLibrary library = new StatementLibrary(List.of(SAID, SAID_TOO, DENIED, ASIDE))) {
            assertEquals("4 statements, 3 with a link", library.counts());
            assertEquals("support", library.concluded(SAID, SAID_TOO));
            assertEquals("attack", library.concluded(SAID, DENIED));
            assertEquals("no_relation", library.concluded(SAID, ASIDE));
        }
    }
}
