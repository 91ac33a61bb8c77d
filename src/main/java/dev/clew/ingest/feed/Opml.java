package dev.clew.ingest.feed;

import dev.clew.desk.Subscription;
import dev.clew.desk.Subscriptions;
import dev.clew.model.ClewException;
import dev.clew.model.WebAddress;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;

/** Lists of feeds as programs exchange them: <a href="http://opml.org/spec2.opml">OPML 2.0</a>. */
public final class Opml {
    /** Its media type. */
    public static final String MEDIA_TYPE = "text/x-opml";
    /** Most bytes of a list that is read. */
    public static final int LIMIT_BYTES = 4_000_000;

    private Opml() {}

    /** A list of feeds. */
    public static String write(List<Subscription> feeds) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of Clew");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("body");
            for (Subscription feed : feeds) {
                xml.writeEmptyElement("outline");
                xml.writeAttribute("type", "rss");
                xml.writeAttribute("text", feed.podcast() == null ? feed.address() : feed.podcast());
                xml.writeAttribute("xmlUrl", feed.address());
            }
            xml.writeEndDocument();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
        return text.toString();
    }

    /**
     * The addresses of the feeds of a list, in its order, each once.
     *
     * @throws ClewException (invalid) when it is no OPML, names no feed or too many, or names what is no address; nothing of it is
     *     taken then
     */
    public static Set<String> addresses(byte[] bytes) {
        Set<String> addresses = new LinkedHashSet<>();
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            XMLStreamReader xml = factory.createXMLStreamReader(FeedEncoding.reader(bytes, ""));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("outline")
                        && xml.getAttributeValue(null, "xmlUrl") != null) {
                    addresses.add(checked(xml.getAttributeValue(null, "xmlUrl").strip()));
                }
            }
        } catch (XMLStreamException unreadable) {
            throw ClewException.invalid(
                    "opml",
                    "cannot be read as XML: "
                            + String.valueOf(unreadable.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""),
                    "");
        }
        if (addresses.isEmpty() || addresses.size() > Subscriptions.LIMIT_FEEDS) {
            throw ClewException.invalid(
                    "opml",
                    "must name 1 to " + Subscriptions.LIMIT_FEEDS + " feeds by xmlUrl",
                    Integer.toString(addresses.size()));
        }
        return addresses;
    }

    private static String checked(String address) {
        if (!WebAddress.isSafe(address)) {
            throw ClewException.invalid("opml", "names what is no http or https address", address);
        }
        return address;
    }
}
