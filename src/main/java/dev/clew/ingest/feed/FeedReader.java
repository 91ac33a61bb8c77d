package dev.clew.ingest.feed;

import dev.clew.model.ClewException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds item by item, so that of a feed that breaks off all before the break is had. Document types are not read and
 * entities not expanded, so that no feed reaches a file, another server, or all the memory. Stateless; safe for any number of threads.
 */
public final class FeedReader {
    /** Most bytes of a feed. */
    public static final int LIMIT_BYTES = 20_000_000;
    /** Most items that are read; the rest is left and said. */
    public static final int LIMIT_ITEMS = 20_000;

    private static final int LIMIT_DEPTH = 30;
    private static final Set<String> ITEMS = Set.of("item", "entry");
    private static final Set<String> ROOTS = Set.of("rss", "feed", "rdf:RDF");
    private static final Map<String, String> PREFIXES = Map.of(
            "http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes",
            "https://podcastindex.org/namespace/1.0", "podcast",
            "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast",
            "http://www.w3.org/2005/atom", "",
            "http://purl.org/rss/1.0/modules/content/", "content",
            "http://purl.org/dc/elements/1.1/", "dc");

    private final XMLStreamReader xml;
    private final Map<String, String> prefixes = new HashMap<>();
    private final Element channel = Element.empty("channel", Map.of());
    private final List<Feed.Item> items = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();
    private @Nullable String root;

    private FeedReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * What a feed says.
     *
     * @param bytes as they came; the encoding is the one that its first mark shows, else that of the XML declaration, else UTF-8
     * @param type the Content-Type; its charset goes before the declaration's; may be empty
     * @throws ClewException (invalid) when it is no feed at all
     */
    public static Feed read(byte[] bytes, String type) {
        if (bytes.length > LIMIT_BYTES) {
            throw ClewException.invalid("feed", "must have at most " + LIMIT_BYTES + " bytes", bytes.length + " bytes");
        }
        try {
            return new FeedReader(open(bytes, type)).read();
        } catch (XMLStreamException unreadable) {
            throw notAFeed("cannot be read as XML: " + reason(unreadable));
        }
    }

    private static XMLStreamReader open(byte[] bytes, String type) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory.createXMLStreamReader(FeedEncoding.reader(bytes, type));
    }

    private Feed read() throws XMLStreamException {
        try {
            while (xml.hasNext() && items.size() < LIMIT_ITEMS) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    begin();
                }
            }
        } catch (XMLStreamException broken) {
            if (root == null) {
                throw broken;
            }
            troubles.add("The feed breaks off: " + reason(broken) + ". What stands before is taken.");
        }
        if (root == null) {
            throw notAFeed("holds nothing");
        }
        if (items.size() >= LIMIT_ITEMS) {
            troubles.add("The feed has more than " + LIMIT_ITEMS + " episodes; the rest is left.");
        }
        return new Feed(new FeedItems(troubles).show(channel), items, troubles);
    }

    private void begin() throws XMLStreamException {
        if (root == null) {
            root = xml.getLocalName();
            note();
            String name = name(root);
            if (!ROOTS.contains(name)) {
                throw notAFeed("begins with <" + root + ">");
            }
            return;
        }
        String name = name(xml.getLocalName());
        if (name.equals("channel")) {
            return;
        }
        Element element = element(0);
        if (ITEMS.contains(name)) {
            new FeedItems(troubles).item(element).ifPresent(items::add);
        } else {
            channel.children().add(element);
        }
    }

    /** Notes which prefixes stand for which vocabularies. */
    private void note() {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            boolean standing = xml.getAttributeLocalName(i).equals("xmlns");
            if (standing || "xmlns".equals(xml.getAttributePrefix(i))) {
                String usual = PREFIXES.get(xml.getAttributeValue(i).strip().toLowerCase(Locale.ROOT));
                if (usual != null) {
                    prefixes.put(standing ? "" : xml.getAttributeLocalName(i), usual);
                }
            }
        }
    }

    private String name(String written) {
        int colon = written.indexOf(':');
        String prefix = colon < 0 ? "" : written.substring(0, colon);
        String usual = prefixes.getOrDefault(prefix, prefix);
        return usual.isEmpty() ? written.substring(colon + 1) : usual + ":" + written.substring(colon + 1);
    }

    private Element element(int depth) throws XMLStreamException {
        if (depth > LIMIT_DEPTH) {
            throw new XMLStreamException("elements nest deeper than " + LIMIT_DEPTH);
        }
        Element element = Element.empty(name(xml.getLocalName()), attributes());
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> element.children().add(element(depth + 1));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    element.characters().append(xml.getText());
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    element.characters().append(FeedText.entity(xml.getLocalName()));
                case XMLStreamConstants.END_ELEMENT -> {
                    return element;
                }
                default -> {
                    // Comments and processing instructions say nothing to a reader.
                }
            }
        }
        return element;
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attributes.putIfAbsent(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
        }
        return attributes;
    }

    private static String reason(XMLStreamException broken) {
        String[] lines = String.valueOf(broken.getMessage()).split("\\R");
        String place = broken.getLocation() == null || broken.getLocation().getLineNumber() < 0
                ? ""
                : "line " + broken.getLocation().getLineNumber() + ", ";
        return place + lines[lines.length - 1].replaceFirst("^Message: ", "").strip();
    }

    private static ClewException notAFeed(String why) {
        return ClewException.invalid("feed", why + ": give the address of an RSS or Atom feed", "");
    }
}
