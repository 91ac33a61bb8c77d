package dev.clew.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SmallWorld;
import dev.clew.model.EntityKind;
import dev.clew.model.Insight;
import dev.clew.store.Store;
import dev.clew.store.TestDatabases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionsTest {
    @TempDir
    Path directory;

    private Store store;
    private BriefedLibrary library;
    private long before;

    @BeforeEach
    void open() {
        store = Store.open(TestDatabases.in(directory));
        library = new BriefedLibrary(directory, store, Clock.systemUTC());
        library.add(List.of(
                SmallWorld.BRIEF,
                SmallWorld.document("first"),
                SmallWorld.document("second"),
                SmallWorld.document("third"),
                SmallWorld.document("fourth"),
                SmallWorld.entity("rain", EntityKind.CONCEPT),
                SmallWorld.entity("crops", EntityKind.CONCEPT),
                SmallWorld.entity("prices", EntityKind.CONCEPT)));
        before = library.add(List.of(strengthens("old", "first")));
    }

    @AfterEach
    void close() {
        library.close();
        store.close();
    }

    private static Insight strengthens(String id, String source) {
        return SmallWorld.claim(id, source, "rain", "strengthens", "crops");
    }

    private static Insight weakens(String id, String source) {
        return SmallWorld.claim(id, source, "rain", "weakens", "crops");
    }

    private Map<String, Set<Because.Kind>> merits(long since) {
        Edition edition = library.editions().since(since);
        return IntStream.range(0, edition.claims())
                .mapToObj(edition::at)
                .collect(Collectors.toMap(
                        Candidate::id,
                        each -> each.merits().stream().map(Because::kind).collect(Collectors.toSet())));
    }

    private Set<String> counterViews(long since) {
        Edition edition = library.editions().since(since);
        return IntStream.range(0, edition.claims())
                .mapToObj(edition::at)
                .filter(Candidate::isCounterView)
                .map(Candidate::id)
                .collect(Collectors.toSet());
    }

    @Test
    void onlyWhatSpeaksAgainstAConnectionIsACounterViewAndNotWhatSupportsIt() {
        library.add(List.of(strengthens("supports", "second"), weakens("opposes", "third")));
        assertEquals(Set.of("opposes"), counterViews(before));
        assertTrue(merits(before).get("opposes").contains(Because.Kind.CONTESTED));
        assertFalse(merits(before).get("supports").contains(Because.Kind.CONTESTED));
    }

    @Test
    void whatTurnsAConnectionIsSaidOfThoseWhoTurnItAndNotOfThoseWhoStandByIt() {
        library.add(List.of(strengthens("supports", "second")));
        library.add(List.of(weakens("one", "third"), weakens("two", "fourth"), weakens("three", "brief")));
        assertTrue(merits(before).get("one").contains(Because.Kind.TURNED));
        assertFalse(merits(before).get("supports").contains(Because.Kind.TURNED));
    }

    @Test
    void whereBothSidesAreNewThoseWhoAreOutnumberedAreTheCounterView() {
        library.add(List.of(strengthens("also", "second"), weakens("lone", "third")));
        assertEquals(Set.of("lone"), counterViews(0));
    }

    @Test
    void anEditionIsWeighedOnceThoughOthersAreAskedForBetweenAndManyAskAtOnce() {
        Editions editions = library.editions();
        Edition first = editions.since(0);
        editions.since(before);
        assertSame(first, editions.since(0));
        Editions fresh = library.editions();
        assertEquals(
                1,
                IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(any -> fresh.since(0))
                        .distinct()
                        .count());
        LongStream.range(0, 2L * Editions.LIMIT_KEPT).forEach(since -> editions.since(Math.min(since, before)));
        library.add(List.of(strengthens("later", "second")));
        assertNotSame(first, editions.since(0));
    }

    @Test
    void aPinnedEditionStaysThoughTheLibraryGrows() {
        Editions editions = library.editions();
        Editions pinned = editions.pinned();
        Edition first = pinned.since(before);
        library.add(List.of(strengthens("later", "second")));
        assertSame(first, pinned.since(before));
        assertEquals(0, first.claims());
        assertEquals(1, editions.since(before).claims());
    }
}
