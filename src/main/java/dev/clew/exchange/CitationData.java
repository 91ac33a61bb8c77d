package dev.clew.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A path's citation for programs: as JSON-LD in the words of schema.org, or as GraphML. */
public final class CitationData {
    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
    private static final List<String> EDGE_KEYS = List.of("relation", "sign", "claims", "disputedBy");

    private final PathCitation path;

    /** Writes this citation. */
    public CitationData(PathCitation path) {
        this.path = path;
    }

    /** JSON-LD: a creative work that cites its claims, each with its speaker, source and place. */
    public ObjectNode jsonLd() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@context", "https://schema.org/").put("@type", "CreativeWork");
        json.put("@id", path.pinned().address()).put("name", path.sentence());
        json.put("version", Long.toString(path.pinned().change()));
        ArrayNode about = json.putArray("about");
        for (PathCitation.Step step : path.steps()) {
            ObjectNode one = about.addObject().put("@type", "Statement");
            one.put(
                    "name",
                    step.from().label() + " " + step.words().relation() + " "
                            + step.to().label());
            one.putObject("about")
                    .put("@id", step.from().address())
                    .put("name", step.from().label());
            one.putObject("mentions")
                    .put("@id", step.to().address())
                    .put("name", step.to().label());
            references(one.putArray("citation"), step.claims());
            references(one.putArray("disputedBy"), step.disputedBy());
        }
        ArrayNode citations = json.putArray("citation");
        path.claims().forEach(claim -> citations.add(claim(claim)));
        return json;
    }

    private void references(ArrayNode json, List<Integer> numbers) {
        numbers.forEach(number -> json.addObject()
                .put("@id", path.claims().get(number - 1).thing().address()));
    }

    private static ObjectNode claim(PathCitation.Claim claim) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("@type", "Claim")
                .put("@id", claim.thing().address())
                .put("text", claim.thing().label());
        claim.said().speaker().ifPresent(name -> json.put("creditText", name));
        claim.said().holder().ifPresent(name -> json.put("author", name));
        ObjectNode source =
                json.putObject("isPartOf").put("name", claim.passage().source());
        claim.passage().date().ifPresent(day -> source.put("datePublished", day));
        claim.passage().url().ifPresent(url -> source.put("url", url));
        claim.passage().start().ifPresent(start -> json.put("startOffset", start));
        return json;
    }

    /** GraphML: a node for each entity, an edge for each step with its sign and the addresses of its claims. */
    public String graphMl() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            write(xml);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can always be written", impossible);
        }
        return text.toString();
    }

    private void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(GRAPHML);
        key(xml, "label", "node");
        for (String each : EDGE_KEYS) {
            key(xml, each, "edge");
        }
        xml.writeStartElement("graph");
        xml.writeAttribute("id", path.pinned().address());
        xml.writeAttribute("edgedefault", "directed");
        Map<String, String> nodes = new LinkedHashMap<>();
        for (PathCitation.Step step : path.steps()) {
            nodes.put(step.from().address(), step.from().label());
            nodes.put(step.to().address(), step.to().label());
        }
        for (Map.Entry<String, String> node : nodes.entrySet()) {
            xml.writeStartElement("node");
            xml.writeAttribute("id", node.getKey());
            data(xml, "label", node.getValue());
            xml.writeEndElement();
        }
        for (PathCitation.Step step : path.steps()) {
            edge(xml, step);
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void edge(XMLStreamWriter xml, PathCitation.Step step) throws XMLStreamException {
        xml.writeStartElement("edge");
        xml.writeAttribute("source", step.from().address());
        xml.writeAttribute("target", step.to().address());
        data(xml, "relation", step.words().relation());
        data(xml, "sign", step.words().sign());
        data(xml, "claims", addresses(step.claims()));
        data(xml, "disputedBy", addresses(step.disputedBy()));
        xml.writeEndElement();
    }

    private String addresses(List<Integer> numbers) {
        return String.join(
                " ",
                numbers.stream()
                        .map(number -> path.claims().get(number - 1).thing().address())
                        .toList());
    }

    private static void key(XMLStreamWriter xml, String name, String kind) throws XMLStreamException {
        xml.writeEmptyElement("key");
        xml.writeAttribute("id", name);
        xml.writeAttribute("for", kind);
        xml.writeAttribute("attr.name", name);
        xml.writeAttribute("attr.type", "string");
    }

    private static void data(XMLStreamWriter xml, String key, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }
}
