package dev.clew.web.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.web.http.Answer;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A feed of claims as Atom (RFC 4287) and as <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
final class FeedText {
    static final String ATOM = "application/atom+xml";
    static final String JSON = "application/feed+json";

    private FeedText() {}

    /**
     * A feed as an answer.
     *
     * @param ending {@code atom} or {@code json}
     * @param tag changes when the feed does
     */
    static Answer answer(ClaimFeed feed, String ending, String tag) {
        boolean atom = ending.equals("atom");
        String text = atom ? atom(feed) : json(feed);
        return Answer.of(atom ? ATOM + ";charset=utf-8" : JSON, text.getBytes(StandardCharsets.UTF_8))
                .with("ETag", '"' + tag + "-" + ending + '"')
                .with("Cache-Control", "no-cache");
    }

    static String atom(ClaimFeed feed) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
            element(xml, "title", feed.title());
            element(xml, "id", feed.self());
            element(xml, "updated", feed.updated().toString());
            link(xml, "self", feed.self());
            link(xml, "alternate", feed.page());
            for (ClaimFeed.Entry entry : feed.entries()) {
                entry(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, ClaimFeed.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "title", entry.title());
        element(xml, "id", entry.iri());
        element(xml, "updated", entry.updated().toString());
        if (entry.published() != null) {
            element(xml, "published", entry.published().toString());
        }
        link(xml, "alternate", entry.iri());
        xml.writeStartElement("author");
        element(xml, "name", entry.by() == null ? "unknown" : entry.by());
        xml.writeEndElement();
        element(xml, "content", entry.content());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    static String json(ClaimFeed feed) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("home_page_url", feed.page())
                .put("feed_url", feed.self());
        var items = json.putArray("items");
        for (ClaimFeed.Entry entry : feed.entries()) {
            ObjectNode item = items.addObject()
                    .put("id", entry.iri())
                    .put("url", entry.iri())
                    .put("title", entry.title())
                    .put("content_text", entry.content())
                    .put("date_modified", entry.updated().toString());
            if (entry.published() != null) {
                item.put("date_published", entry.published().toString());
            }
            if (entry.by() != null) {
                item.putArray("authors").addObject().put("name", entry.by());
            }
        }
        return json.toString();
    }
}
