package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.SearchQuery;
import dev.clew.ontology.Base;
import dev.clew.projection.RandomLibrary;
import dev.clew.search.TextWords;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A search on the server says where it ends. */
class CypherSearchBoundNeo4jTest {
    private static Neo4jProjection projection() {
        return new Neo4jProjection(Neo4jHarness.settings(), SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
    }

    private static void assertNotReady(CypherSearch search) {
        ClewException refused = assertThrows(ClewException.class, () -> search.search(SearchQuery.of("compute ")));
        assertEquals(ErrorCode.NOT_READY, refused.code());
    }

    @Test
    void moreMatchesThanItLooksThroughAreRefusedWithTheirNumber() {
        RandomLibrary library = new RandomLibrary(51, 20);
        library.changes(20);
        Neo4jHarness.emptied();
        try (Neo4jProjection projection = projection()) {
            projection.rebuild(library.published(), library.head());
            int records = Math.toIntExact(
                    projection.search().search(SearchQuery.of("")).total());
            assertTrue(records > 20);
            assertEquals(
                    records,
                    projection.search(records).search(SearchQuery.of("")).total());
            CypherSearch bounded = projection.search(records - 1);
            assertEquals(records - 1, bounded.powers().matches());
            for (String text : List.of("", "type:insight type:entity type:source")) {
                ClewException refused = assertThrows(ClewException.class, () -> bounded.search(SearchQuery.of(text)));
                assertEquals(ErrorCode.BAD_REQUEST, refused.code());
                assertEquals(
                        "q: matches more than the " + (records - 1)
                                + " records that the Neo4j server looks through: leave"
                                + " it out, or use engine=embedded (was: " + text + ").",
                        refused.getMessage());
            }
        }
    }

    @Test
    void aGraphThatIsNotThereIsSaidNotToBe() {
        Neo4jHarness.emptied();
        try (Neo4jProjection projection = projection()) {
            projection.reach();
            assertNotReady(projection.search());
        }
    }

    @Test
    void indexesOfWordsThatAnotherReleaseMadeAreMadeAnew() {
        RandomLibrary library = new RandomLibrary(52, 20);
        library.changes(20);
        Neo4jHarness.emptied();
        long found;
        try (Neo4jProjection projection = projection()) {
            projection.rebuild(library.published(), library.head());
            found = projection.search().search(SearchQuery.of("comp")).total();
            assertTrue(found > 0);
        }
        Neo4jHarness.ask("DROP INDEX clew_text", Map.of());
        Neo4jHarness.ask("CREATE FULLTEXT INDEX clew_text FOR (i:Insight) ON EACH [i.quote]", Map.of());
        Neo4jHarness.ask("MATCH (p:ClewPosition) SET p.format = '3 earlier'", Map.of());
        try (Neo4jProjection projection = projection()) {
            projection.reach();
            assertNotReady(projection.search());
            projection.rebuild(library.published(), library.head());
            assertEquals(
                    found, projection.search().search(SearchQuery.of("comp")).total());
        }
    }
}
