package dev.clew.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.embedding.MiniLm;
import dev.clew.embedding.ModelFiles;
import dev.clew.model.Backings;
import dev.clew.model.ClewRecord;
import dev.clew.model.Embedder;
import dev.clew.model.Insight;
import dev.clew.model.RecordName;
import dev.clew.model.Relations;
import dev.clew.ontology.Base;
import dev.clew.ontology.RelationCatalogue;
import dev.clew.ontology.ShippedLibrary;
import dev.clew.projection.RandomLibrary;
import dev.clew.search.LuceneNearDuplicates;
import dev.clew.search.LuceneSearch;
import dev.clew.search.SearchProjection;
import dev.clew.search.SearchWorld;
import dev.clew.search.meaning.Embedding;
import dev.clew.search.meaning.Meaning;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of why two claims belong together holds of both, in any library. */
class RelatedTruthTest {
    private static final Relations RELATIONS = RelationCatalogue.load();

    @TempDir
    Path directory;

    private static RelatedInsights over(SearchProjection projection, Meaning meaning) {
        return new RelatedInsights(
                new LuceneSearch(projection, RELATIONS, meaning, Backings.NONE),
                new LuceneNearDuplicates(projection, RELATIONS, meaning),
                RELATIONS);
    }

    /** A library under test: every law over every related pair of it. */
    private record Laws(Map<RecordName, ClewRecord> records, WhyTruth truth) {
        /** Holds the list of each claim to the laws; returns how often each kind of reason was given. */
        Map<String, Integer> hold(RelatedInsights related, int limit) {
            Map<String, Integer> kinds = new HashMap<>();
            for (ClewRecord record : records.values()) {
                if (record instanceof Insight insight) {
                    List<Related> list = related.related(insight.id(), limit);
                    hold(insight, list);
                    list.stream()
                            .flatMap(each -> each.reasons().stream())
                            .forEach(reason -> kinds.merge(reason.kind(), 1, Integer::sum));
                }
            }
            return kinds;
        }

        private void hold(Insight insight, List<Related> list) {
            List<Related> sorted = list.stream()
                    .sorted(Comparator.comparingDouble(Related::score).reversed())
                    .toList();
            assertEquals(sorted, list);
            assertTrue(isTopicLast(list), () -> insight.id() + ": " + list);
            List<String> named = Stream.concat(
                            list.stream().map(Related::insight),
                            list.stream().flatMap(each -> each.alsoSaidBy().stream()))
                    .toList();
            assertEquals(new TreeSet<>(named).size(), named.size(), "named twice: " + named);
            for (Related each : list) {
                Insight other = (Insight) records.get(RecordName.insight(each.insight()));
                each.reasons().forEach(reason -> assertTrue(truth.holds(reason, insight, other), reason::toString));
                assertEquals(List.of(), truth.untrue(each.why(), insight, other));
                assertTrue(isExplained(each), () -> insight.id() + ": " + each);
            }
        }

        private static boolean isTopicLast(List<Related> list) {
            List<Boolean> topics = list.stream()
                    .map(each -> each.reasons().stream().allMatch(RelatedTruthTest::isTopic))
                    .toList();
            int first = topics.indexOf(true);
            return first < 0 || !topics.subList(first, topics.size()).contains(false);
        }

        /** Not by a source or a hub alone. */
        private boolean isExplained(Related each) {
            return each.reasons().stream().anyMatch(reason -> switch (reason) {
                case Reason.SameSource same -> false;
                case Reason.SameHolder same -> false;
                case Reason.SharedEntity shared -> !isHub(shared.entity());
                default -> true;
            });
        }

        private boolean isHub(String entity) {
            List<Insight> insights = records.values().stream()
                    .filter(Insight.class::isInstance)
                    .map(Insight.class::cast)
                    .toList();
            long about = insights.stream()
                    .filter(each -> each.entities().contains(entity))
                    .filter(each -> !entity.equals(each.belief().holder())
                            && !entity.equals(each.belief().speaker()))
                    .count();
            return about > Math.max(10, 2 * Math.sqrt(insights.size()));
        }
    }

    private static boolean isTopic(Reason reason) {
        return reason instanceof Reason.SharedEntity
                || reason instanceof Reason.SimilarText
                || reason instanceof Reason.SameSource;
    }

    private static Map<RecordName, ClewRecord> byName(Stream<? extends ClewRecord> records) {
        return records.collect(Collectors.toMap(ClewRecord::name, Function.identity()));
    }

    @Test
    void everyReasonIsTrueOfBothRecordsAndTheAnswerIsTheSameAfterARebuild() {
        RandomLibrary library = new RandomLibrary(3, 60);
        try (SearchProjection applied = new SearchProjection(directory.resolve("applied"));
                SearchProjection rebuilt = new SearchProjection(directory.resolve("rebuilt"))) {
            library.changes(80).forEach(change -> applied.apply(List.of(change)));
            rebuilt.rebuild(library.published(), library.head());
            Map<RecordName, ClewRecord> records =
                    byName(library.published().flatMap(change -> change.record().stream()));
            RelatedInsights one = over(applied, Meaning.off());
            RelatedInsights other = over(rebuilt, Meaning.off());
            int pairs = 0;
            for (ClewRecord record : records.values()) {
                if (record instanceof Insight insight) {
                    List<Related> related = one.related(insight.id(), 50);
                    assertEquals(related, other.related(insight.id(), 50));
                    pairs += related.size();
                }
            }
            assertTrue(pairs > 50, "only " + pairs + " related pairs");
            new Laws(records, new WhyTruth(records, (first, second) -> 0)).hold(one, 50);
        }
    }

    @Test
    void inTheShippedLibraryEverySentenceHoldsOfBothClaimsByLinksAndByMeaning() throws IOException {
        List<ClewRecord> shipped = ShippedLibrary.records(Base.DEFAULT);
        Map<RecordName, ClewRecord> records = byName(shipped.stream());
        try (Embedder model = MiniLm.load(ModelFiles.SHIPPED, directory.resolve("natives"));
                SearchWorld world =
                        new SearchWorld(directory.resolve("search")).publish(shipped.toArray(ClewRecord[]::new));
                Meaning meaning = Meaning.start(new Embedding.Setup(
                        () -> MiniLm.load(ModelFiles.SHIPPED, directory.resolve("natives")),
                        world.projection(),
                        directory.resolve("vectors"),
                        () -> false))) {
            assertTrue(meaning.awaitCaughtUp(120_000));
            Map<String, float[]> vectors = new HashMap<>();
            WhyTruth truth = new WhyTruth(
                    records,
                    (one, other) -> dot(
                            vectors.computeIfAbsent(one, model::embed), vectors.computeIfAbsent(other, model::embed)));
            Map<String, Integer> kinds = new Laws(records, truth).hold(over(world.projection(), meaning), 10);
            List<String> given = new ArrayList<>(new TreeSet<>(kinds.keySet()));
            assertEquals(
                    List.of(
                            "contradicts",
                            "refines",
                            "same-holder",
                            "same-source",
                            "shared-entity",
                            "shared-link",
                            "similar-text",
                            "supports"),
                    given);
            assertTrue(kinds.values().stream().mapToInt(each -> each).sum() > 3000, kinds::toString);
        }
    }

    private static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
