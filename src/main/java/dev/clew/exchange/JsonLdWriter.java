package dev.clew.exchange;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.clew.exchange.LibraryExport.Addresses;
import dev.clew.ledger.RecordChange.Content;
import dev.clew.ontology.Base;
import dev.clew.ontology.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** JSON-LD: one named graph a record, with a context of prefixes only. */
final class JsonLdWriter implements RecordFileWriter {
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String STRING = "http://www.w3.org/2001/XMLSchema#string";

    private final Base base;
    private final Addresses addresses;
    private final CanonicalText canonicalText;
    private final JsonGenerator json;

    JsonLdWriter(Base base, Addresses addresses, OutputStream out) {
        this.base = base;
        this.addresses = addresses;
        this.canonicalText = new CanonicalText(base);
        try {
            json = new JsonFactory()
                    .createGenerator(out, JsonEncoding.UTF8)
                    .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        } catch (IOException impossible) {
            throw new IllegalStateException("a generator writes nothing when it is made", impossible);
        }
    }

    @Override
    public void start() throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("@context");
        if (addresses == Addresses.UNDER_THE_BASE) {
            json.writeStringField("@base", base.address());
        }
        for (Map.Entry<String, String> prefix : Prefixes.ALL.entrySet()) {
            json.writeStringField(prefix.getKey(), prefix.getValue());
        }
        json.writeEndObject();
        json.writeArrayFieldStart("@graph");
    }

    @Override
    public void write(Content record) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeStringField("@id", record.record().name().path());
        json.writeArrayFieldStart("@graph");
        Map<String, List<Triple>> bySubject = canonicalText.read(record.canonicalText()).stream()
                .collect(Collectors.groupingBy(
                        triple -> triple.getSubject().getURI(), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Triple>> subject : bySubject.entrySet()) {
            writeSubject(subject.getKey(), subject.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSubject(String subject, List<Triple> triples) throws IOException {
        json.writeStartObject();
        json.writeStringField("@id", base.relative(subject));
        Map<String, List<Node>> objects = triples.stream()
                .collect(Collectors.groupingBy(
                        triple -> triple.getPredicate().getURI(),
                        TreeMap::new,
                        Collectors.mapping(Triple::getObject, Collectors.toList())));
        for (Map.Entry<String, List<Node>> entry : objects.entrySet()) {
            boolean isType = entry.getKey().equals(TYPE);
            json.writeArrayFieldStart(isType ? "@type" : shorten(entry.getKey()));
            for (Node object : entry.getValue()) {
                writeObject(object, isType);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static String shorten(String address) {
        return Prefixes.shorten(address).orElse(address);
    }

    private void writeObject(Node object, boolean isType) throws IOException {
        if (isType) {
            json.writeString(shorten(object.getURI()));
            return;
        }
        json.writeStartObject();
        if (object.isURI()) {
            String relative = base.relative(object.getURI());
            json.writeStringField("@id", relative.equals(object.getURI()) ? shorten(relative) : relative);
        } else {
            json.writeStringField("@value", object.getLiteralLexicalForm());
            if (!object.getLiteralLanguage().isEmpty()) {
                json.writeStringField("@language", object.getLiteralLanguage());
            } else if (!object.getLiteralDatatypeURI().equals(STRING)) {
                json.writeStringField("@type", shorten(object.getLiteralDatatypeURI()));
            }
        }
        json.writeEndObject();
    }

    @Override
    public void end() throws IOException {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }
}
