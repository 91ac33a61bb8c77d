package dev.clew.search;

import static dev.clew.search.SearchWorld.claim;
import static dev.clew.search.SearchWorld.document;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.Backings;
import dev.clew.model.ClewRecord;
import dev.clew.model.SearchAnswer.Hit;
import dev.clew.model.SearchQuery;
import dev.clew.model.SearchQuery.Mode;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order stand what words find and what is near in meaning. */
class FusionTest {
    private static final double WORDS = 0.3;
    private static final double LEAST_SIMILARITY = 0.3;
    private static final int NEAR = 100;
    private static final List<String> VOCABULARY = List.of(
            "chips",
            "semiconductors",
            "processors",
            "limits",
            "curbs",
            "restrictions",
            "washington",
            "allies",
            "power",
            "grids",
            "models",
            "borders");

    @TempDir
    Path directory;

    private interface Asking {
        void of(LuceneSearch search);
    }

    private void on(List<ClewRecord> records, Asking asking) {
        try (SearchWorld world = new SearchWorld(directory.resolve("search"));
                Meaning meaning = Meaning.start(new Embedding.Setup(
                        () -> new ConceptEmbedder("one"),
                        world.projection(),
                        directory.resolve("vectors"),
                        () -> false))) {
            world.publish(records.toArray(ClewRecord[]::new));
            assertTrue(meaning.awaitCaughtUp(20_000));
            asking.of(new LuceneSearch(world.projection(), RelationCatalogue.load(), meaning, Backings.NONE));
        }
    }

    private static List<Hit> hits(LuceneSearch search, String text, Mode mode) {
        SearchQuery.Page page = new SearchQuery.Page(SearchQuery.Sort.RELEVANCE, SearchQuery.HITS_LIMIT, null);
        return search.search(SearchQuery.of(text).by(mode).page(page)).hits();
    }

    private static String words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(VOCABULARY.get(random.nextInt(VOCABULARY.size())));
        }
        return String.join(" ", words);
    }

    @Test
    void eachCountsItsNearnessAndThreeTenthsOfWhatItsWordsScoreOverTheBest() {
        Random random = new Random(120);
        List<ClewRecord> records = new ArrayList<>(List.of(document("brief", null)));
        for (int i = 0; i < 150; i++) {
            records.add(claim("c" + i, words(random, 2 + random.nextInt(9))));
        }
        on(records, search -> {
            for (int round = 0; round < 20; round++) {
                String query = words(random, 1 + random.nextInt(2)) + " ";
                List<Hit> words = hits(search, query, Mode.TEXT);
                List<Hit> near = hits(search, query, Mode.MEANING);
                double unknown =
                        near.size() < NEAR ? LEAST_SIMILARITY : near.getLast().score();
                Map<String, Double> expected = new HashMap<>();
                near.forEach(hit -> expected.put(hit.name().id(), Objects.requireNonNull(hit.similarity())));
                words.forEach(hit -> expected.merge(
                        hit.name().id(),
                        unknown + WORDS * hit.score() / words.getFirst().score(),
                        (known, any) ->
                                known + WORDS * hit.score() / words.getFirst().score()));
                double before = Double.MAX_VALUE;
                for (Hit hit : hits(search, query, Mode.HYBRID)) {
                    assertEquals(
                            expected.getOrDefault(hit.name().id(), unknown), hit.score(), 1e-4, query + hit.name());
                    assertTrue(hit.score() <= before, query + hit.name());
                    before = hit.score();
                }
            }
        });
    }

    @Test
    void aPoorMatchByWordsStandsBehindWhatMeansTheSame() {
        String loose = "Among allies power grids models borders nobody ever mentioned curbs again.";
        on(
                List.of(document("brief", null), claim("a-mention", loose), claim("b-same", "Limits, restrictions.")),
                search -> assertEquals(
                        List.of("b-same", "a-mention"),
                        hits(search, "curbs ", Mode.HYBRID).stream()
                                .map(hit -> hit.name().id())
                                .toList()));
    }
}
