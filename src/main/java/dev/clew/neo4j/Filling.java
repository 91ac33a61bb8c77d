package dev.clew.neo4j;

import dev.clew.ledger.RecordChange;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.neo4j.Stated.Reference;
import dev.clew.neo4j.Stated.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Fills a property graph in which nothing is: while records come nothing of it is read or compared, and edges are drawn at
 * the end, each once. Holds the names of sources and entities in memory.
 */
final class Filling implements AutoCloseable {
    private final Neo4jServer server;
    private final String mark;
    private final Rows rows;
    private final Origin origin;
    private final Writing writing = new Writing();
    private final Set<RecordName> there = new HashSet<>();
    private final Set<String> voiceless = new TreeSet<>();
    private final Set<String> turned = new TreeSet<>();
    private boolean hasInsights;

    /**
     * Begins to fill.
     *
     * @param mark of the graph that is being filled
     * @param origin learns who cites whom and who speaks for whom
     */
    Filling(Neo4jServer server, String mark, Rows rows, Origin origin) {
        this.server = server;
        this.mark = mark;
        this.rows = rows;
        this.origin = origin;
    }

    /** Writes records that were not written before, without edges. */
    void add(Collection<RecordChange> records) {
        Map<RecordName, RecordChange> byName = new HashMap<>();
        records.forEach(each -> byName.put(each.name(), each));
        Set<String> speakers = origin.take(byName);
        if (hasInsights) {
            turned.addAll(speakers);
        }
        Stated stated = new Stated(records, rows, origin);
        voiceless.addAll(stated.voiceless());
        hasInsights |= !stated.put(RecordType.INSIGHT).isEmpty();
        Map<RecordType, List<String>> missing = missing(stated);
        InsightRows insights = new InsightRows(stated);
        writing.begin(() -> server.write(mark, statements -> write(statements, stated, missing, insights)));
    }

    private static void write(
            Statements statements, Stated stated, Map<RecordType, List<String>> missing, InsightRows insights) {
        statements.rows(Cypher.PUT_SOURCES, stated.put(RecordType.SOURCE), Stated.SOURCE_KINDS);
        statements.rows(Cypher.PUT_ENTITIES, stated.put(RecordType.ENTITY), Stated.ENTITY_KINDS);
        statements.ids(Cypher.NAME_SOURCES, missing.getOrDefault(RecordType.SOURCE, List.of()));
        statements.ids(Cypher.NAME_ENTITIES, missing.getOrDefault(RecordType.ENTITY, List.of()));
        insights.write(statements);
        Batch.refer(
                statements,
                stated.references().stream()
                        .filter(each -> !InsightRows.isWithin(each))
                        .toList());
        Batch.putFacts(statements, stated.said());
    }

    /** What is named by something, and not there. */
    private Map<RecordType, List<String>> missing(Stated stated) {
        Map<RecordType, List<String>> missing = new EnumMap<>(RecordType.class);
        for (RecordType each : List.of(RecordType.SOURCE, RecordType.ENTITY)) {
            stated.put(each).forEach(row -> there.add(new RecordName(each, (String) row.getOrDefault("id", ""))));
        }
        for (RecordName each : named(stated)) {
            if (there.add(each)) {
                missing.computeIfAbsent(each.type(), any -> new ArrayList<>()).add(each.id());
            }
        }
        return missing;
    }

    private static Set<RecordName> named(Stated stated) {
        Set<RecordName> named = new HashSet<>();
        for (Reference each : stated.references()) {
            if (each.to().type() != RecordType.INSIGHT) {
                named.add(each.to());
            }
        }
        for (Said each : stated.said()) {
            named.add(RecordName.entity(each.subject()));
            named.add(RecordName.entity(each.object()));
        }
        return named;
    }

    /** Writes what hangs on all records: voices of those who cite others, and edges. */
    void finish(Drawing drawing) {
        writing.await();
        server.index();
        server.write(mark, statements -> new Voicing(statements, origin).write(voiceless, turned));
        drawing.draw(writing);
    }

    @Override
    public void close() {
        writing.close();
    }
}
