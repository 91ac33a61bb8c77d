package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static dev.clew.search.SearchWorld.entity;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.graph.GraphProjection;
import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Backings;
import dev.clew.model.ClewRecord;
import dev.clew.model.EntityKind;
import dev.clew.model.Link;
import dev.clew.model.RecordType;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.FacetCount;
import dev.clew.model.SearchField;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Evidence;
import dev.clew.model.Sign;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.RandomLibrary;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackedSearchTest {
    private static final Link RAISES = Link.of("chips", "enables", "power", Sign.PLUS);
    private static final Link LOWERS = Link.of("chips", "weakens", "power", Sign.MINUS);
    private static final Link ALONE = Link.of("power", "enables", "chips", Sign.PLUS);

    @TempDir
    Path directory;

    private SearchWorld world;
    private GraphProjection graph;
    private LuceneSearch search;

    @BeforeEach
    void open() {
        world = new SearchWorld(directory.resolve("search"));
        graph = new GraphProjection(directory.resolve("graph"), RelationCatalogue.load());
        search = new LuceneSearch(world.projection(), RelationCatalogue.load(), Meaning.off(), graph);
        publish(
                document("brief", null),
                entity("chips", EntityKind.TECHNOLOGY, "Chips"),
                entity("power", EntityKind.CONCEPT, "Power"),
                entity("anna", EntityKind.PERSON, "Anna"),
                entity("ben", EntityKind.PERSON, "Ben"),
                entity("cleo", EntityKind.PERSON, "Cleo"),
                claim("anna-says", "Chips raise power.", "brief", "anna", RAISES),
                claim("ben-says", "Chips raise power too.", "brief", "ben", RAISES),
                claim("ben-again", "Chips raise power, again.", "brief", "ben", RAISES),
                claim("alone", "Power brings chips.", "brief", "cleo", ALONE),
                claim("silent", "Chips are small.", "brief", "cleo"));
    }

    @AfterEach
    void close() {
        world.close();
        graph.close();
    }

    private void publish(ClewRecord... records) {
        world.publish(records);
        long n = graph.position().n() + 1;
        graph.apply(List.of(new Change(
                new Position("invented", n, Long.toHexString(n)),
                Instant.EPOCH,
                new Change.Author("test", "test"),
                Arrays.stream(records)
                        .map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, "")))
                        .toList())));
    }

    private List<String> found(SearchQuery query) {
        return search.search(query).hits().stream()
                .map(hit -> hit.name().id())
                .sorted()
                .toList();
    }

    private static SearchQuery backed(Boolean contested, Integer minVoices) {
        return SearchQuery.of("")
                .with(SearchField.TYPE, RecordType.INSIGHT.code())
                .backed(new Evidence(contested, minVoices));
    }

    @Test
    void oneHolderIsOneVoiceHoweverOften() {
        assertEquals(List.of("anna-says", "ben-again", "ben-says"), found(backed(null, 2)));
        assertEquals(List.of(), found(backed(null, 3)));
        assertEquals(List.of("alone", "anna-says", "ben-again", "ben-says", "silent"), found(backed(null, 1)));
    }

    @Test
    void aClaimOfTheOppositeSignMakesBothContestedInTheNextAnswer() {
        assertEquals(List.of(), found(backed(true, null)));
        publish(claim("cleo-says", "Chips lower power.", "brief", "cleo", LOWERS));
        List<String> contested = List.of("anna-says", "ben-again", "ben-says", "cleo-says");
        assertEquals(contested, found(backed(true, null)));
        assertEquals(contested, found(SearchQuery.of("contested:true")));
        assertEquals(List.of("alone", "silent"), found(backed(false, null)));
        SearchAnswer answer = search.search(backed(null, null));
        assertEquals(
                List.of(new FacetCount("true", "contested", 4), new FacetCount("false", "not contested", 2)),
                answer.facets().get(SearchField.CONTESTED));
    }

    @Test
    void aDenialCountsItsOwnVoicesAndIsContestedByWhatItDenies() {
        publish(claim("cleo-denies", "Chips do not raise power.", "brief", "cleo", RAISES.deny()));
        assertEquals(List.of("anna-says", "ben-again", "ben-says", "cleo-denies"), found(backed(true, null)));
        assertEquals(List.of("anna-says", "ben-again", "ben-says"), found(backed(null, 2)));
    }

    @Test
    void mostVoicesComeFirstAndPagesGoOnAfterThem() {
        SearchQuery.Page page = new SearchQuery.Page(SearchQuery.Sort.VOICES, 3, null);
        SearchAnswer first = search.search(backed(null, null).page(page));
        List<String> ids = first.hits().stream().map(hit -> hit.name().id()).toList();
        assertEquals(List.of("anna-says", "ben-again", "ben-says"), ids);
        SearchQuery.Page next = new SearchQuery.Page(SearchQuery.Sort.VOICES, 3, first.nextCursor());
        SearchAnswer second = search.search(backed(null, null).page(next));
        assertEquals(
                List.of("alone", "silent"),
                second.hits().stream().map(hit -> hit.name().id()).toList());
    }

    @Test
    void changesOneByOneBackClaimsAsARebuildDoes() {
        for (int seed = 0; seed < 10; seed++) {
            RandomLibrary library = new RandomLibrary(seed, 30);
            GraphProjection applied =
                    new GraphProjection(directory.resolve("applied-" + seed), RelationCatalogue.load());
            library.changes(20).forEach(change -> applied.apply(List.of(change)));
            GraphProjection rebuilt =
                    new GraphProjection(directory.resolve("rebuilt-" + seed), RelationCatalogue.load());
            rebuilt.rebuild(library.published(), library.head());
            Backings.Snapshot expected = rebuilt.backings();
            assertEquals(expected, applied.backings(), "seed " + seed);
        }
    }
}
