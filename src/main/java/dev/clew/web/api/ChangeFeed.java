package dev.clew.web.api;

import dev.clew.ledger.ChangeSummary;
import dev.clew.ledger.ChangeSummary.Touched;
import dev.clew.model.Enumerations;
import dev.clew.model.Role;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** {@code /feeds/changes.atom}: recent changes as an Atom feed (RFC 4287). */
final class ChangeFeed {
    private static final String ATOM = "application/atom+xml";

    private final Reads reads;

    ChangeFeed(Reads reads) {
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Stream.of(new Route(
                new Route.Address("GET", "/feeds/changes.atom", Role.ANYBODY),
                "Recent changes of the library as an Atom feed.",
                List.of(Parameter.fallback("limit", new Form.Whole(1, 200), "50", "Most changes.")),
                Route.Produces.media(List.of(ATOM)),
                this::feed));
    }

    private Answer feed(Route.Asked asked) {
        List<ChangeSummary> changes = reads.ledger()
                .changesBefore(Long.MAX_VALUE, "", asked.arguments().whole("limit"));
        String tag = reads.ledger().ledgerId() + "-"
                + (changes.isEmpty() ? 0 : changes.getFirst().n());
        StringWriter text = new StringWriter();
        try {
            write(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text), changes);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a text in memory can be written", impossible);
        }
        return Answer.of(ATOM + ";charset=utf-8", text.toString().getBytes(StandardCharsets.UTF_8))
                .with("ETag", '"' + tag + '"')
                .with("Cache-Control", "no-cache");
    }

    private void write(XMLStreamWriter xml, List<ChangeSummary> changes) throws XMLStreamException {
        String base = reads.base().address();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace("http://www.w3.org/2005/Atom");
        element(xml, "title", "Clew: recent changes");
        element(xml, "id", base + "feeds/changes.atom");
        Instant updated = changes.isEmpty() ? Instant.EPOCH : changes.getFirst().at();
        element(xml, "updated", updated.toString());
        link(xml, "self", base + "feeds/changes.atom");
        link(xml, "alternate", base + "changes");
        for (ChangeSummary change : changes) {
            entry(xml, change);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void entry(XMLStreamWriter xml, ChangeSummary change) throws XMLStreamException {
        String iri = reads.base().changeIri(change.n());
        xml.writeStartElement("entry");
        element(xml, "title", "Change " + change.n() + ": " + change.author().why());
        element(xml, "id", iri);
        element(xml, "updated", change.at().toString());
        link(xml, "alternate", iri);
        xml.writeStartElement("author");
        element(xml, "name", change.author().who());
        xml.writeEndElement();
        element(xml, "summary", summary(change));
        xml.writeEndElement();
    }

    private static String summary(ChangeSummary change) {
        String named = change.touched().stream().map(ChangeFeed::touched).collect(Collectors.joining(", "));
        int more = change.records() - change.touched().size();
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String touched(Touched touched) {
        String into = touched.into() == null ? "" : " into " + touched.into().path();
        return Enumerations.code(touched.action()) + " " + touched.name().path() + into;
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
}
