package dev.clew.neo4j;

import dev.clew.model.Edge;
import dev.clew.model.Entity;
import dev.clew.model.Enumerations;
import dev.clew.model.Evidence;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Passage;
import dev.clew.model.RecordName;
import dev.clew.model.Source;
import dev.clew.model.text.RecordValues;
import dev.clew.model.text.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Records as the rows that statements unwind: properties by name, those that are not known left out. */
final class Rows {
    private final Function<RecordName, String> iri;
    private final Findable findable;

    /**
     * Makes rows.
     *
     * @param iri gives the address of a record
     * @param words cut texts for what finds records by words
     */
    Rows(Function<RecordName, String> iri, Words words) {
        this.iri = iri;
        this.findable = new Findable(words);
    }

    Map<String, Object> entity(Entity entity) {
        Map<String, Object> properties = properties(entity.name());
        properties.put("label", entity.naming().label());
        properties.put("kind", entity.kind().label());
        put(properties, "aliases", entity.naming().aliases());
        put(properties, "definition", entity.naming().definition());
        List<String> framings = new ArrayList<>();
        entity.framings().forEach(each -> framings.add(each.id() + ": " + each.label()));
        put(properties, "framings", framings);
        put(properties, "note", entity.note());
        findable.add(properties, entity);
        return row(entity.id(), properties, "kind", entity.kind().label());
    }

    Map<String, Object> source(Source source) {
        Map<String, Object> properties = properties(source.name());
        properties.put("title", source.title());
        put(properties, "date", source.publication().date());
        put(properties, "url", source.publication().url());
        put(properties, "licence", source.publication().licence());
        put(properties, "note", source.note());
        findable.add(properties, source);
        return row(source.id(), properties, "kind", RecordValues.written(source.kind()));
    }

    /**
     * An insight.
     *
     * @param voice whose voice it is; null while that is not known
     */
    Map<String, Object> insight(Insight insight, @Nullable String voice) {
        Map<String, Object> properties = properties(insight.name());
        properties.put("text", insight.claim().text());
        properties.put("language", insight.claim().language());
        properties.put("claimType", Enumerations.code(insight.claim().type()));
        properties.put("certainty", Enumerations.code(insight.claim().certainty()));
        properties.put("rank", Enumerations.code(insight.claim().rank()));
        properties.put("attribution", Enumerations.code(insight.belief().attribution()));
        put(properties, "holder", insight.belief().holder());
        put(properties, "speaker", insight.belief().speaker());
        properties.put("source", insight.passage().source());
        Passage.Span span = insight.passage().span();
        if (span != null) {
            properties.put("start", span.start());
            put(properties, "end", span.end());
        }
        put(properties, "quote", insight.passage().quote());
        put(properties, "note", insight.note());
        findable.add(properties, insight);
        put(properties, "voice", voice);
        return row(insight.id(), properties, "kind", "Insight");
    }

    private Map<String, Object> properties(RecordName name) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("id", name.id());
        properties.put("iri", iri.apply(name));
        return properties;
    }

    /**
     * The properties of what an insight says by one of its links.
     *
     * @param voice whose voice it is; null while that is not known
     */
    Map<String, Object> link(Insight insight, Link link, @Nullable String voice) {
        Map<String, Object> properties =
                ends(link.subject().entity(), link.relation(), link.object().entity());
        properties.put("sign", link.sign().symbol());
        properties.put("denied", link.denied());
        put(properties, "subjectFraming", link.subject().framing());
        put(properties, "objectFraming", link.object().framing());
        put(properties, "where", link.scope().where());
        put(properties, "period", link.scope().period());
        put(properties, "condition", link.scope().condition());
        properties.put("insight", insight.id());
        put(properties, "holder", insight.belief().holder());
        put(properties, "speaker", insight.belief().speaker());
        properties.put("source", insight.passage().source());
        properties.put("claimType", Enumerations.code(insight.claim().type()));
        put(properties, "voice", voice);
        return properties;
    }

    /** The properties of what an entity's own record states. */
    Map<String, Object> fact(String entity, Fact fact) {
        Map<String, Object> properties = ends(entity, fact.relation(), fact.object());
        properties.put("source", fact.source());
        put(properties, "from", fact.period().from());
        put(properties, "until", fact.period().until());
        return properties;
    }

    private static Map<String, Object> ends(String subject, String relation, String object) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("subject", subject);
        properties.put("relation", relation);
        properties.put("object", object);
        properties.put("pair", pair(subject, object));
        return properties;
    }

    /** Names two entities whichever comes first; ids hold no space. */
    static String pair(String one, String other) {
        return one.compareTo(other) <= 0 ? one + " " + other : other + " " + one;
    }

    static Map<String, Object> edge(Edge edge) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("relation", edge.name().relation());
        properties.put("sign", edge.sign().symbol());
        properties.put("statedSign", edge.statedSign().symbol());
        properties.put("voicesFor", (long) edge.support().voicesFor());
        properties.put("voicesAgainst", (long) edge.support().voicesAgainst());
        properties.put("contested", edge.support().isContested());
        properties.put("evidence", ids(edge.evidence(), Evidence.Kind.INSIGHT));
        properties.put("facts", ids(edge.evidence(), Evidence.Kind.FACT));
        properties.put("deniedBy", ids(edge.deniedBy(), Evidence.Kind.INSIGHT));
        return Map.of(
                "subject",
                edge.name().subject(),
                "object",
                edge.name().object(),
                "type",
                type(edge.name().relation()),
                "properties",
                properties);
    }

    /** The row of an edge that is there, as {@link Cypher#EDGES_OF_PAIRS} gives it. */
    static Map<String, Object> edge(Record record) {
        return Map.of(
                "subject",
                Statements.text(record, "subject"),
                "object",
                Statements.text(record, "object"),
                "type",
                Statements.text(record, "type"),
                "properties",
                record.get("properties").asMap());
    }

    private static List<String> ids(List<Evidence> evidence, Evidence.Kind kind) {
        return evidence.stream()
                .filter(each -> each.kind() == kind)
                .map(each -> kind == Evidence.Kind.FACT ? each.source() : each.id())
                .toList();
    }

    /** The relationship type of a relation: {@code depends-on} is {@code DEPENDS_ON}. */
    static String type(String relation) {
        return relation.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Map<String, Object> row(String id, Map<String, Object> properties, String key, String value) {
        return Map.of("id", id, "properties", properties, key, value);
    }

    private static void put(Map<String, Object> properties, String key, @Nullable Object value) {
        if (value != null) {
            properties.put(key, value);
        }
    }
}
