package dev.clew.neo4j;

import dev.clew.model.Attribution;
import dev.clew.model.Belief;
import dev.clew.model.Enumerations;
import dev.clew.model.Origins;
import dev.clew.model.RecordType;
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
     * @param stated what changed
     * @param turned entities that speak for others than before
     * @param onlooker is told which links get another voice
     */
    void write(Stated stated, Set<String> turned, Onlooker onlooker) {
        List<Map<String, Object>> rows = rows(affected(stated, turned));
        if (!rows.isEmpty()) {
            Map<String, String> voices = new HashMap<>();
            rows.forEach(each -> voices.put((String) each.get("id"), (String) each.get("voice")));
            onlooker.before(statements.pairs(Cypher.ENDS_OF_INSIGHTS, voices.keySet()));
            onlooker.voiced(voices);
            statements.rows(Cypher.PUT_VOICES, rows);
        }
    }

    /** Writes those of these insights, without looking at edges. */
    void write(Set<String> insights, Set<String> turned) {
        Set<String> asked = new TreeSet<>(insights);
        asked.addAll(saidBy(turned));
        statements.rows(Cypher.PUT_VOICES, rows(origin.withCiting(asked)));
    }

    private Set<String> affected(Stated stated, Set<String> turned) {
        List<String> insights = stated.touched(RecordType.INSIGHT);
        Set<String> asked = new TreeSet<>(insights);
        asked.addAll(saidBy(turned));
        Set<String> affected = origin.withCiting(asked);
        insights.stream().filter(each -> !stated.voiceless().contains(each)).forEach(affected::remove);
        return affected;
    }

    private Set<String> saidBy(Set<String> turned) {
        Set<String> insights = new TreeSet<>();
        if (!turned.isEmpty()) {
            Map<String, Object> ids = Map.of("ids", List.copyOf(origin.withSpeakers(turned)));
            statements.read(Cypher.SAID_BY, ids).forEach(each -> insights.add(Statements.text(each, "id")));
        }
        return insights;
    }

    private List<Map<String, Object>> rows(Set<String> insights) {
        if (insights.isEmpty()) {
            return List.of();
        }
        Map<String, Object> ids = Map.of("ids", List.copyOf(origin.withCited(insights)));
        statements.read(Cypher.BELIEFS, ids).forEach(each -> published.put(Statements.text(each, "id"), own(each)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : insights) {
            Own own = published.get(id);
            if (own != null) {
                String voice = voice(id).origin().path();
                if (!voice.equals(own.written())) {
                    rows.add(Map.of("id", id, "voice", voice));
                }
            }
        }
        return rows;
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
