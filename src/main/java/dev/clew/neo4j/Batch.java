package dev.clew.neo4j;

import dev.clew.ledger.RecordChange;
import dev.clew.model.ClewRecord;
import dev.clew.model.Entity;
import dev.clew.model.EntityKind;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Origins;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The records of one transaction, each once and in its last version, as rows of statements. */
final class Batch {
    private static final List<String> SOURCE_KINDS = List.of("Podcast", "Episode", "Document");
    private static final List<String> ENTITY_KINDS =
            Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();

    private final Rows rows;
    private final Origin origin;
    private final Set<String> voiced = new HashSet<>();
    private final Map<RecordType, List<String>> touched = new HashMap<>();
    private final Map<RecordType, List<String>> retracted = new HashMap<>();
    private final Map<RecordType, List<Map<String, Object>>> put = new HashMap<>();
    private final List<Map<String, Object>> links = new ArrayList<>();
    private final List<Map<String, Object>> facts = new ArrayList<>();
    private final Map<String, Integer> linked = new TreeMap<>();
    private final Map<Cypher.Ends, Set<Map<String, Object>>> references = new HashMap<>();

    /**
     * Makes the rows.
     *
     * @param origin knows already who cites whom and who speaks for whom, as these records have it
     */
    Batch(Collection<RecordChange> records, Rows rows, Origin origin) {
        this.rows = rows;
        this.origin = origin;
        records.forEach(this::add);
    }

    private void add(RecordChange change) {
        RecordName name = change.name();
        of(touched, name.type()).add(name.id());
        ClewRecord record = change.record().orElse(null);
        if (record instanceof Entity entity) {
            add(entity);
        } else if (record instanceof Insight insight) {
            add(insight);
        } else if (record instanceof Source source) {
            add(source);
        } else {
            // Retracted, or an entity that was merged into another.
            of(retracted, name.type()).add(name.id());
        }
    }

    private void add(Entity entity) {
        of(put, RecordType.ENTITY).add(rows.entity(entity));
        refer(entity.name(), "RECORDED_IN", List.of(RecordName.source(entity.source())));
        for (Fact fact : entity.facts()) {
            facts.add(rows.fact(entity.id(), fact));
            linked.merge(Rows.pair(entity.id(), fact.object()), 1, Integer::sum);
        }
    }

    private void add(Source source) {
        of(put, RecordType.SOURCE).add(rows.source(source));
        if (source.podcast() != null) {
            refer(source.name(), "EPISODE_OF", List.of(RecordName.source(source.podcast())));
        }
        source.people().forEach(each -> refer(source.name(), "WITH", List.of(RecordName.entity(each.person()))));
    }

    private void add(Insight insight) {
        RecordName name = insight.name();
        String voice = voice(insight);
        of(put, RecordType.INSIGHT).add(rows.insight(insight, voice));
        refer(name, "SAID_IN", List.of(RecordName.source(insight.passage().source())));
        if (insight.belief().holder() != null) {
            refer(
                    name,
                    "BELIEVED_BY",
                    List.of(RecordName.entity(insight.belief().holder())));
        }
        if (insight.belief().speaker() != null) {
            refer(name, "SAID_BY", List.of(RecordName.entity(insight.belief().speaker())));
        }
        refer(name, "TOPIC", entities(insight.subjects().topics()));
        refer(name, "MENTIONS", entities(insight.subjects().mentions()));
        refer(name, "SUPPORTS", insights(insight.references().supports()));
        refer(name, "CONTRADICTS", insights(insight.references().contradicts()));
        refer(name, "REFINES", insights(insight.references().refines()));
        refer(name, "CITES", insights(insight.references().cites()));
        refer(name, "RIVALS", insights(insight.references().rivals()));
        for (Link link : insight.links()) {
            links.add(rows.link(insight, link, voice));
            linked.merge(Rows.pair(link.subject().entity(), link.object().entity()), 1, Integer::sum);
        }
    }

    /** Known at once unless it is that of what the insight cites. */
    private @Nullable String voice(Insight insight) {
        if (!origin.cited(insight.id()).isEmpty()) {
            return null;
        }
        voiced.add(insight.id());
        return Origins.own(insight.belief(), insight.passage().source(), origin::bodies)
                .origin()
                .path();
    }

    private void refer(RecordName from, String type, List<RecordName> to) {
        for (RecordName each : to) {
            references
                    .computeIfAbsent(new Cypher.Ends(from.type(), each.type()), any -> new LinkedHashSet<>())
                    .add(Map.of("from", from.id(), "type", type, "to", each.id()));
        }
    }

    private static List<RecordName> entities(List<String> ids) {
        return ids.stream().map(RecordName::entity).toList();
    }

    private static List<RecordName> insights(List<String> ids) {
        return ids.stream().map(RecordName::insight).toList();
    }

    private static <T> List<T> of(Map<RecordType, List<T>> lists, RecordType type) {
        return lists.computeIfAbsent(type, any -> new ArrayList<>());
    }

    /** The insights that changed. */
    List<String> insights() {
        return of(touched, RecordType.INSIGHT);
    }

    /** Those of them that are put with the voice they have. */
    Set<String> voiced() {
        return voiced;
    }

    /** How many links this puts between each pair of entities. */
    Map<String, Integer> linked() {
        return linked;
    }

    /** Writes everything but voices and edges; gives the pairs of entities between which links went or changed. */
    Set<String> write(Statements statements) {
        List<String> entities = of(touched, RecordType.ENTITY);
        Set<String> pairs = new TreeSet<>(statements.pairs(Cypher.ENDS_OF_INSIGHTS, insights()));
        pairs.addAll(statements.pairs(Cypher.ENDS_OF_FACTS, entities));
        statements.ids(Cypher.CLEAR_INSIGHTS, insights());
        statements.ids(Cypher.CLEAR_ENTITIES, entities);
        statements.ids(Cypher.CLEAR_SOURCES, of(touched, RecordType.SOURCE));
        putAndRetract(statements);
        references.forEach((ends, distinct) ->
                statements.rows(Objects.requireNonNull(Cypher.REFER.get(ends)), List.copyOf(distinct)));
        statements.rows(Cypher.PUT_LINKS, links);
        statements.rows(Cypher.PUT_FACTS, facts);
        return pairs;
    }

    private void putAndRetract(Statements statements) {
        statements.rows(Cypher.PUT_SOURCES, of(put, RecordType.SOURCE), SOURCE_KINDS);
        statements.rows(Cypher.PUT_ENTITIES, of(put, RecordType.ENTITY), ENTITY_KINDS);
        statements.rows(Cypher.PUT_INSIGHTS, of(put, RecordType.INSIGHT));
        statements.ids(Cypher.RETRACT_SOURCES, of(retracted, RecordType.SOURCE), SOURCE_KINDS);
        statements.ids(Cypher.RETRACT_ENTITIES, of(retracted, RecordType.ENTITY), ENTITY_KINDS);
        statements.ids(Cypher.RETRACT_INSIGHTS, of(retracted, RecordType.INSIGHT));
    }
}
