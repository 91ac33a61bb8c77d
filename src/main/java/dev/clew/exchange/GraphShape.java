package dev.clew.exchange;

import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** How a graph stands in a file of XML: what comes first, a node, an edge, and what comes last. */
interface GraphShape {
    void start() throws XMLStreamException;

    /** A node with its values by name. */
    void node(String id, Map<String, String> values) throws XMLStreamException;

    /** An edge between two nodes with its values by name. */
    void edge(String source, String target, Map<String, String> values) throws XMLStreamException;

    void end() throws XMLStreamException;
}
