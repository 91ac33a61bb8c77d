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

/** The records of one transaction, to be written over what is there: what differs only. */
final class Batch {
    private final Stated stated;
    private final Origin origin;
    private final Set<String> turned;

    /**
     * Begins to write.
     *
     * @param origin knows already who cites whom and who speaks for whom, as these records have it
     * @param turned entities that speak for others than before
     */
    Batch(Stated stated, Origin origin, Set<String> turned) {
        this.stated = stated;
        this.origin = origin;
        this.turned = turned;
    }

    /**
     * Writes everything but edges.
     *
     * @param onlooker is told what that does to links
     */
    void write(Statements statements, Onlooker onlooker) {
        Differences differences = Differences.of(statements, stated);
        onlooker.before(differences.pairs());
        onlooker.gone(differences.goneLinks());
        onlooker.come(differences.newLinks());
        differences.drop(statements);
        putRecords(statements, stated);
        retractRecords(statements);
        refer(statements, differences.newReferences());
        putLinks(statements, differences.newLinks());
        putFacts(statements, differences.newLinks());
        new Voicing(statements, origin).write(stated, turned, onlooker);
        if (differences.isAnythingGone() || isAnythingRetracted()) {
            statements.read(Cypher.SWEEP, Map.of());
        }
    }

    /** Writes the nodes of those that are published. */
    private static void putRecords(Statements statements, Stated stated) {
        statements.rows(Cypher.PUT_SOURCES, stated.put(RecordType.SOURCE), Stated.SOURCE_KINDS);
        statements.rows(Cypher.PUT_ENTITIES, stated.put(RecordType.ENTITY), Stated.ENTITY_KINDS);
        statements.rows(Cypher.PUT_INSIGHTS, stated.put(RecordType.INSIGHT));
    }

    private void retractRecords(Statements statements) {
        statements.ids(Cypher.RETRACT_SOURCES, stated.retracted(RecordType.SOURCE), Stated.SOURCE_KINDS);
        statements.ids(Cypher.RETRACT_ENTITIES, stated.retracted(RecordType.ENTITY), Stated.ENTITY_KINDS);
        statements.ids(Cypher.RETRACT_INSIGHTS, stated.retracted(RecordType.INSIGHT));
    }

    private boolean isAnythingRetracted() {
        for (RecordType each : RecordType.values()) {
            if (!stated.retracted(each).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Connects records with those that they name. */
    static void refer(Statements statements, Iterable<Reference> references) {
        Map<Cypher.Ends, List<Map<String, Object>>> byEnds = new HashMap<>();
        for (Reference each : references) {
            RecordName from = each.from();
            RecordName to = each.to();
            byEnds.computeIfAbsent(new Cypher.Ends(from.type(), to.type()), any -> new ArrayList<>())
                    .add(Map.of("from", from.id(), "type", each.type(), "to", to.id()));
        }
        byEnds.forEach((ends, rows) -> statements.rows(Objects.requireNonNull(Cypher.REFER.get(ends)), rows));
    }

    private static void putLinks(Statements statements, List<Said> said) {
        statements.rows(Cypher.PUT_LINKS, rows(said, RecordType.INSIGHT));
    }

    /** Writes those links that are facts. */
    static void putFacts(Statements statements, List<Said> said) {
        statements.rows(Cypher.PUT_FACTS, rows(said, RecordType.ENTITY));
    }

    private static List<Map<String, Object>> rows(List<Said> said, RecordType type) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Said each : said) {
            if (each.by().type() == type) {
                rows.add(Map.of("from", each.by().id(), "properties", each.properties()));
            }
        }
        return rows;
    }
}
