package dev.clew.neo4j;

import dev.clew.model.Edge;
import dev.clew.model.EdgeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which edges go, which come, which change, and by how much that changes how many edges entities have. */
final class Redrawing {
    private final List<Map<String, Object>> gone = new ArrayList<>();
    private final List<Map<String, Object>> changed = new ArrayList<>();
    private final List<Map<String, Object>> drawn = new ArrayList<>();
    private final EdgeCounts counts = new EdgeCounts();

    /** Compares the edges between two entities as they were with those that are to be drawn. */
    void add(List<Edge> before, List<Edge> now) {
        Map<EdgeName, Edge> left = new HashMap<>();
        before.forEach(each -> left.put(each.name(), each));
        for (Edge each : now) {
            Edge old = left.remove(each.name());
            Map<String, Object> row = Rows.edge(each);
            if (old == null) {
                drawn.add(row);
                counts.add(each, 1);
            } else if (!Rows.edge(old).equals(row)) {
                changed.add(row);
                counts.add(old, -1);
                counts.add(each, 1);
            }
        }
        for (Edge each : left.values()) {
            gone.add(Rows.edge(each));
            counts.add(each, -1);
        }
    }

    void write(Statements statements) {
        byType(gone).forEach((type, rows) -> statements.rows(Cypher.dropEdges(type), rows));
        byType(changed).forEach((type, rows) -> statements.rows(Cypher.changeEdges(type), rows));
        statements.rows(Cypher.PUT_EDGES, drawn);
        statements.rows(Cypher.COUNT_EDGES, counts.rows());
    }

    private static Map<String, List<Map<String, Object>>> byType(List<Map<String, Object>> rows) {
        return rows.stream().collect(Collectors.groupingBy(each -> (String) each.get("type")));
    }
}
