package dev.clew.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** GraphML (graphml.graphdrawing.org): nodes and edges in any order, each with its values. */
final class GraphMlShape implements GraphShape {
    static final List<String> NODE_KEYS = List.of("label", "kind", "definition", "address");
    static final List<String> EDGE_KEYS = List.of(
            "relation",
            "relationLabel",
            "sign",
            "denied",
            "evidence",
            "record",
            "address",
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

    private final XMLStreamWriter xml;

    /** Writes to the stream. */
    GraphMlShape(OutputStream out) throws IOException {
        this.xml = writer(out);
    }

    static XMLStreamWriter writer(OutputStream out) throws IOException {
        try {
            return XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        } catch (XMLStreamException failed) {
            throw new IOException(failed);
        }
    }

    @Override
    public void start() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
        keys("node", NODE_KEYS);
        keys("edge", EDGE_KEYS);
        xml.writeStartElement("graph");
        xml.writeAttribute("id", "clew");
        xml.writeAttribute("edgedefault", "directed");
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
    public void node(String id, Map<String, String> values) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("node");
        xml.writeAttribute("id", id);
        data("node", NODE_KEYS, values);
        xml.writeEndElement();
    }

    @Override
    public void edge(String source, String target, Map<String, String> values) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("edge");
        xml.writeAttribute("source", source);
        xml.writeAttribute("target", target);
        data("edge", EDGE_KEYS, values);
        xml.writeEndElement();
    }

    private void data(String of, List<String> keys, Map<String, String> values) throws XMLStreamException {
        for (String key : keys) {
            String value = values.get(key);
            if (value != null) {
                xml.writeStartElement("data");
                xml.writeAttribute("key", of + "-" + key);
                xml.writeCharacters(value);
                xml.writeEndElement();
            }
        }
    }

    @Override
    public void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }
}
