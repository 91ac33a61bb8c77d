package dev.clew.neo4j;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.neo4j.Stated.Reference;
import dev.clew.neo4j.Stated.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Insights with all they say, a row each, as {@link Cypher#FILL_INSIGHTS} takes them. */
final class InsightRows {
    private final List<Map<String, Object>> put;
    private final List<String> entities;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<RecordName, String> sources = new HashMap<>();
    private final Map<RecordName, List<Map<String, Object>>> references = new HashMap<>();
    private final Map<RecordName, List<Map<String, Object>>> links = new HashMap<>();

    /** Of all insights that are published. */
    InsightRows(Stated stated) {
        put = stated.put(RecordType.INSIGHT);
        List<Reference> named =
                stated.references().stream().filter(InsightRows::isWithin).toList();
        List<Said> said = stated.said().stream()
                .filter(each -> each.by().type() == RecordType.INSIGHT)
                .toList();
        entities = entities(named, said);
        for (String each : entities) {
            places.put(each, places.size());
        }
        named.forEach(this::add);
        said.forEach(this::add);
    }

    private static List<String> entities(List<Reference> named, List<Said> said) {
        Set<String> ids = new TreeSet<>();
        for (Reference each : named) {
            if (each.to().type() == RecordType.ENTITY) {
                ids.add(each.to().id());
            }
        }
        for (Said each : said) {
            ids.add(each.subject());
            ids.add(each.object());
        }
        return List.copyOf(ids);
    }

    private void add(Reference reference) {
        if (reference.to().type() == RecordType.SOURCE) {
            sources.put(reference.from(), reference.to().id());
        } else {
            references
                    .computeIfAbsent(reference.from(), any -> new ArrayList<>())
                    .add(Map.of(
                            "type", reference.type(), "to", place(reference.to().id())));
        }
    }

    private void add(Said said) {
        links.computeIfAbsent(said.by(), any -> new ArrayList<>())
                .add(Map.of(
                        "subject",
                        place(said.subject()),
                        "object",
                        place(said.object()),
                        "properties",
                        said.properties()));
    }

    private Integer place(String entity) {
        return Objects.requireNonNull(places.get(entity));
    }

    /** Whether a reference is in the row of an insight: those to other insights are not. */
    static boolean isWithin(Reference reference) {
        return reference.from().type() == RecordType.INSIGHT && reference.to().type() != RecordType.INSIGHT;
    }

    /**
     * Writes them.
     *
     * @throws IllegalStateException when an entity or source that they name is not there
     */
    void write(Statements statements) {
        if (put.isEmpty()) {
            return;
        }
        List<Map<String, Object>> rows = put.stream().map(this::row).toList();
        int written = statements
                .read(Cypher.FILL_INSIGHTS, Map.of("rows", rows, "ids", entities))
                .getFirst()
                .get("written")
                .asInt();
        if (written != rows.size()) {
            throw new IllegalStateException("of " + rows.size() + " insights " + written
                    + " were written: what they name is missing. Something else writes to this Neo4j database; give Clew one"
                    + " of its own.");
        }
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
