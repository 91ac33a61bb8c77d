package dev.clew.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * GEXF 1.3 (gexf.net), which Gephi reads: all nodes, then all edges. Edges wait in memory until the nodes are written, so it is
 * for parts of a library only.
 */
final class GexfShape implements GraphShape {
    private final XMLStreamWriter xml;
    private final List<Edge> edges = new ArrayList<>();

    private record Edge(String source, String target, Map<String, String> values) {}

    /** Writes to the stream. */
    GexfShape(OutputStream out) throws IOException {
        this.xml = GraphMlShape.writer(out);
    }

    @Override
    public void start() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("gexf");
        xml.writeDefaultNamespace("http://gexf.net/1.3");
        xml.writeAttribute("version", "1.3");
        xml.writeStartElement("graph");
        xml.writeAttribute("defaultedgetype", "directed");
        attributes("node", GraphMlShape.NODE_KEYS);
        attributes("edge", GraphMlShape.EDGE_KEYS);
        xml.writeStartElement("nodes");
    }

    private void attributes(String of, List<String> names) throws XMLStreamException {
        xml.writeStartElement("attributes");
        xml.writeAttribute("class", of);
        for (String name : names) {
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("id", name);
            xml.writeAttribute("title", name);
            xml.writeAttribute("type", name.equals("denied") ? "boolean" : "string");
        }
        xml.writeEndElement();
    }

    @Override
    public void node(String id, Map<String, String> values) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("node");
        xml.writeAttribute("id", id);
        xml.writeAttribute("label", values.getOrDefault("label", id));
        values(GraphMlShape.NODE_KEYS, values);
        xml.writeEndElement();
    }

    @Override
    public void edge(String source, String target, Map<String, String> values) {
        edges.add(new Edge(source, target, values));
    }

    private void values(List<String> keys, Map<String, String> values) throws XMLStreamException {
        xml.writeStartElement("attvalues");
        for (String key : keys) {
            String value = values.get(key);
            if (value != null) {
                xml.writeEmptyElement("attvalue");
                xml.writeAttribute("for", key);
                xml.writeAttribute("value", value);
            }
        }
        xml.writeEndElement();
    }

    @Override
    public void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeStartElement("edges");
        for (int i = 0; i < edges.size(); i++) {
            Edge edge = edges.get(i);
            xml.writeCharacters("\n");
            xml.writeStartElement("edge");
            xml.writeAttribute("id", Integer.toString(i));
            xml.writeAttribute("source", edge.source());
            xml.writeAttribute("target", edge.target());
            xml.writeAttribute("label", edge.values().getOrDefault("relationLabel", ""));
            values(GraphMlShape.EDGE_KEYS, edge.values());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }
}
