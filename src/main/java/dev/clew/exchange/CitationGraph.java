package dev.clew.exchange;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A path's citation as GraphML: a node for each entity, an edge for each step, and a node for each claim.
 *
 * <p>GraphML has no edge that ends at an edge. So a claim is a node beside the path that names the steps which it supports
 * and disputes, and a step names its claims by their nodes; that keeps one edge a step, whatever stands behind it.
 */
final class CitationGraph {
    private static final String GRAPHML = "http://graphml.graphdrawing.org/xmlns";
    private static final List<String> NODE_KEYS = List.of(
            "kind", "label", "number", "speaker", "holder", "source", "date", "minute", "url", "supports", "disputes");
    private static final List<String> EDGE_KEYS = List.of("step", "relation", "sign", "claims", "disputedBy");

    private final PathCitation path;
    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    CitationGraph(PathCitation path) {
        this.path = path;
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException impossible) {
            throw unwritable(impossible);
        }
    }

    private static IllegalStateException unwritable(XMLStreamException impossible) {
        return new IllegalStateException("a text in memory can always be written", impossible);
    }

    String text() {
        try {
            write();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw unwritable(impossible);
        }
        return text.toString();
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("graphml");
        xml.writeDefaultNamespace(GRAPHML);
        keys("node", NODE_KEYS);
        keys("edge", EDGE_KEYS);
        xml.writeStartElement("graph");
        xml.writeAttribute("id", path.pinned().address());
        xml.writeAttribute("edgedefault", "directed");
        entities();
        claims();
        steps();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void keys(String of, List<String> names) throws XMLStreamException {
        for (String name : names) {
            xml.writeEmptyElement("key");
            xml.writeAttribute("id", name);
            xml.writeAttribute("for", of);
            xml.writeAttribute("attr.name", name);
            xml.writeAttribute("attr.type", "string");
        }
    }

    private void entities() throws XMLStreamException {
        Map<String, String> labels = new LinkedHashMap<>();
        for (PathCitation.Step step : path.steps()) {
            labels.put(step.from().address(), step.from().label());
            labels.put(step.to().address(), step.to().label());
        }
        for (Map.Entry<String, String> entity : labels.entrySet()) {
            node(entity.getKey(), Map.of("kind", "entity", "label", entity.getValue()));
        }
    }

    private void claims() throws XMLStreamException {
        for (int number = 1; number <= path.claims().size(); number++) {
            PathCitation.Claim claim = path.claims().get(number - 1);
            node(claim.thing().address(), values(number, claim));
        }
    }

    private Map<String, String> values(int number, PathCitation.Claim claim) {
        Map<String, String> values = new TreeMap<>(Map.of("kind", "claim", "number", Integer.toString(number)));
        values.put("label", claim.thing().label());
        claim.said().speaker().ifPresent(name -> values.put("speaker", name));
        claim.said().holder().ifPresent(name -> values.put("holder", name));
        values.put("source", claim.passage().source());
        claim.passage().date().ifPresent(day -> values.put("date", day));
        claim.passage().minute().ifPresent(minute -> values.put("minute", minute.toString()));
        claim.passage().url().ifPresent(url -> values.put("url", url));
        values.put("supports", stepsOf(number, PathCitation.Step::claims));
        values.put("disputes", stepsOf(number, PathCitation.Step::disputedBy));
        return values;
    }

    /** Numbers, from 1, of the steps among whose claims this one is. */
    private String stepsOf(int number, Function<PathCitation.Step, List<Integer>> claims) {
        return IntStream.rangeClosed(1, path.steps().size())
                .filter(step -> claims.apply(path.steps().get(step - 1)).contains(number))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    private void steps() throws XMLStreamException {
        for (int number = 1; number <= path.steps().size(); number++) {
            PathCitation.Step step = path.steps().get(number - 1);
            xml.writeStartElement("edge");
            xml.writeAttribute("source", step.from().address());
            xml.writeAttribute("target", step.to().address());
            data("step", Integer.toString(number));
            data("relation", step.words().relation());
            data("sign", step.words().sign());
            data("claims", addresses(step.claims()));
            data("disputedBy", addresses(step.disputedBy()));
            xml.writeEndElement();
        }
    }

    private String addresses(List<Integer> numbers) {
        return numbers.stream()
                .map(number -> path.claims().get(number - 1).thing().address())
                .collect(Collectors.joining(" "));
    }

    private void node(String id, Map<String, String> values) throws XMLStreamException {
        xml.writeStartElement("node");
        xml.writeAttribute("id", id);
        for (String key : NODE_KEYS) {
            data(key, values.getOrDefault(key, ""));
        }
        xml.writeEndElement();
    }

    private void data(String key, String value) throws XMLStreamException {
        if (!value.isEmpty()) {
            xml.writeStartElement("data");
            xml.writeAttribute("key", key);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }
}
