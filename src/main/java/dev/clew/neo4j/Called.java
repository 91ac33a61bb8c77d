package dev.clew.neo4j;

import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.text.FilterValues;
import dev.clew.model.text.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/**
 * How entities and sources are called, asked of the server.
 *
 * @param statements asks
 * @param words cut names
 */
record Called(Statements statements, Words words) implements FilterValues.Callings {
    private static final int LIMIT_ALIKE = 1_000;

    @Override
    public boolean isPublished(RecordName name) {
        return !names(name.type(), List.of(name.id())).isEmpty();
    }

    @Override
    public List<RecordName> called(RecordType type, String calling) {
        String normal = words.normal(calling);
        if (normal.isEmpty()) {
            return List.of();
        }
        String query = FullText.called(new Findable(words).calling(calling));
        List<RecordName> called = new ArrayList<>();
        List<Record> alike = statements.read(SearchStatements.CALLED, Map.of("query", query, "limit", LIMIT_ALIKE + 1));
        if (alike.size() > LIMIT_ALIKE) {
            throw CypherSearch.refused(
                    "q",
                    "is the name of more than the " + LIMIT_ALIKE + " records that the Neo4j server tells apart",
                    calling);
        }
        for (Record each : alike) {
            RecordType found = each.get("isEntity").asBoolean() ? RecordType.ENTITY : RecordType.SOURCE;
            boolean isSo = each.get("names").asList(Value::asString).stream()
                    .anyMatch(name -> words.normal(name).equals(normal));
            if (found == type && isSo) {
                called.add(new RecordName(type, Statements.text(each, "id")));
            }
        }
        return called;
    }

    /** The names of those that are published, the label or title first. */
    Map<String, List<String>> names(RecordType type, Collection<String> ids) {
        Map<String, List<String>> names = new HashMap<>();
        if (!ids.isEmpty()) {
            String statement =
                    type == RecordType.ENTITY ? SearchStatements.ENTITY_NAMES : SearchStatements.SOURCE_NAMES;
            statements
                    .read(statement, Map.of("ids", List.copyOf(ids)))
                    .forEach(each -> names.put(
                            Statements.text(each, "id"), each.get("names").asList(Value::asString)));
        }
        return names;
    }
}
