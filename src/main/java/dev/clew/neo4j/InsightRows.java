package dev.clew.neo4j;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.neo4j.Stated.Reference;
import dev.clew.neo4j.Stated.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Insights with all they say, a row each, as {@link Cypher#FILL_INSIGHTS} takes them. */
final class InsightRows {
    private final Map<RecordName, String> sources = new HashMap<>();
    private final Map<RecordName, List<Map<String, Object>>> references = new HashMap<>();
    private final Map<RecordName, List<Map<String, Object>>> links = new HashMap<>();

    private InsightRows(Stated stated) {
        for (Reference each : stated.references()) {
            if (!isWithin(each)) {
                continue;
            }
            if (each.to().type() == RecordType.SOURCE) {
                sources.put(each.from(), each.to().id());
            } else {
                references
                        .computeIfAbsent(each.from(), any -> new ArrayList<>())
                        .add(Map.of("type", each.type(), "to", each.to().id()));
            }
        }
        for (Said each : stated.said()) {
            links.computeIfAbsent(each.by(), any -> new ArrayList<>()).add(each.properties());
        }
    }

    /** The rows of all insights that are published. */
    static List<Map<String, Object>> of(Stated stated) {
        InsightRows rows = new InsightRows(stated);
        return stated.put(RecordType.INSIGHT).stream().map(rows::row).toList();
    }

    /** Whether a reference is in the row of an insight: those to other insights are not. */
    static boolean isWithin(Reference reference) {
        return reference.from().type() == RecordType.INSIGHT && reference.to().type() != RecordType.INSIGHT;
    }

    private Map<String, Object> row(Map<String, Object> put) {
        RecordName name = RecordName.insight((String) put.getOrDefault("id", ""));
        Map<String, Object> row = new HashMap<>(put);
        row.put("source", sources.getOrDefault(name, ""));
        row.put("references", references.getOrDefault(name, List.of()));
        row.put("links", links.getOrDefault(name, List.of()));
        return row;
    }
}
