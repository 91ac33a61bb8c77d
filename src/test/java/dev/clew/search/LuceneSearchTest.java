package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.entity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchQuery;
import dev.clew.model.Sign;
import dev.clew.model.SuggestQuery;
import dev.clew.model.Suggestion;
import dev.clew.ontology.RelationCatalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchTest {
    @TempDir
    Path directory;

    private SearchWorld world;
    private LuceneSearch search;

    @BeforeEach
    void publish() {
        world = new SearchWorld(directory).publish(SearchWorld.small());
        search = new LuceneSearch(world.projection(), RelationCatalogue.load());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private Set<String> found(String text) {
        return found(SearchQuery.of(text));
    }

    private Set<String> found(SearchQuery query) {
        return search.search(query).hits().stream()
                .map(hit -> hit.name().path())
                .collect(Collectors.toSet());
    }

    private List<String> order(SearchQuery query) {
        return search.search(query).hits().stream()
                .map(hit -> hit.name().path())
                .toList();
    }

    private Hit hit(String text, String path) {
        return search.search(SearchQuery.of(text)).hits().stream()
                .filter(hit -> hit.name().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRetractedRecordIsNoLongerFound() {
        world.retract(RecordName.insight("held"));
        assertEquals(Set.of("insight/owning"), found("relation:enables"));
        assertEquals(3, search.insights());
    }

    @Test
    void suggestionsRankExactBeforeLabelBeforeAliasBeforeInnerWord() {
        world.publish(
                entity("us-steel", EntityKind.ORGANIZATION, "US Steel"),
                entity("usage", EntityKind.CONCEPT, "Usage"),
                entity("consumption", EntityKind.CONCEPT, "Consumption", "use of things"),
                entity("made-in-us", EntityKind.CONCEPT, "Made in US"),
                claim("use", "Used.", about("usage")));
        assertEquals(
                List.of(
                        new Suggestion("united-states", "United States", EntityKind.NATION, "US", 2),
                        new Suggestion("usage", "Usage", EntityKind.CONCEPT, null, 1),
                        new Suggestion("us-steel", "US Steel", EntityKind.ORGANIZATION, null, 0),
                        new Suggestion("consumption", "Consumption", EntityKind.CONCEPT, "use of things", 0),
                        new Suggestion("made-in-us", "Made in US", EntityKind.CONCEPT, null, 0)),
                search.suggest(SuggestQuery.of("us")));
        assertEquals(
                List.of("united-states"),
                search.suggest(new SuggestQuery("Us", EntityKind.NATION, 5)).stream()
                        .map(Suggestion::id)
                        .toList());
        assertEquals(List.of(), search.suggest(SuggestQuery.of(" ")));
        assertEquals(
                "Türkiye", search.suggest(SuggestQuery.of("turki")).getFirst().label());
    }

    private static Link about(String entity) {
        return Link.of(entity, "shapes", "sovereignty", Sign.ZERO);
    }

    @Test
    void otherLanguagesAreKnownAgainAfterARestart() {
        world.publish(SearchEngineFixture.tagged("german", "Die Häuser brennen.", "de-AT"));
        world.close();
        world = new SearchWorld(directory);
        search = new LuceneSearch(world.projection(), RelationCatalogue.load());
        assertTrue(found("Haus").contains("insight/german"));
    }

    @Test
    void aWordThatNothingHasIsAnsweredWithTheNameThatIsLikeIt() {
        assertEquals("sovereignty", didYouMean("sovreignty"));
        assertEquals("Advanced semiconductors -holder:us", didYouMean("Advanced semiconductros -holder:us"));
        assertNull(didYouMean("sovereignty"));
        assertNull(didYouMean("sovereign"));
        assertNull(didYouMean("xylophone"));
        assertNull(didYouMean("-sovreignty"));
        assertNull(didYouMean(""));
    }

    private @Nullable String didYouMean(String text) {
        return search.search(SearchQuery.of(text)).didYouMean();
    }

    @Test
    void aSecondProcessOnTheSameDirectoryIsRefused() {
        try (SearchProjection second = new SearchProjection(directory)) {
            ClewException refusal = assertThrows(ClewException.class, second::awaitOpen);
            assertEquals(ErrorCode.DATA_DIRECTORY, refusal.code());
        }
    }
}
