package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static dev.clew.search.SearchWorld.entity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Claim;
import dev.clew.model.ClewException;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.FacetCount;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.Sign;
import dev.clew.model.SuggestQuery;
import dev.clew.model.Suggestion;
import dev.clew.ontology.RelationCatalogue;
import java.nio.file.Path;
import java.time.LocalDate;
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
    void otherFormsOfAWordAreFound() {
        assertEquals(Set.of("insight/held"), found("alliance share "));
        assertEquals(Set.of("insight/export-limits"), found("limited export "));
    }

    @Test
    void accentsAndPossessivesAndCaseDoNotMatter() {
        assertEquals(Set.of("insight/ankara", "entity/turkiye"), found("TURKIYE "));
        assertEquals(Set.of("insight/owning"), found("country choices "));
    }

    @Test
    void aClaimIsFoundByAnAliasOfWhatItNamesAndSaysByWhich() {
        assertEquals(Set.of("insight/export-limits", "insight/held"), found("US chips "));
        assertEquals("US", hit("US chips ", "insight/export-limits").matchedAlias());
        assertEquals("America", hit("america ", "insight/held").matchedAlias());
        assertNull(hit("washington ", "insight/export-limits").matchedAlias());
    }

    @Test
    void anEntityIsFoundByItsAliasBeforeTheClaimsThatNameIt() {
        assertEquals("entity/united-states", order(SearchQuery.of("usa ")).getFirst());
        assertEquals("USA", hit("usa ", "entity/united-states").matchedAlias());
        assertNull(hit("united states ", "entity/united-states").matchedAlias());
    }

    @Test
    void aPhraseNeedsItsWordsTogether() {
        assertEquals(Set.of("insight/export-limits"), found("\"exports of chips\""));
        assertEquals(Set.of(), found("\"chips exports\""));
    }

    @Test
    void aMinusLeavesOut() {
        assertEquals(Set.of("insight/held"), found("sign:- -washington"));
        assertEquals(Set.of("insight/owning"), found("type:insight -united -allies"));
        assertEquals(Set.of("insight/ankara"), found("type:insight -relation:enables -relation:restricts"));
    }

    @Test
    void aFieldTakesAnIdOrAnyName() {
        assertEquals(Set.of("insight/held"), found("holder:united-states"));
        assertEquals(Set.of("insight/held"), found("holder:us"));
        assertEquals(Set.of("insight/held", "insight/owning"), found("entity:\"Advanced Chips\" relation:enables"));
        assertEquals(Set.of("insight/owning"), found("podcast:\"the cast\" year:2025 type:insight"));
    }

    @Test
    void severalValuesMeanAllWhereARecordHoldsManyAndAnyWhereItHoldsOne() {
        SearchQuery both =
                SearchQuery.of("").with(SearchField.RELATION, "enables").with(SearchField.RELATION, "restricts");
        assertEquals(Set.of("insight/held"), found(both));
        SearchQuery either =
                SearchQuery.of("").with(SearchField.HOLDER, "united-states").with(SearchField.HOLDER, "turkiye");
        assertEquals(Set.of("insight/held", "insight/ankara"), found(either));
    }

    @Test
    void theLastWordIsAPrefixUntilASpaceFollows() {
        assertEquals(Set.of("insight/export-limits"), found("washing"));
        assertEquals(Set.of(), found("washing "));
        assertEquals(Set.of("insight/export-limits"), found("washing* limits "));
    }

    @Test
    void facetsCountEveryMatchOfEveryPage() {
        SearchAnswer answer = search.search(
                SearchQuery.of("type:insight").page(new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, 1, null)));
        assertEquals(4, answer.total());
        assertEquals(1, answer.hits().size());
        assertEquals(
                List.of(
                        new FacetCount("advanced-chips", "Advanced chips", 3),
                        new FacetCount("sovereignty", "Sovereignty", 2),
                        new FacetCount("united-states", "United States", 2),
                        new FacetCount("turkiye", "Türkiye", 1)),
                answer.facets().get(SearchField.ENTITY));
        assertEquals(
                List.of(new FacetCount("2023", "2023", 2), new FacetCount("2025", "2025", 1)),
                answer.facets().get(SearchField.YEAR));
        assertEquals(
                List.of(new FacetCount("+", "raises", 2), new FacetCount("-", "lowers", 2)),
                answer.facets().get(SearchField.SIGN));
        assertEquals(
                List.of(new FacetCount("cast", "The Cast", 3)), answer.facets().get(SearchField.PODCAST));
        assertEquals(1, answer.change());
    }

    @Test
    void aPeriodIsThatOfTheSource() {
        LocalDate day = LocalDate.of(2025, 2, 3);
        assertEquals(
                Set.of("insight/owning", "source/late"),
                found(SearchQuery.of("").within(new SearchQuery.Period(day, day))));
        assertEquals(
                Set.of("insight/export-limits", "insight/held", "source/early"),
                found(SearchQuery.of("").within(new SearchQuery.Period(null, LocalDate.of(2024, 1, 1)))));
    }

    @Test
    void anEmptyQueryListsNewestFirstAndUndatedLast() {
        List<String> expected = List.of("insight/owning", "insight/export-limits", "insight/held", "insight/ankara");
        assertEquals(expected, order(SearchQuery.of("").with(SearchField.TYPE, "insight")));
        SearchQuery.Page newest = new SearchQuery.Page(SearchQuery.Sort.NEWEST, 20, null);
        assertEquals(
                List.of("insight/owning", "insight/held"),
                order(SearchQuery.of("relation:enables").page(newest)));
    }

    @Test
    void renamingAnEntityChangesWhatFindsItsClaims() {
        world.publish(entity("united-states", EntityKind.NATION, "Columbia"));
        assertEquals(Set.of(), found("america "));
        assertEquals(Set.of("entity/united-states", "insight/export-limits", "insight/held"), found("columbia "));
    }

    @Test
    void datingASourceDatesItsClaims() {
        world.publish(document("brief", LocalDate.of(2024, 6, 1)));
        assertEquals(Set.of("insight/ankara"), found("year:2024 type:insight"));
    }

    @Test
    void aRetractedRecordIsNoLongerFound() {
        world.retract(RecordName.insight("held"));
        assertEquals(Set.of("insight/owning"), found("relation:enables"));
        assertEquals(3, search.insights());
    }

    @Test
    void onlyStopWordsFindTheTextsThatHaveThemAll() {
        assertEquals(Set.of("insight/owning", "source/cast", "source/brief"), found("the "));
        assertEquals(Set.of("insight/owning"), found("the it "));
    }

    @Test
    void merePunctuationFindsNothingAndTextFromRightToLeftIsText() {
        assertEquals(Set.of(), found("!!! - ?"));
        world.publish(claim("hebrew", "הריבונות דורשת חישוב"));
        assertEquals(Set.of("insight/hebrew"), found("חישוב "));
        assertEquals(Set.of(), found("العربية"));
    }

    @Test
    void aSnippetIsPlainTextWithThePlacesThatMatched() {
        SearchAnswer.Snippet snippet =
                hit("chip exported ", "insight/export-limits").snippet();
        assertEquals("Washington limits exports of chips.", snippet.text());
        assertEquals(
                List.of("exports", "chips"),
                snippet.highlights().stream()
                        .map(mark -> snippet.text().substring(mark.start(), mark.end()))
                        .toList());
        world.publish(claim(
                "long", "Filler words say little. ".repeat(40) + "Then <b>quartz</b> matters. " + "x".repeat(400)));
        SearchAnswer.Snippet cut = hit("quartz ", "insight/long").snippet();
        assertTrue(cut.text().length() <= 300, cut.text());
        SearchAnswer.Highlight mark = cut.highlights().getFirst();
        assertEquals("quartz", cut.text().substring(mark.start(), mark.end()));
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
    void aClaimInAnotherLanguageIsFoundInItsFormsByItsTag() {
        world.publish(claim("english", "The houses burn."), tagged("german", "Die Häuser brennen.", "de-AT"));
        assertTrue(found("Haus").contains("insight/german"));
        assertTrue(found("\"Haus brennen\"").contains("insight/german"));
        assertTrue(found("house").contains("insight/english"));
        world.close();
        world = new SearchWorld(directory);
        search = new LuceneSearch(world.projection(), RelationCatalogue.load());
        assertTrue(found("Haus").contains("insight/german"));
    }

    private static Insight tagged(String id, String text, String language) {
        Insight plain = claim(id, text);
        return new Insight(
                id,
                new Claim(text, language, plain.claim().type(), plain.claim().certainty()),
                plain.belief(),
                plain.passage(),
                plain.links(),
                plain.quantities(),
                plain.references(),
                plain.subjects(),
                plain.note());
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
    void whatIsNotOfferedOrNotKnownIsRefusedByName() {
        assertRefused("holder: must be the id or the whole name of a published entity (was: nobody).", "holder:nobody");
        assertRefused("year: must be a year such as 2025 (was: soon).", "year:soon");
        assertRefused("sign: must be one of +, -, 0 (was: up).", "sign:up");
    }

    private void assertRefused(String sentence, String text) {
        ClewException refusal = assertThrows(ClewException.class, () -> found(text));
        assertEquals(ErrorCode.BAD_REQUEST, refusal.code());
        assertEquals(sentence, refusal.getMessage());
    }

    @Test
    void aSecondProcessOnTheSameDirectoryIsRefused() {
        try (SearchProjection second = new SearchProjection(directory)) {
            ClewException refusal = assertThrows(ClewException.class, second::awaitOpen);
            assertEquals(ErrorCode.DATA_DIRECTORY, refusal.code());
        }
    }
}
