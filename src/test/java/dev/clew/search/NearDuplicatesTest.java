package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.small;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Link;
import dev.clew.model.NearDuplicates;
import dev.clew.model.NearDuplicates.Alike;
import dev.clew.model.NearDuplicates.Wording;
import dev.clew.model.Sign;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NearDuplicatesTest {
    private static final String LIMITS = "Washington limits exports of chips.";

    @TempDir
    Path directory;

    private SearchWorld world;

    @BeforeEach
    void open() {
        world = new SearchWorld(directory.resolve("search")).publish(small());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private NearDuplicates byText() {
        return new LuceneNearDuplicates(world.projection(), RelationCatalogue.load(), Meaning.off());
    }

    private static Wording wording(String text, Link... links) {
        return new Wording(null, text, List.of(links));
    }

    private static List<String> ids(List<Alike> found) {
        return found.stream().map(Alike::insight).toList();
    }

    @Test
    void theSameWordsAreFoundWithALikenessOfOneWhateverTheirCaseAndMarks() {
        List<Alike> found = byText().alike(wording("washington limits exports of  CHIPS"), NearDuplicates.SAME, 5);
        assertEquals(List.of(new Alike("export-limits", LIMITS, 1, new NearDuplicates.Parts(1, null, null))), found);
    }

    @Test
    void aPublishedClaimIsNotItsOwnDuplicate() {
        world.publish(claim("again", "Washington limits the exports of chips."));
        List<Alike> found = byText().alike(new Wording("export-limits", LIMITS, List.of()), NearDuplicates.SAME, 5);
        assertEquals(List.of("again"), ids(found));
    }

    @Test
    void whatIsDeniedOrTurnedRoundIsNoDuplicate() {
        assertEquals(List.of(), byText().alike(wording("Washington does not limit exports of chips."), 0.3, 5));
        Link restricts = Link.of("united-states", "restricts", "advanced-chips", Sign.MINUS);
        assertEquals(List.of(), ids(byText().alike(wording(LIMITS, restricts.deny()), 0.3, 5)));
        Link promotes = Link.of("united-states", "promotes", "advanced-chips", Sign.PLUS);
        assertEquals(List.of(), ids(byText().alike(wording(LIMITS, promotes), 0.3, 5)));
    }

    @Test
    void sharedLinksRaiseTheLikeness() {
        Link restricts = Link.of("united-states", "restricts", "advanced-chips", Sign.MINUS);
        String text = "Washington limits what chips may leave.";
        double without = byText().alike(wording(text), 0.1, 1).getFirst().likeness();
        double with =
                byText().alike(wording(text, restricts), 0.1, 1).getFirst().likeness();
        assertTrue(with > without, with + " is not above " + without);
    }

    @Test
    void otherWordsOfTheSameMeaningAreFoundOnceThereAreVectors() {
        String text = "America curbs exports of semiconductors.";
        assertEquals(List.of(), ids(byText().alike(wording(text), 0.65, 5)));
        Embedding.Setup setup = new Embedding.Setup(
                () -> new ConceptEmbedder("one"), world.projection(), directory.resolve("vectors"), () -> false);
        try (Meaning meaning = Meaning.start(setup)) {
            assertTrue(meaning.awaitCaughtUp(20_000));
            NearDuplicates both = new LuceneNearDuplicates(world.projection(), RelationCatalogue.load(), meaning);
            assertEquals(List.of("export-limits"), ids(both.alike(wording(text), 0.65, 5)));
        }
    }

    @Test
    void aTextWithoutWordsIsLikeNothing() {
        assertEquals(List.of(), byText().alike(wording("… ?!"), 0, 5));
        assertEquals(List.of(), ids(byText().alike(wording("to be or not to be"), 0.3, 5)));
    }
}
