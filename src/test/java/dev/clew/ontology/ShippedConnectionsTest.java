package dev.clew.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.Framing;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.RecordName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How the insights of the shipped library hang together; facts, topics and speakers are left out. */
class ShippedConnectionsTest {
    private static final List<Insight> INSIGHTS = new ArrayList<>();
    private static final Map<String, Entity> ENTITIES = new HashMap<>();

    /** Joins names, and knows which are joined. */
    private static final class Joined {
        private final Map<RecordName, RecordName> parents = new HashMap<>();

        RecordName root(RecordName name) {
            RecordName at = name;
            while (!parents.getOrDefault(at, at).equals(at)) {
                at = parents.get(at);
            }
            return at;
        }

        void join(RecordName one, RecordName other) {
            parents.put(root(one), root(other));
        }
    }

    @BeforeAll
    static void read() throws IOException {
        for (ClewRecord record : ShippedLibrary.records(Base.DEFAULT)) {
            if (record instanceof Insight insight) {
                INSIGHTS.add(insight);
            } else if (record instanceof Entity entity) {
                ENTITIES.put(entity.id(), entity);
            }
        }
    }

    private static Stream<String> ends(Insight insight) {
        return insight.links().stream()
                .flatMap(link -> Stream.of(link.subject(), link.object()))
                .map(Link.End::entity);
    }

    @Test
    void nineInTenInsightsHangTogetherByTheirLinksAloneAndMoreByWhatTheySayOfEachOther() throws IOException {
        Joined joined = new Joined();
        INSIGHTS.forEach(insight -> ends(insight).forEach(end -> joined.join(insight.name(), RecordName.entity(end))));
        int byLinks = largest(joined);
        INSIGHTS.forEach(insight ->
                insight.references().all().forEach(other -> joined.join(insight.name(), RecordName.insight(other))));
        int together = largest(joined);
        assertTrue(byLinks * 10 >= INSIGHTS.size() * 9, byLinks + " of " + INSIGHTS.size());
        String readme = Files.readString(Path.of("data", "README.md"));
        String said = byLinks + " of " + INSIGHTS.size() + " insights hang together by their links, " + together
                + " with what they say of each other";
        assertTrue(readme.contains(said), "data/README.md should say: " + said);
    }

    private static int largest(Joined joined) {
        Map<RecordName, Integer> sizes = new HashMap<>();
        INSIGHTS.forEach(insight -> sizes.merge(joined.root(insight.name()), 1, Integer::sum));
        return Collections.max(sizes.values());
    }

    @Test
    void theContestedWordsHaveThreeMeaningsAtLeastEachUsedByALink() {
        Map<String, Integer> used = new TreeMap<>();
        for (String word : List.of("sovereignty", "open-models", "ai-safety")) {
            List<String> meanings = ENTITIES.get(word).framings().stream()
                    .map(Framing::id)
                    .filter(meaning -> INSIGHTS.stream()
                            .flatMap(insight -> insight.links().stream())
                            .flatMap(link -> Stream.of(link.subject(), link.object()))
                            .anyMatch(end -> end.entity().equals(word) && meaning.equals(end.framing())))
                    .toList();
            used.put(word, meanings.size());
        }
        assertEquals(Map.of("ai-safety", 4, "open-models", 3, "sovereignty", 3), used);
    }

    @Test
    void whatInsightsSayOfEachOtherIsCountedInTheReadme() throws IOException {
        Map<String, Long> counts = INSIGHTS.stream()
                .map(Insight::references)
                .flatMap(each -> Stream.of(
                        Map.entry("supports", each.supports().size()),
                        Map.entry("contradicts", each.contradicts().size()),
                        Map.entry("refines", each.refines().size()),
                        Map.entry("rivals", each.rivals().size())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, TreeMap::new, Collectors.summingLong(entry -> entry.getValue())));
        String said = counts.get("supports") + " supports, " + counts.get("contradicts") + " contradicts, "
                + counts.get("refines") + " refines, " + counts.get("rivals") + " rivals";
        assertTrue(Files.readString(Path.of("data", "README.md")).contains(said), "data/README.md should say: " + said);
    }
}
