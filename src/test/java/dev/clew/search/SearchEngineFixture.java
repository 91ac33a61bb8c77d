package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.published;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.model.Claim;
import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.Insight;
import dev.clew.model.SearchAnswer;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchIndex;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.model.SearchQuery.Page;
import dev.clew.model.SearchQuery.Sort;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.projection.Projection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine that finds records by words, beside the embedded index with the same records. */
abstract class SearchEngineFixture {
    @TempDir
    Path directory;

    SearchWorld embedded;
    private LuceneSearch reference;
    Engine engine;
    SearchIndex search;

    /**
     * An engine that is empty.
     *
     * @param projection takes in changes
     * @param search answers
     */
    record Engine(Projection projection, SearchIndex search) implements AutoCloseable {
        @Override
        public void close() {
            projection.close();
        }
    }

    /** Opens an engine without records; its files, if any, go into this directory. */
    abstract Engine open(Path files);

    @BeforeEach
    void publishTheSmallWorld() {
        begin("small");
        publish(SearchWorld.small());
    }

    void begin(String name) {
        embedded = new SearchWorld(directory.resolve("embedded-" + name));
        reference = new LuceneSearch(embedded.projection(), RelationCatalogue.load());
        engine = open(directory.resolve(name));
        search = engine.search();
    }

    @AfterEach
    void close() {
        engine.close();
        embedded.close();
    }

    void publish(ClewRecord... records) {
        embedded.publish(records);
        SearchWorld.change(engine.projection(), published(records));
    }

    Set<String> found(String text) {
        return found(SearchQuery.of(text));
    }

    Set<String> found(SearchQuery query) {
        return names(search.search(query));
    }

    static Set<String> names(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.name().path()).collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> order(SearchQuery query) {
        return order(search.search(query));
    }

    static List<String> order(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.name().path()).toList();
    }

    Hit hit(String text, String path) {
        return search.search(SearchQuery.of(text)).hits().stream()
                .filter(hit -> hit.name().path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Found are the same, counted the same, marked the same; refused is the same. Gives how many are found. */
    long assertSameAsEmbedded(SearchQuery query) {
        SearchQuery whole = query.by(Mode.TEXT).page(new Page(query.page().sort(), SearchQuery.HITS_LIMIT, null));
        SearchAnswer expected;
        try {
            expected = reference.search(whole);
        } catch (ClewException refused) {
            ClewException refusal = assertThrows(ClewException.class, () -> search.search(whole), whole.toString());
            assertEquals(refused.getMessage(), refusal.getMessage());
            return 0;
        }
        SearchAnswer answer = search.search(whole);
        assertEquals(names(expected), names(answer), whole.toString());
        assertEquals(expected.total(), answer.total(), whole.toString());
        assertEquals(expected.facets(), answer.facets(), whole.toString());
        assertEquals(expected.change(), answer.change(), whole.toString());
        assertEquals(shown(expected), shown(answer), whole.toString());
        if (whole.page().sort() == Sort.NEWEST) {
            assertEquals(order(expected), order(answer), whole.toString());
        }
        return answer.total();
    }

    private static Set<List<@Nullable Object>> shown(SearchAnswer answer) {
        return answer.hits().stream()
                .map(hit -> {
                    List<@Nullable Object> shown = new ArrayList<>();
                    shown.add(hit.label());
                    shown.add(hit.snippet());
                    shown.add(hit.matchedAlias());
                    return shown;
                })
                .collect(Collectors.toSet());
    }

    static Insight tagged(String id, String text, String language) {
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
}
