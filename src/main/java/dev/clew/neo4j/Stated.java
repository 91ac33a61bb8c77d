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
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What records of one transaction state, each once and in its last version: rows of statements, references, links. */
final class Stated {
    /** The second labels of sources. */
    static final List<String> SOURCE_KINDS = List.of("Podcast", "Episode", "Document");
    /** The second labels of entities. */
    static final List<String> ENTITY_KINDS =
            Arrays.stream(EntityKind.values()).map(EntityKind::label).toList();

    private final Rows rows;
    private final Origin origin;
    private final Set<String> voiceless = new TreeSet<>();
    private final Map<RecordType, List<String>> touched = new EnumMap<>(RecordType.class);
    private final Map<RecordType, List<String>> retracted = new EnumMap<>(RecordType.class);
    private final Map<RecordType, List<Map<String, Object>>> put = new EnumMap<>(RecordType.class);
    private final Set<Reference> references = new LinkedHashSet<>();
    private final List<Said> said = new ArrayList<>();

    /**
     * That a record names another.
     *
     * @param from the record
     * @param type the type of the relationship
     * @param to the other one
     */
    record Reference(RecordName from, String type, RecordName to) {}

    /**
     * A link of an insight or a fact of an entity.
     *
     * @param by the insight or entity
     * @param properties those of its node
     */
    record Said(RecordName by, Map<String, Object> properties) {
        /** The two entities it is between. */
        String pair() {
            return text("pair");
        }

        String subject() {
            return text("subject");
        }

        String object() {
            return text("object");
        }

        private String text(String key) {
            return (String) properties.getOrDefault(key, "");
        }
    }

    /**
     * Makes the rows.
     *
     * @param origin knows already who cites whom and who speaks for whom, as these records have it
     */
    Stated(Collection<RecordChange> records, Rows rows, Origin origin) {
        this.rows = rows;
        this.origin = origin;
        for (RecordType each : RecordType.values()) {
            touched.put(each, new ArrayList<>());
            retracted.put(each, new ArrayList<>());
            put.put(each, new ArrayList<>());
        }
        records.forEach(this::add);
    }

    private void add(RecordChange change) {
        RecordName name = change.name();
        touched(name.type()).add(name.id());
        ClewRecord record = change.record().orElse(null);
        if (record instanceof Entity entity) {
            add(entity);
        } else if (record instanceof Insight insight) {
            add(insight);
        } else if (record instanceof Source source) {
            add(source);
        } else {
            // Retracted, or an entity that was merged into another.
            retracted(name.type()).add(name.id());
        }
    }

    private void add(Entity entity) {
        put(RecordType.ENTITY).add(rows.entity(entity));
        refer(entity.name(), "RECORDED_IN", List.of(RecordName.source(entity.source())));
        for (Fact fact : entity.facts()) {
            said.add(new Said(entity.name(), rows.fact(entity.id(), fact)));
        }
    }

    private void add(Source source) {
        put(RecordType.SOURCE).add(rows.source(source));
        if (source.podcast() != null) {
            refer(source.name(), "EPISODE_OF", List.of(RecordName.source(source.podcast())));
        }
        source.people().forEach(each -> refer(source.name(), "WITH", List.of(RecordName.entity(each.person()))));
    }

    private void add(Insight insight) {
        RecordName name = insight.name();
        String voice = voice(insight);
        put(RecordType.INSIGHT).add(rows.insight(insight, voice));
        refer(name, "SAID_IN", List.of(RecordName.source(insight.passage().source())));
        refer(name, "BELIEVED_BY", entity(insight.belief().holder()));
        refer(name, "SAID_BY", entity(insight.belief().speaker()));
        refer(name, "TOPIC", entities(insight.subjects().topics()));
        refer(name, "MENTIONS", entities(insight.subjects().mentions()));
        refer(name, "SUPPORTS", insights(insight.references().supports()));
        refer(name, "CONTRADICTS", insights(insight.references().contradicts()));
        refer(name, "REFINES", insights(insight.references().refines()));
        refer(name, "CITES", insights(insight.references().cites()));
        refer(name, "RIVALS", insights(insight.references().rivals()));
        refer(name, "NAMES", entities(namedOtherwise(insight)));
        for (Link link : insight.links()) {
            said.add(new Said(name, rows.link(insight, link, voice)));
        }
    }

    /** Entities that a claim names and that are no end of a link, topic, mention, holder or speaker of it. */
    private static List<String> namedOtherwise(Insight insight) {
        Set<String> left = new TreeSet<>(insight.entities());
        insight.subjects().topics().forEach(left::remove);
        insight.subjects().mentions().forEach(left::remove);
        Stream.of(insight.belief().holder(), insight.belief().speaker())
                .filter(Objects::nonNull)
                .forEach(left::remove);
        for (Link link : insight.links()) {
            left.remove(link.subject().entity());
            left.remove(link.object().entity());
        }
        return List.copyOf(left);
    }

    /** Known at once unless it is that of what the insight cites. */
    private @Nullable String voice(Insight insight) {
        if (!origin.cited(insight.id()).isEmpty()) {
            voiceless.add(insight.id());
            return null;
        }
        return Origins.own(insight.belief(), insight.passage().source(), origin::bodies)
                .origin()
                .path();
    }

    private void refer(RecordName from, String type, List<RecordName> to) {
        to.forEach(each -> references.add(new Reference(from, type, each)));
    }

    private static List<RecordName> entity(@Nullable String id) {
        return id == null ? List.of() : List.of(RecordName.entity(id));
    }

    private static List<RecordName> entities(List<String> ids) {
        return ids.stream().map(RecordName::entity).toList();
    }

    private static List<RecordName> insights(List<String> ids) {
        return ids.stream().map(RecordName::insight).toList();
    }

    /** The records of a type that changed. */
    List<String> touched(RecordType type) {
        return touched.getOrDefault(type, List.of());
    }

    /** Those of them that are no longer published. */
    List<String> retracted(RecordType type) {
        return retracted.getOrDefault(type, List.of());
    }

    /** The others, as rows. */
    List<Map<String, Object>> put(RecordType type) {
        return put.getOrDefault(type, List.of());
    }

    /** The insights among them whose voice is that of what they cite, and not known yet. */
    Set<String> voiceless() {
        return voiceless;
    }

    /** What they name. */
    Set<Reference> references() {
        return references;
    }

    /** Their links and facts. */
    List<Said> said() {
        return said;
    }
}
