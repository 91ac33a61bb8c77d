package dev.clew.exchange;

import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.EdgeName;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Redirect;
import dev.clew.model.Redirects;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import dev.clew.ontology.Base;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A graph for graph programs: a node for each entity, an edge for each link of each claim and for each fact, with what the
 * claim says of it. It has no place for the rest of a record, so it is written and never read.
 */
final class GraphWriter implements RecordFileWriter {
    private final Relations relations;
    private final Redirects redirects;
    private final Base base;
    private final Drawn drawn;
    private final GraphShape shape;

    /**
     * What is drawn.
     *
     * @param nodes which entities are among the records: edges from or to others are left out
     * @param edges which edges are; a symmetric one is asked for under its own name
     */
    record Drawn(Predicate<String> nodes, Predicate<EdgeName> edges) {}

    /** Writes in this shape. */
    GraphWriter(Relations relations, Redirects redirects, Base base, Drawn drawn, GraphShape shape) {
        this.relations = relations;
        this.redirects = redirects;
        this.base = base;
        this.drawn = drawn;
        this.shape = shape;
    }

    private interface Writing {
        void run() throws XMLStreamException;
    }

    private static void writing(Writing work) throws IOException {
        try {
            work.run();
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void start() throws IOException {
        writing(shape::start);
    }

    @Override
    public void write(Content record) throws IOException {
        writing(() -> {
            switch (redirects.followed(record.record())) {
                case Entity entity -> write(entity);
                case Insight insight -> write(insight);
                case Source source -> {}
                case Redirect redirect -> {}
            }
        });
    }

    private void write(Entity entity) throws XMLStreamException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("label", entity.naming().label());
        values.put("kind", entity.kind().label());
        put(values, "definition", entity.naming().definition());
        values.put("address", base.iri(entity.name()));
        shape.node(entity.id(), values);
        for (Fact fact : entity.facts()) {
            Map<String, String> says = new TreeMap<>(Map.of(
                    "relation",
                    fact.relation(),
                    "evidence",
                    "fact",
                    "record",
                    entity.id(),
                    "source",
                    fact.source(),
                    "denied",
                    "false",
                    "address",
                    base.iri(entity.name())));
            edge(entity.id(), fact.object(), says);
        }
    }

    private void write(Insight insight) throws XMLStreamException {
        for (Link link : insight.links()) {
            Map<String, String> says = new TreeMap<>(Map.of(
                    "relation",
                    link.relation(),
                    "sign",
                    link.sign().symbol(),
                    "denied",
                    Boolean.toString(link.denied()),
                    "evidence",
                    "insight",
                    "record",
                    insight.id(),
                    "text",
                    insight.claim().text(),
                    "claimType",
                    insight.claim().type().code(),
                    "source",
                    insight.passage().source()));
            says.put("address", base.iri(insight.name()));
            put(says, "holder", insight.belief().holder());
            put(says, "speaker", insight.belief().speaker());
            put(says, "subjectFraming", link.subject().framing());
            put(says, "objectFraming", link.object().framing());
            put(says, "where", link.scope().where());
            put(says, "period", link.scope().period());
            put(says, "condition", link.scope().condition());
            edge(link.subject().entity(), link.object().entity(), says);
        }
    }

    private static void put(Map<String, String> says, String key, @Nullable String value) {
        if (value != null) {
            says.put(key, value);
        }
    }

    private void edge(String from, String to, Map<String, String> says) throws XMLStreamException {
        String relation = says.getOrDefault("relation", "");
        if (!drawn.nodes().test(from)
                || !drawn.nodes().test(to)
                || !drawn.edges().test(edge(from, relation, to))) {
            return;
        }
        String label = relations
                .find(relation)
                .map(RelationType::wording)
                .map(RelationType.Wording::label)
                .orElse(relation);
        says.put("relationLabel", label);
        shape.edge(from, to, says);
    }

    /** The name of the edge that a link is part of. */
    private EdgeName edge(String from, String relation, String to) {
        boolean turned = from.compareTo(to) > 0
                && relations.find(relation).map(RelationType::isSymmetric).orElse(false);
        return turned ? new EdgeName(to, relation, from) : new EdgeName(from, relation, to);
    }

    @Override
    public void end() throws IOException {
        writing(shape::end);
    }
}
