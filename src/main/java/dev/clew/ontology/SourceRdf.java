package dev.clew.ontology;

import dev.clew.model.ClewException;
import dev.clew.model.RecordType;
import dev.clew.model.Source;
import dev.clew.model.SourceKind;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/** A source as triples and back. */
final class SourceRdf {
    private static final int LAST_YEAR = 9999;

    private SourceRdf() {}

    static void write(Source source, Statements out) {
        Source.Publication publication = source.publication();
        Subject node = out.record()
                .type(RecordClass.of(source.kind()).node())
                .text(Terms.TITLE, source.title())
                .source(Terms.PODCAST, source.podcast())
                .integer(Terms.SEASON, source.place().season())
                .integer(Terms.NUMBER, source.place().number())
                .address(Terms.URL, publication.url())
                .address(Terms.ENCLOSURE, publication.enclosure())
                .integer(Terms.DURATION, publication.duration())
                .address(Terms.LICENCE, publication.licence())
                .text(Terms.NOTE, source.note());
        LocalDate date = publication.date();
        if (date != null) {
            node.typed(Terms.DATE, written(date), XSDDatatype.XSDdate);
        }
        source.people().forEach(person -> writeParticipation(person, out));
    }

    private static String written(LocalDate date) {
        if (date.getYear() < 1 || date.getYear() > LAST_YEAR) {
            throw ClewException.invalid("date", "must be in the years 0001 to 9999: correct it", date.toString());
        }
        return date.toString();
    }

    private static void writeParticipation(Source.Participation participation, Statements out) {
        Subject part = out.part("participation", participation.identity())
                .type(Terms.PARTICIPATION_CLASS)
                .entity(Terms.PERSON, participation.person())
                .text(Terms.ROLE, participation.role());
        out.record().add(Terms.PARTICIPATION, part.node());
    }

    static Source read(String id, Description node) {
        Source.Publication publication = new Source.Publication(
                date(node),
                node.address(Terms.URL),
                node.address(Terms.ENCLOSURE),
                node.integer(Terms.DURATION),
                node.address(Terms.LICENCE));
        return new Source(
                id,
                kind(node),
                node.requiredText(Terms.TITLE),
                node.id(Terms.PODCAST, RecordType.SOURCE),
                new Source.Place(node.integer(Terms.SEASON), node.integer(Terms.NUMBER)),
                publication,
                node.parts(Terms.PARTICIPATION).stream()
                        .map(SourceRdf::readParticipation)
                        .toList(),
                node.text(Terms.NOTE));
    }

    private static SourceKind kind(Description node) {
        Node type = node.type();
        return RecordClass.find(type)
                .filter(found -> found.type() == RecordType.SOURCE)
                .map(found -> SourceKind.valueOf(found.name()))
                .orElseThrow(() -> node.refuse(
                        Terms.TYPE, "must be clew:Podcast, clew:Episode or clew:Document: choose one", type));
    }

    private static @Nullable LocalDate date(Description node) {
        Node value = node.one(Terms.DATE);
        if (value == null) {
            return null;
        }
        try {
            if (value.isLiteral() && XSDDatatype.XSDdate.equals(value.getLiteralDatatype())) {
                return LocalDate.parse(value.getLiteralLexicalForm());
            }
        } catch (DateTimeParseException malformed) {
            throw node.refuse(Terms.DATE, "must be a day such as 2026-04-27, without a time zone: rewrite it", value);
        }
        throw node.refuse(Terms.DATE, "must be a day as xsd:date, such as \"2026-04-27\"^^xsd:date: rewrite it", value);
    }

    private static Source.Participation readParticipation(Description part) {
        return new Source.Participation(
                part.requiredId(Terms.PERSON, RecordType.ENTITY), part.requiredText(Terms.ROLE));
    }
}
