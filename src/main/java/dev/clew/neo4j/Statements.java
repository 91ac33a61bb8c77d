package dev.clew.neo4j;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.neo4j.driver.Record;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** Runs statements in one transaction, each over many rows; one without rows is not sent. */
final class Statements {
    private final TransactionContext transaction;

    Statements(TransactionContext transaction) {
        this.transaction = transaction;
    }

    /** Runs a statement that unwinds {@code $rows}. */
    void rows(String statement, List<Map<String, Object>> rows) {
        rows(statement, rows, List.of());
    }

    /** The same for one that also takes {@code $kinds}. */
    void rows(String statement, List<Map<String, Object>> rows, List<String> kinds) {
        if (!rows.isEmpty()) {
            transaction.run(statement, Map.of("rows", rows, "kinds", kinds)).consume();
        }
    }

    /** Runs a statement that unwinds {@code $ids}. */
    void ids(String statement, Collection<String> ids) {
        ids(statement, ids, List.of());
    }

    /** The same for one that also takes {@code $kinds}. */
    void ids(String statement, Collection<String> ids, List<String> kinds) {
        if (!ids.isEmpty()) {
            transaction
                    .run(statement, Map.of("ids", List.copyOf(ids), "kinds", kinds))
                    .consume();
        }
    }

    /** What a statement gives. */
    List<Record> read(String statement, Map<String, Object> parameters) {
        return transaction.run(statement, parameters).list();
    }

    /** The pairs of entities that a statement over {@code $ids} names by subject and object. */
    Set<String> pairs(String statement, Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : pairs(read(statement, Map.of("ids", List.copyOf(ids))));
    }

    static Set<String> pairs(List<Record> records) {
        Set<String> pairs = new TreeSet<>();
        for (Record each : records) {
            pairs.add(Rows.pair(text(each, "subject"), text(each, "object")));
        }
        return pairs;
    }

    static String text(Record record, String key) {
        Value value = record.get(key);
        return value.asString();
    }
}
