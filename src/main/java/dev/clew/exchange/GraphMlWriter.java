package dev.clew.exchange;

import dev.clew.ledger.RecordChange.Content;
import dev.clew.model.Entity;
import dev.clew.model.Fact;
import dev.clew.model.Insight;
import dev.clew.model.Link;
import dev.clew.model.Redirect;
import dev.clew.model.Redirects;
import dev.clew.model.RelationType;
import dev.clew.model.Relations;
import dev.clew.model.Source;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * GraphML for graph programs: a node for each entity, an edge for each link of each claim and for each fact, with what the
 * claim says of it. It has no place for the rest of a record, so it is written and never read.
 */
final class GraphMlWriter implements RecordFileWriter {
    private static final List<String> NODE_KEYS = List.of("label", "kind", "definition");
    private static final List<String> EDGE_KEYS = List.of(
            "relation",
            "relationLabel",
            "sign",
            "denied",
            "evidence",
            "record",
            "text",
            "claimType",
            "holder",
            "speaker",
            "source",
            "subjectFraming",
            "objectFraming",
            "where",
            "period",
            "condition");

    private final Relations relations;
    private final Redirects redirects;
    private final Predicate<String> nodes;
    private final XMLStreamWriter xml;

    /**
     * Writes to the stream.
     *
     * @param nodes which entities are among the records: edges from or to others are left out
     */
    GraphMlWriter(Relations relations, Redirects redirects, Predicate<String> nodes, OutputStream out)
            throws IOException {
        this.relations = relations;
        this.redirects = redirects;
        this.nodes = nodes;
        try {
            this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
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
        writing(() -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("graphml");
            xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
            keys("node", NODE_KEYS);
            keys("edge", EDGE_KEYS);
            xml.writeStartElement("graph");
            xml.writeAttribute("id", "clew");
            xml.writeAttribute("edgedefault", "directed");
        });
    }

    private void keys(String of, List<String> names) throws XMLStreamException {
        for (String name : names) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", of + "-" + name);
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", name.equals("denied") ? "boolean" : "string");
        }
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
        xml.writeCharacters("\n");
        xml.writeStartElement("node");
        xml.writeAttribute("id", entity.id());
        data("node", "label", entity.naming().label());
        data("node", "kind", entity.kind().label());
        data("node", "definition", entity.naming().definition());
        xml.writeEndElement();
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
                    "false"));
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
        if (!nodes.test(from) || !nodes.test(to)) {
            return;
        }
        xml.writeCharacters("\n");
        xml.writeStartElement("edge");
        xml.writeAttribute("source", from);
        xml.writeAttribute("target", to);
        String relation = says.getOrDefault("relation", "");
        String label = relations
                .find(relation)
                .map(RelationType::wording)
                .map(RelationType.Wording::label)
                .orElse(relation);
        for (String key : EDGE_KEYS) {
            data("edge", key, key.equals("relationLabel") ? label : says.get(key));
        }
        xml.writeEndElement();
    }

    private void data(String of, String key, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", of + "-" + key);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }

    @Override
    public void end() throws IOException {
        writing(() -> {
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        });
    }
}
