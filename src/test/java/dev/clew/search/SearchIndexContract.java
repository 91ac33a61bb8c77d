package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static dev.clew.search.SearchWorld.entity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.ledger.Change;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.FacetCount;
import dev.clew.model.SearchField;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Evidence;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.model.SearchQuery.Page;
import dev.clew.model.SearchQuery.Sort;
import dev.clew.model.SuggestQuery;
import dev.clew.projection.RandomLibrary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine finds by words: by examples, and whatever is asked as the embedded index does. */
abstract class SearchIndexContract extends SearchEngineFixture {
    @Test
    void findsWhatTheEmbeddedIndexFindsAfterChangesOfEverySort() {
        close();
        RandomLibrary library = new RandomLibrary(41, 30);
        begin("random");
        int found = 0;
        for (int round = 0; round < 3; round++) {
            List<Change> changes = library.changes(15);
            embedded.projection().apply(changes);
            engine.projection().apply(changes);
            Random random = new Random(round);
            for (int i = 0; i < 40; i++) {
                found += assertSameAsEmbedded(RandomSearches.query(random)) > 0 ? 1 : 0;
            }
        }
        assertTrue(found > 40, "the queries are too hard: " + found);
    }

    @Test
    void whateverIsTypedIsTakenForTheSame() {
        publish(claim("marks", "Rock'n'roll, C++ and 3.5 per cent: a/b tests (AT&T's) cost \\$5 AND NOT less."));
        publish(claim("small", "With these there will be no way into it."));
        Random random = new Random(7);
        List<String> pieces = List.of(
                "chips",
                "a/b",
                "C++",
                "AT&T's",
                "rock'n'roll",
                "3.5",
                "AND",
                "OR",
                "NOT",
                "*:*",
                "stems:",
                "(",
                ")",
                "[a",
                "TO",
                "]",
                "{",
                "}",
                "\\",
                "\\\"",
                "\"",
                "~2",
                "^9",
                "&&",
                "||",
                "!",
                "?",
                "wash*",
                "wit",
                "th*",
                "-wil*",
                "-",
                "+",
                "/.*/",
                "nameStems:x",
                "\u05d0",
                "😀",
                "kind:Nation",
                " ",
                "\t",
                "insight/",
                "$5");
        for (int i = 0; i < 200; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(any -> pieces.get(random.nextInt(pieces.size())))
                    .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
            assertSameAsEmbedded(SearchQuery.of(text));
        }
    }

    @Test
    void aRetractedRecordIsNoLongerFound() {
        SearchWorld.change(engine.projection(), List.of(new RecordChange(RecordName.insight("held"), 2, null)));
        assertEquals(Set.of("insight/owning"), found("relation:enables"));
    }

    @Test
    void followingPagesMissAndRepeatNothing() {
        publish(IntStream.range(0, 25)
                .mapToObj(i -> claim("c" + i, "Compute " + "matters ".repeat(i % 5)))
                .toArray(ClewRecord[]::new));
        for (Sort sort : List.of(Sort.RELEVANCE, Sort.NEWEST)) {
            List<String> whole = order(SearchQuery.of("compute ").page(new Page(sort, 100, null)));
            List<String> paged = new ArrayList<>();
            String cursor = null;
            do {
                SearchAnswer answer = search.search(SearchQuery.of("compute ").page(new Page(sort, 4, cursor)));
                paged.addAll(order(answer));
                cursor = answer.nextCursor();
                assertEquals(25, answer.total());
            } while (cursor != null);
            assertEquals(whole, paged);
        }
    }

    @Test
    void aCursorOfAnotherQueryIsRefused() {
        String cursor = search.search(SearchQuery.of("").page(new Page(Sort.RELEVANCE, 2, null)))
                .nextCursor();
        SearchQuery other = SearchQuery.of("chips ").page(new Page(Sort.RELEVANCE, 2, cursor));
        ClewException refusal = assertThrows(ClewException.class, () -> search.search(other));
        assertEquals("cursor", refusal.problems().getFirst().path());
    }

    @Test
    void whatTheEngineLacksIsRefusedOrSaid() {
        SearchIndex.Powers powers = search.powers();
        SearchQuery all = SearchQuery.of("");
        for (SearchQuery backed : List.of(
                all.backed(new Evidence(true, null)),
                all.backed(new Evidence(null, 2)),
                all.page(new Page(Sort.VOICES, 20, null)),
                SearchQuery.of("contested:true"),
                SearchQuery.of("-contested:false"))) {
            if (powers.backings()) {
                assertFalse(search.search(backed).total() < 0);
            } else {
                ClewException refusal = assertThrows(ClewException.class, () -> search.search(backed));
                assertEquals(ErrorCode.BAD_REQUEST, refusal.code());
                assertTrue(refusal.getMessage().contains("use engine=embedded"), refusal.getMessage());
            }
        }
        if (!powers.suggestions()) {
            assertThrows(ClewException.class, () -> search.suggest(SuggestQuery.of("chi")));
        }
        assertEquals(
                powers.spellings(), search.search(SearchQuery.of("sovreignty")).didYouMean() != null);
        SearchAnswer.Matching matching =
                search.search(SearchQuery.of("chips").by(Mode.MEANING)).matching();
        assertEquals(Mode.TEXT, matching.mode());
        assertNotEquals(null, matching.note());
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
        publish(entity("united-states", EntityKind.NATION, "Columbia"));
        assertEquals(Set.of(), found("america "));
        assertEquals(Set.of("entity/united-states", "insight/export-limits", "insight/held"), found("columbia "));
    }

    @Test
    void datingASourceDatesItsClaims() {
        publish(document("brief", LocalDate.of(2024, 6, 1)));
        assertEquals(Set.of("insight/ankara"), found("year:2024 type:insight"));
    }

    @Test
    void onlyStopWordsFindTheTextsThatHaveThemAll() {
        assertEquals(Set.of("insight/owning", "source/cast", "source/brief"), found("the "));
        assertEquals(Set.of("insight/owning"), found("the it "));
    }

    @Test
    void merePunctuationFindsNothingAndTextFromRightToLeftIsText() {
        assertEquals(Set.of(), found("!!! - ?"));
        publish(claim("hebrew", "הריבונות דורשת חישוב"));
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
        publish(claim(
                "long", "Filler words say little. ".repeat(40) + "Then <b>quartz</b> matters. " + "x".repeat(400)));
        SearchAnswer.Snippet cut = hit("quartz ", "insight/long").snippet();
        assertTrue(cut.text().length() <= 300, cut.text());
        SearchAnswer.Highlight mark = cut.highlights().getFirst();
        assertEquals("quartz", cut.text().substring(mark.start(), mark.end()));
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
    void aClaimInAnotherLanguageIsFoundInItsFormsByItsTag() {
        publish(
                claim("english", "The houses burn."),
                tagged("german", "Die Häuser brennen mit Haut und Haar.", "de-AT"));
        assertTrue(found("Haus").contains("insight/german"));
        assertTrue(found("\"Haus brennen\"").contains("insight/german"));
        assertTrue(found("house").contains("insight/english"));
        assertSameAsEmbedded(SearchQuery.of("\"Haut und Haare\""));
    }
}
