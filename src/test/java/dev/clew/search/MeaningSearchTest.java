package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.small;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Backings;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Embedder;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeaningSearchTest {
    private static final long LONG_ENOUGH_MS = 20_000;

    @TempDir
    Path directory;

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean reads = new AtomicBoolean();
    private final AtomicInteger embedded = new AtomicInteger();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private SearchWorld world() {
        SearchWorld world = new SearchWorld(directory.resolve("search"));
        open.add(world);
        return world;
    }

    private Meaning meaning(SearchWorld world, Supplier<Embedder> loading) {
        Meaning meaning = Meaning.start(
                new Embedding.Setup(loading, world.projection(), directory.resolve("vectors"), busy::get, reads::get));
        open.add(meaning);
        return meaning;
    }

    private Embedder counting(String identity) {
        ConceptEmbedder inner = new ConceptEmbedder(identity);
        return new Embedder() {
            @Override
            public String identity() {
                return inner.identity();
            }

            @Override
            public int dimension() {
                return inner.dimension();
            }

            @Override
            public float[] embed(String text) {
                embedded.incrementAndGet();
                return inner.embed(text);
            }

            @Override
            public void close() {}
        };
    }

    private static LuceneSearch search(SearchWorld world, Meaning meaning) {
        return new LuceneSearch(world.projection(), RelationCatalogue.load(), meaning, Backings.NONE);
    }

    private static List<String> ids(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.name().id()).toList();
    }

    @Test
    void whatSaysTheSameInOtherWordsIsFoundByMeaning() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        LuceneSearch search = search(world, meaning);
        SearchAnswer byText =
                search.search(SearchQuery.of("US semiconductors curbs ").by(Mode.TEXT));
        SearchAnswer byMeaning =
                search.search(SearchQuery.of("US semiconductors curbs ").by(Mode.MEANING));
        SearchAnswer byBoth = search.search(SearchQuery.of("US semiconductors curbs "));
        assertEquals(List.of("export-limits", "held"), ids(byText));
        assertEquals("export-limits", ids(byMeaning).getFirst());
        assertEquals("export-limits", ids(byBoth).getFirst());
        assertTrue(ids(byBoth).containsAll(ids(byText)));
        assertEquals(new SearchAnswer.Matching(Mode.HYBRID, null), byBoth.matching());
        assertNotNull(byBoth.hits().getFirst().similarity());
        assertEquals(byBoth.total(), byBoth.hits().size());
    }

    @Test
    void filtersHoldForWhatIsFoundByMeaning() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        LuceneSearch search = search(world, meaning);
        SearchQuery query = SearchQuery.of("processors ").by(Mode.MEANING);
        assertTrue(ids(search.search(query)).contains("export-limits"));
        assertEquals(List.of("advanced-chips"), ids(search.search(query.with(SearchField.TYPE, "entity"))));
        assertEquals(List.of(), ids(search.search(query.with(SearchField.HOLDER, "turkiye"))));
        SearchAnswer without =
                search.search(SearchQuery.of("processors -limits ").by(Mode.MEANING));
        assertEquals(List.of("advanced-chips"), ids(without));
    }

    @Test
    void pagesOfBothMissAndRepeatNothingWhateverIsWrittenBetween() {
        SearchWorld world = world();
        world.publish(IntStream.range(0, 330)
                .mapToObj(i -> claim("c" + i, "Chips matter " + "much ".repeat(i % 5) + i))
                .toArray(ClewRecord[]::new));
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        LuceneSearch search = search(world, meaning);
        List<String> paged = new ArrayList<>();
        String cursor = null;
        int round = 0;
        do {
            SearchQuery.Page page = new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, 40, cursor);
            SearchAnswer answer = search.search(SearchQuery.of("chips ").page(page));
            assertEquals(330, answer.total());
            paged.addAll(ids(answer));
            cursor = answer.nextCursor();
            world.publish(claim("new-" + round++, "Chips chips chips."));
        } while (cursor != null);
        assertEquals(330, paged.size());
        assertEquals(330, paged.stream().distinct().count());
    }

    @Test
    void vectorsOutliveARestartAndAnotherModelMakesThemAnew() throws Exception {
        SearchWorld world = world().publish(small());
        assertTrue(meaning(world, () -> counting("one")).awaitCaughtUp(LONG_ENOUGH_MS));
        int texts = embedded.get();
        closeAll();
        open.clear();
        world = world();
        Meaning again = meaning(world, () -> counting("one"));
        assertTrue(again.awaitCaughtUp(LONG_ENOUGH_MS));
        assertEquals(texts, embedded.get());
        assertEquals(texts, again.status().vectors());
        again.close();
        open.removeLast();
        Meaning other = meaning(world, () -> counting("two"));
        assertTrue(other.awaitCaughtUp(LONG_ENOUGH_MS));
        assertEquals(2 * texts, embedded.get());
        assertEquals("two", other.status().model());
    }

    @Test
    void whatIsRetractedIsNotFoundAndItsVectorIsForgotten() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        int before = meaning.status().vectors();
        world.retract(RecordName.insight("export-limits"));
        SearchAnswer answer =
                search(world, meaning).search(SearchQuery.of("processors ").by(Mode.MEANING));
        assertTrue(!ids(answer).contains("export-limits"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        assertEquals(before - 1, meaning.status().vectors());
    }

    @Test
    void aNewClaimIsFoundByTextAtOnceAndByMeaningSoonAfter() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        LuceneSearch search = search(world, meaning);
        SearchQuery query = SearchQuery.of("chips ").by(Mode.MEANING);
        assertFalse(ids(search.search(query)).contains("fresh"));
        busy.set(true);
        world.publish(claim("fresh", "Processors overheat."));
        assertEquals(
                List.of("fresh"), ids(search.search(SearchQuery.of("overheat").by(Mode.TEXT))));
        busy.set(false);
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        assertTrue(ids(search.search(query)).contains("fresh"));
    }

    @Test
    void whileSomebodyReadsATextGetsItsVectorEachTenthOfASecond() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        int before = embedded.get();
        reads.set(true);
        Instant began = Instant.now();
        IntStream.range(0, 40)
                .forEach(n -> world.publish(claim("fresh-" + n, "Processor number " + n + " overheats.")));
        while (embedded.get() < before + 4) {
            Thread.onSpinWait();
        }
        assertTrue(Duration.between(began, Instant.now()).toMillis() >= 300, "four texts within three tenths");
        while (!meaning.status().paused()) {
            Thread.onSpinWait();
        }
        reads.set(false);
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        assertEquals(before + 40, embedded.get());
    }

    @Test
    void theModelIsAskedNothingMoreOnceItIsToldToStop() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> counting("one"));
        assertTrue(meaning.awaitCaughtUp(LONG_ENOUGH_MS));
        int before = embedded.get();
        meaning.stop();
        world.publish(claim("fresh", "Processors overheat."));
        assertEquals(Optional.empty(), meaning.nearest("never asked before", 3, null));
        assertEquals(before, embedded.get());
    }

    @Test
    void aBrokenModelLeavesTextSearchWorkingAndTheAnswerSaysSo() {
        SearchWorld world = world().publish(small());
        Meaning meaning = meaning(world, () -> {
            throw new ClewException(ErrorCode.NOT_READY, "The sentence model cannot be loaded.");
        });
        LuceneSearch search = search(world, meaning);
        while (meaning.status().state() == Meaning.State.LOADING) {
            Thread.onSpinWait();
        }
        SearchAnswer answer = search.search(SearchQuery.of("chips ").by(Mode.MEANING));
        assertEquals(Mode.TEXT, answer.matching().mode());
        assertEquals("The sentence model cannot be loaded.", answer.matching().note());
        assertTrue(ids(answer).contains("export-limits"));
    }

    @Test
    void whatWasSwitchedOffOrHasNothingToCompareSaysSo() {
        SearchWorld world = world().publish(small());
        LuceneSearch search = search(world, Meaning.off());
        assertEquals(
                new SearchAnswer.Matching(Mode.TEXT, "Matching by meaning is switched off on this server."),
                search.search(SearchQuery.of("chips")).matching());
        assertEquals(Mode.TEXT, search.search(SearchQuery.of("")).matching().mode());
        assertNull(
                search.search(SearchQuery.of("chips").by(Mode.TEXT)).matching().note());
    }
}
