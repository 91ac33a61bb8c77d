package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.Insight;
import dev.clew.neo4j.Neo4jHarness;
import dev.clew.neo4j.Neo4jProjection;
import dev.clew.ontology.Base;
import dev.clew.search.ConceptEmbedder;
import dev.clew.search.SearchProjection;
import dev.clew.search.TextWords;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is embedded here comes to the Neo4j server by itself. */
class VectorsFollowingNeo4jTest {
    private static final Position POSITION = new Position("test", 1, "one");

    @TempDir
    Path directory;

    private static Stream<RecordChange> records() {
        return SmallWorld.all().stream()
                .map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, "")));
    }

    @Test
    void everyClaimHasItsVectorSoonAfterItIsMade() {
        long claims =
                SmallWorld.all().stream().filter(Insight.class::isInstance).count();
        try (SearchProjection search = new SearchProjection(directory.resolve("search"));
                Neo4jProjection server = new Neo4jProjection(
                        Neo4jHarness.emptied(), SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
                Meaning meaning = Meaning.start(new Embedding.Setup(
                        () -> new ConceptEmbedder("concepts"), search, directory.resolve("vectors"), () -> false));
                VectorsFollowing following = VectorsFollowing.start(server.vectors(), meaning)) {
            search.rebuild(records(), POSITION);
            server.rebuild(records(), POSITION);
            Instant end = Instant.now().plus(Duration.ofSeconds(60));
            while (given() < claims) {
                assertTrue(Instant.now().isBefore(end), () -> given() + " of " + claims);
                Thread.onSpinWait();
            }
            assertEquals(claims, given());
        }
    }

    private static long given() {
        return Neo4jHarness.ask("MATCH (i:Insight) WHERE i.meaning IS NOT NULL RETURN count(*) AS count", Map.of())
                .getFirst()
                .get("count")
                .asLong();
    }
}
