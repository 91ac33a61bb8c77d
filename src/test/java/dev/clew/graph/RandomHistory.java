package dev.clew.graph;

import dev.clew.SeedWorld;
import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A graph that saw a random world change: claims retracted and rewritten, entities of another kind and with other facts. */
final class RandomHistory {
    private final Random random;
    private final int entities;
    private final int insights;
    private final GraphProjection graph;
    private final Map<RecordName, RecordChange> published = new TreeMap<>();
    private final RandomWorld world;
    private int n;

    /** Begins with the world as one change. */
    RandomHistory(Random random, int entities, int insights, GraphProjection graph) {
        this.random = random;
        this.entities = entities;
        this.insights = insights;
        this.graph = graph;
        this.world = new RandomWorld(random, entities, insights);
        commit(world.records().stream().map(SeedWorld::published).toList());
    }

    RandomWorld world() {
        return world;
    }

    /** Everything that is published now. */
    Collection<RecordChange> published() {
        return List.copyOf(published.values());
    }

    /** Commits a few edits as one more change. */
    void goOn() {
        Map<RecordName, RecordChange> edits = new TreeMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            RecordChange edit = edit();
            edits.put(edit.name(), edit);
        }
        commit(edits.values());
    }

    private void commit(Collection<RecordChange> edits) {
        for (RecordChange each : edits) {
            if (each.record().isPresent()) {
                published.put(each.name(), each);
            } else {
                published.remove(each.name());
            }
        }
        List<RecordChange> all = new ArrayList<>(edits);
        n++;
        graph.apply(List.of(SeedWorld.change(n, changes -> changes.addAll(all))));
    }

    private RecordChange edit() {
        int number = random.nextInt(insights);
        return switch (random.nextInt(4)) {
            case 0 -> SeedWorld.retracted(RecordName.insight("i" + number));
            case 1 -> SeedWorld.published(world.entity(random.nextInt(entities), entities));
            default -> SeedWorld.published(world.insight(number, insights));
        };
    }
}
