package dev.clew.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.clew.SeedWorld;
import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.RecordName;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voices stay right while citations and the bodies that people speak for come, change and go. */
class GraphVoicesTest {
    private static final int ENTITIES = 6;
    private static final int INSIGHTS = 15;

    @TempDir
    Path directory;

    @Test
    void applyingOneByOneEqualsRebuildingAndReadingTheFile() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            RandomWorld world = new RandomWorld(random, ENTITIES, INSIGHTS);
            Map<RecordName, RecordChange> published = new TreeMap<>();
            try (GraphProjection applied = open("applied" + seed);
                    GraphProjection rebuilt = open("rebuilt" + seed)) {
                for (int n = 1; n <= 12; n++) {
                    List<RecordChange> edits = n == 1
                            ? world.records().stream().map(SeedWorld::published).toList()
                            : List.of(edit(random, world, published));
                    edits.forEach(each -> note(published, each));
                    applied.apply(List.of(SeedWorld.change(n, changes -> changes.addAll(edits))));
                    rebuilt.rebuild(published.values().stream(), applied.position());
                    assertEquals(rebuilt.fingerprint(), applied.fingerprint(), "seed " + seed + ", change " + n);
                    assertEquals(rebuilt.counts(), applied.counts());
                }
            }
            try (GraphProjection read = open("applied" + seed);
                    GraphProjection rebuilt = open("rebuilt" + seed)) {
                assertEquals(rebuilt.fingerprint(), read.fingerprint());
                RecordChange edit = edit(random, world, published);
                note(published, edit);
                read.apply(List.of(SeedWorld.change(13, changes -> changes.add(edit))));
                rebuilt.rebuild(published.values().stream(), read.position());
                assertEquals(rebuilt.fingerprint(), read.fingerprint());
            }
        }
    }

    private GraphProjection open(String name) {
        return new GraphProjection(directory.resolve(name), SeedWorld.RELATIONS);
    }

    private static RecordChange edit(Random random, RandomWorld world, Map<RecordName, RecordChange> published) {
        int number = random.nextInt(INSIGHTS);
        RecordName insight = RecordName.insight("i" + number);
        if (random.nextInt(4) == 0 && published.containsKey(insight)) {
            return SeedWorld.retracted(insight);
        }
        ClewRecord record = random.nextInt(3) == 0
                ? world.entity(random.nextInt(ENTITIES), ENTITIES)
                : world.insight(number, INSIGHTS);
        return SeedWorld.published(record);
    }

    private static void note(Map<RecordName, RecordChange> published, RecordChange edit) {
        if (edit.record().isPresent()) {
            published.put(edit.name(), edit);
        } else {
            published.remove(edit.name());
        }
    }
}
