package dev.clew.mail;

import dev.clew.mail.LetterText.Reason;
import dev.clew.mail.LetterText.Shown;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A letter as HTML that common mail programs show alike: one column, no images, no style sheet but a few lines on elements,
 * nothing that is loaded.
 */
final class HtmlLetter {
    private static final String BODY =
            "font-family:Georgia,serif;font-size:16px;line-height:1.5;max-width:38em;" + "margin:0 auto;padding:16px";
    private static final String SMALL = "font-size:14px;color:#555555;margin:4px 0";

    private final XMLStreamWriter xml;

    private HtmlLetter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String of(LetterText text) {
        StringWriter written = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            new HtmlLetter(xml).write(text);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
        return "<!DOCTYPE html>\n" + written;
    }

    private void write(LetterText text) throws XMLStreamException {
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "en");
        styled("body", BODY);
        element("p", "", text.opening());
        for (Shown claim : text.claims()) {
            claim(claim);
        }
        if (!text.told().isEmpty()) {
            element("h2", "font-size:18px", "What became of what you follow");
            list(text);
        }
        xml.writeEmptyElement("hr");
        linked(text.links().page(), text.links().label());
        if (text.links().leave() != null) {
            linked(text.links().leave(), "Stop these letters");
        }
        element("p", SMALL, text.closing());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void list(LetterText text) throws XMLStreamException {
        xml.writeStartElement("ul");
        for (String line : text.told()) {
            element("li", "", line);
        }
        xml.writeEndElement();
    }

    private void claim(Shown claim) throws XMLStreamException {
        styled("div", "border-left:3px solid #888888;padding-left:12px;margin:20px 0");
        if (claim.reasons().counterView()) {
            element("p", SMALL, "Counter-view");
        }
        styled("p", "margin:4px 0;font-size:18px");
        link(claim.page(), claim.text());
        xml.writeEndElement();
        element("p", SMALL, claim.origin());
        if (claim.listen() != null) {
            linked(claim.listen(), "Listen from there");
        }
        for (String also : claim.also()) {
            element("p", SMALL, "Also: " + also);
        }
        reasons(claim);
        xml.writeEndElement();
    }

    private void reasons(Shown claim) throws XMLStreamException {
        element("p", SMALL, "Chosen by " + claim.reasons().points() + " points:");
        styled("ul", SMALL);
        for (Reason reason : claim.reasons().each()) {
            xml.writeStartElement("li");
            xml.writeCharacters(reason.points() + " – ");
            link(reason.check(), reason.text());
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void linked(String address, String text) throws XMLStreamException {
        styled("p", SMALL);
        link(address, text);
        xml.writeEndElement();
    }

    private void link(String address, String text) throws XMLStreamException {
        xml.writeStartElement("a");
        xml.writeAttribute("href", address);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void element(String name, String style, String text) throws XMLStreamException {
        styled(name, style);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void styled(String name, String style) throws XMLStreamException {
        xml.writeStartElement(name);
        if (!style.isEmpty()) {
            xml.writeAttribute("style", style);
        }
    }
}
