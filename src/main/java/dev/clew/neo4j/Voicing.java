package dev.clew.neo4j;

import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Enumerations;
import dev.clew.model.Origins;
import dev.clew.model.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Writes on insights and their links whose voice they are, where that changed. */
final class Voicing {
    private final Statements statements;
    private final Origin origin;
    private final Map<String, Own> published = new HashMap<>();

    private record Own(Voice voice, @Nullable String written) {}

    Voicing(Statements statements, Origin origin) {
        this.statements = statements;
        this.origin = origin;
    }

    /**
     * Writes them.
     *
     * @param insights those that changed
     * @param voiced those of them whose voice is written
     * @param turned entities that speak for others than before
     * @return the pairs of entities whose links have another voice
     */
    Set<String> write(List<String> insights, Set<String> voiced, Set<String> turned) {
        Set<String> asked = new TreeSet<>(insights);
        if (!turned.isEmpty()) {
            Map<String, Object> ids = Map.of("ids", List.copyOf(origin.withSpeakers(turned)));
            statements.read(Cypher.SAID_BY, ids).forEach(each -> asked.add(Statements.text(each, "id")));
        }
        Set<String> affected = origin.withCiting(asked);
        affected.removeAll(voiced);
        if (affected.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> ids = Map.of("ids", List.copyOf(origin.withCited(affected)));
        statements.read(Cypher.BELIEFS, ids).forEach(each -> published.put(Statements.text(each, "id"), own(each)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : affected) {
            Own own = published.get(id);
            if (own != null) {
                String voice = voice(id).origin().path();
                if (!voice.equals(own.written())) {
                    rows.add(Map.of("id", id, "voice", voice));
                }
            }
        }
        return rows.isEmpty() ? Set.of() : Statements.pairs(statements.read(Cypher.PUT_VOICES, Map.of("rows", rows)));
    }

    private Own own(Record record) {
        Attribution attribution = Enumerations.find(Attribution.class, Statements.text(record, "attribution"))
                .orElseThrow();
        Belief belief = new Belief(optional(record, "holder"), optional(record, "speaker"), attribution);
        return new Own(
                Origins.own(belief, Statements.text(record, "source"), origin::bodies), optional(record, "voice"));
    }

    private static @Nullable String optional(Record record, String key) {
        Value value = record.get(key);
        return value.isNull() ? null : value.asString();
    }

    private Voice voice(String id) {
        return Origins.voice(
                id,
                this::citedAndPublished,
                each -> Objects.requireNonNull(published.get(each)).voice());
    }

    private List<String> citedAndPublished(String id) {
        return origin.cited(id).stream().filter(published::containsKey).toList();
    }
}
