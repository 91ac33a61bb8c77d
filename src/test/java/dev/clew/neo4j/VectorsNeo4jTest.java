package dev.clew.neo4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.SeedWorld;
import dev.clew.SmallWorld;
import dev.clew.ledger.Change;
import dev.clew.ledger.Position;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Embedder;
import dev.clew.model.Insight;
import dev.clew.neo4j.ServerVectors.Made;
import dev.clew.ontology.Base;
import dev.clew.search.ConceptEmbedder;
import dev.clew.search.TextWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Record;

/** Claims on a real Neo4j server are given the vectors of their texts, and its own index finds near ones. */
class VectorsNeo4jTest {
    private static final String NEAREST = """
            MATCH (i:Insight {id: $id}) CALL db.index.vector.queryNodes('clew_meaning', 5, i.meaning) YIELD node, score
            RETURN node.text AS text, score ORDER BY score DESC""";

    private final Embedder embedder = new ConceptEmbedder("concepts");
    private final Map<String, float[]> made = new HashMap<>();
    private Neo4jProjection projection;
    private ServerVectors vectors;

    @BeforeEach
    void fill() {
        Neo4jHarness.emptied();
        projection =
                new Neo4jProjection(Neo4jHarness.settings(), SeedWorld.RELATIONS, Base.DEFAULT::iri, new TextWords());
        projection.rebuild(records(SmallWorld.all()), new Position("test", 1, "one"));
        vectors = projection.vectors();
        insights().forEach(each -> make(each.claim().text()));
    }

    @AfterEach
    void close() {
        projection.close();
    }

    private static List<Insight> insights() {
        return SmallWorld.all().stream()
                .filter(Insight.class::isInstance)
                .map(Insight.class::cast)
                .toList();
    }

    private static Stream<RecordChange> records(List<? extends ClewRecord> records) {
        return records.stream().map(each -> new RecordChange(each.name(), 1, new RecordChange.Content(each, "")));
    }

    private void make(String text) {
        made.put(text, embedder.embed(text));
    }

    private int give() {
        return give("concepts", true);
    }

    private int give(String model, boolean isComplete) {
        return vectors.give(new Made(model, made.size(), isComplete, text -> Optional.ofNullable(made.get(text))));
    }

    private void edit(long change, RecordChange record) {
        Position position = new Position("test", change, "hash" + change);
        projection.apply(
                List.of(new Change(position, Instant.EPOCH, new Change.Author("test", "edited"), List.of(record))));
    }

    private static long with() {
        return Neo4jHarness.ask("MATCH (i:Insight) WHERE i.meaning IS NOT NULL RETURN count(*) AS count", Map.of())
                .getFirst()
                .get("count")
                .asLong();
    }

    @Test
    void theIndexFindsThoseThatTheModelFindsNearest() {
        String before = projection.fingerprint();
        assertEquals(insights().size(), give());
        for (Insight each : insights()) {
            List<Record> near = Neo4jHarness.ask(NEAREST, Map.of("id", each.id()));
            assertEquals(
                    likeness(each, each.claim().text()),
                    near.getFirst().get("score").asDouble(),
                    1e-3);
            double best = insights().stream()
                    .filter(other -> !other.claim().text().equals(each.claim().text()))
                    .map(other -> likeness(each, other.claim().text()))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            double found = near.stream()
                    .filter(row ->
                            !row.get("text").asString().equals(each.claim().text()))
                    .findFirst()
                    .orElseThrow()
                    .get("score")
                    .asDouble();
            assertEquals(best, found, 1e-3, each.id());
        }
        assertEquals(before, projection.fingerprint(), "vectors are no part of what is projected");
        assertEquals(0, give(), "all have theirs");
    }

    /** As the server counts it: half of the cosine and one half. */
    private double likeness(Insight one, String other) {
        float[] first = embedder.embed(one.claim().text());
        float[] second = embedder.embed(other);
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return (1 + sum) / 2;
    }

    @Test
    void anEditedClaimWaitsForTheVectorOfItsNewTextAndARetractedOneHasNone() {
        give();
        long all = with();
        Insight first = insights().getFirst();
        String text = first.claim().text() + " Said again.";
        Insight edited = SmallWorld.saying(first, text);
        edit(2, new RecordChange(edited.name(), 2, new RecordChange.Content(edited, "")));
        assertEquals(0, give(), "it is not made yet");
        assertEquals(all - 1, with());
        make(text);
        assertEquals(1, give());
        assertEquals(all, with());
        edit(3, new RecordChange(edited.name(), 3, null));
        assertEquals(0, give());
        assertEquals(all - 1, with());
    }

    @Test
    void allAreLookedThroughOnceNothingMoreIsMade() {
        assertEquals(0, give("concepts", false));
        assertEquals(insights().size(), give("concepts", true));
    }

    @Test
    void vectorsOfAnotherModelGoAndThoseThatAreThereAreFoundAgain() {
        give();
        vectors = projection.vectors();
        assertEquals(0, give(), "after a start they are there");
        assertEquals(insights().size(), give("another", true));
        assertTrue(with() > 0);
        made.clear();
        assertEquals(0, give("a third", true));
        assertEquals(0, with());
    }

    @Test
    void aGraphThatIsBuiltAnewIsGivenThemAgain() {
        give();
        projection.rebuild(records(SmallWorld.all()), new Position("test", 2, "two"));
        assertEquals(insights().size(), give());
    }
}
