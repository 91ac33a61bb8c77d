package dev.clew.neo4j;

import dev.clew.model.Edge;
import dev.clew.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many edges entities have, or have more than before: all, and those by claims. */
final class EdgeCounts {
    private final Map<String, int[]> byEntity = new TreeMap<>();

    /** Counts an edge so many times at both its ends; one that leads back to where it began counts nowhere. */
    void add(Edge edge, int times) {
        String subject = edge.name().subject();
        String object = edge.name().object();
        if (!subject.equals(object)) {
            boolean claimed = edge.evidence().stream().anyMatch(each -> each.kind() == Evidence.Kind.INSIGHT);
            add(subject, times, claimed);
            add(object, times, claimed);
        }
    }

    private void add(String entity, int times, boolean claimed) {
        int[] counted = byEntity.computeIfAbsent(entity, any -> new int[2]);
        counted[0] += times;
        counted[1] += claimed ? times : 0;
    }

    /** Those that are not zero, as rows. */
    List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        byEntity.forEach((entity, counted) -> {
            if (counted[0] != 0 || counted[1] != 0) {
                rows.add(Map.of("id", entity, "edges", counted[0], "claimedEdges", counted[1]));
            }
        });
        return rows;
    }
}
