package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchQuery;
import dev.clew.ontology.RelationCatalogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CursorTest {
    private static final int CLAIMS = 25;

    @TempDir
    Path directory;

    private SearchWorld filled() {
        SearchWorld world = new SearchWorld(directory);
        world.publish(document("brief", null));
        world.publish(IntStream.range(0, CLAIMS)
                .mapToObj(i -> claim("c" + i, "Compute " + "matters ".repeat(i % 5)))
                .toArray(ClewRecord[]::new));
        return world;
    }

    private static List<String> names(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.name().id()).toList();
    }

    private static SearchQuery page(String text, SearchQuery.Sort sort, int limit, String cursor) {
        return SearchQuery.of(text).page(new SearchQuery.Page(sort, limit, cursor));
    }

    @Test
    void pagesMissAndRepeatNothingWhateverIsWrittenBetween() {
        try (SearchWorld world = filled()) {
            LuceneSearch search = new LuceneSearch(world.projection(), RelationCatalogue.load());
            for (SearchQuery.Sort sort : SearchQuery.Sort.values()) {
                List<String> whole = names(search.search(page("compute ", sort, 100, null)));
                List<String> paged = new ArrayList<>();
                String cursor = null;
                int round = 0;
                do {
                    SearchAnswer answer = search.search(page("compute ", sort, 4, cursor));
                    paged.addAll(names(answer));
                    cursor = answer.nextCursor();
                    world.publish(claim("new-" + sort.ordinal() + "-" + round++, "Compute compute compute."));
                } while (cursor != null);
                assertEquals(whole, paged);
            }
        }
    }

    @Test
    void pagesGoOnAfterARestart() {
        String cursor;
        List<String> paged;
        try (SearchWorld world = filled()) {
            LuceneSearch search = new LuceneSearch(world.projection(), RelationCatalogue.load());
            SearchAnswer first = search.search(page("compute ", SearchQuery.Sort.RELEVANCE, 10, null));
            paged = new ArrayList<>(names(first));
            cursor = first.nextCursor();
        }
        try (SearchWorld world = new SearchWorld(directory)) {
            LuceneSearch search = new LuceneSearch(world.projection(), RelationCatalogue.load());
            paged.addAll(names(search.search(page("compute ", SearchQuery.Sort.RELEVANCE, 100, cursor))));
            assertEquals(names(search.search(page("compute ", SearchQuery.Sort.RELEVANCE, 100, null))), paged);
        }
    }

    @Test
    void aCursorOfAnotherQueryAndWhatIsNoCursorAreRefused() {
        try (SearchWorld world = filled()) {
            LuceneSearch search = new LuceneSearch(world.projection(), RelationCatalogue.load());
            String cursor = search.search(page("compute ", SearchQuery.Sort.RELEVANCE, 4, null))
                    .nextCursor();
            for (SearchQuery wrong : List.of(
                    page("matters ", SearchQuery.Sort.RELEVANCE, 4, cursor),
                    page("compute ", SearchQuery.Sort.NEWEST, 4, cursor),
                    page("compute ", SearchQuery.Sort.RELEVANCE, 4, "c3"),
                    page("compute ", SearchQuery.Sort.RELEVANCE, 4, "%%"))) {
                assertRefused(search, wrong);
            }
        }
    }

    private static void assertRefused(LuceneSearch search, SearchQuery wrong) {
        ClewException refusal = assertThrows(ClewException.class, () -> search.search(wrong));
        assertEquals(ErrorCode.BAD_REQUEST, refusal.code());
        assertEquals("cursor", refusal.problems().getFirst().path());
    }

    @Test
    void aCursorOfClaimsBackedOtherwiseIsRefused() {
        try (SearchWorld world = filled()) {
            LuceneSearch search = new LuceneSearch(world.projection(), RelationCatalogue.load());
            List<SearchQuery.Evidence> ways = List.of(
                    SearchQuery.Evidence.ANY,
                    new SearchQuery.Evidence(false, null),
                    new SearchQuery.Evidence(null, 1),
                    new SearchQuery.Evidence(false, 1));
            SearchQuery first = page("compute ", SearchQuery.Sort.RELEVANCE, 4, null);
            for (SearchQuery.Evidence way : ways) {
                String cursor = search.search(first.backed(way)).nextCursor();
                SearchQuery next = page("compute ", SearchQuery.Sort.RELEVANCE, 4, cursor);
                assertEquals(4, search.search(next.backed(way)).hits().size());
                Stream.concat(ways.stream(), Stream.of(new SearchQuery.Evidence(null, 3)))
                        .filter(other -> !other.equals(way))
                        .forEach(other -> assertRefused(search, next.backed(other)));
            }
        }
    }
}
