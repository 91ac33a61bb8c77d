package dev.clew.web.api;

import dev.clew.model.ClewException;
import dev.clew.model.ClewRecord;
import dev.clew.model.ErrorCode;
import dev.clew.ontology.Base;
import dev.clew.ontology.ChangeDocument;
import dev.clew.ontology.RdfSyntax;
import dev.clew.ontology.RecordDocument;
import dev.clew.ontology.RecordRdf;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Negotiation;
import dev.clew.web.http.PageHead;
import dev.clew.web.http.StaticPages;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The representations of a record: which one is asked for, and the bytes of each. */
final class Representations {
    /**
     * What a caller asks for.
     *
     * @param id the last part of the path without its suffix
     * @param format the form chosen
     */
    record Asked(String id, Format format) {}

    private final Base base;
    private final RecordDocument documents;
    private final StaticPages pages;

    Representations(Base base, StaticPages pages) {
        this.base = base;
        this.documents = new RecordDocument(new RecordRdf(base));
        this.pages = pages;
    }

    /**
     * Reads the last part of a path, and the header where that has no suffix.
     *
     * @throws ClewException (not-acceptable) when the header leaves nothing that is on offer
     */
    static Asked asked(String last, String accept) {
        for (Format format : Format.values()) {
            String ending = "." + format.suffix();
            if (!format.suffix().isEmpty() && last.endsWith(ending)) {
                return new Asked(last.substring(0, last.length() - ending.length()), format);
            }
        }
        String chosen = Negotiation.choose(accept, mediaTypes())
                .orElseThrow(() -> new ClewException(
                        ErrorCode.NOT_ACCEPTABLE,
                        "None of the media types asked for can be given. On offer: " + String.join(", ", mediaTypes())
                                + "."));
        return new Asked(last, byMediaType(chosen));
    }

    private static Format byMediaType(String mediaType) {
        return Arrays.stream(Format.values())
                .filter(format -> format.mediaType().equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** Every media type on offer, the default first. */
    static List<String> mediaTypes() {
        return Arrays.stream(Format.values()).map(Format::mediaType).toList();
    }

    /** The suffixes that choose a form, for a sentence. */
    static String suffixes() {
        return Arrays.stream(Format.values())
                .filter(format -> !format.suffix().isEmpty())
                .map(format -> "." + format.suffix())
                .collect(Collectors.joining(" "));
    }

    /** The page; the status tells what became of the record. */
    Answer page(int status) {
        return pages.page(status);
    }

    /** The page of something published, with its head. */
    Answer page(PageHead head) {
        return pages.page(head);
    }

    /** The work's answer; for a browser the page that says so when there is nothing, or nothing any more. */
    Answer orPage(Asked asked, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (ClewException refused) {
            boolean absent = refused.code() == ErrorCode.NOT_FOUND || refused.code() == ErrorCode.GONE;
            if (absent && asked.format() == Format.HTML) {
                return page(refused.code().httpStatus()).with("Vary", "Accept");
            }
            throw refused;
        }
    }

    /** The record in one of the RDF syntaxes. */
    Answer rdf(ClewRecord record, Format format) {
        return rdf(format, documents.write(record, syntax(format)));
    }

    /** The change in one of the RDF syntaxes. */
    Answer rdf(ChangeDocument change, Format format) {
        return rdf(format, change.write(base, syntax(format)));
    }

    private static Answer rdf(Format format, byte[] document) {
        boolean text = format != Format.JSON_LD;
        return Answer.of(format.mediaType() + (text ? ";charset=utf-8" : ""), document)
                .with("Cache-Control", "no-cache");
    }

    private static RdfSyntax syntax(Format format) {
        return switch (format) {
            case TURTLE -> RdfSyntax.TURTLE;
            case JSON_LD -> RdfSyntax.JSON_LD;
            case TRIG -> RdfSyntax.TRIG;
            case N_TRIPLES -> RdfSyntax.N_TRIPLES;
            case JSON, HTML -> throw new IllegalArgumentException("no RDF syntax: " + format);
        };
    }

    /** The answer with the headers that tell of the other forms (RFC 8288, RFC 9110 section 12.5.5). */
    Answer varying(Answer answer, String path) {
        String links = Arrays.stream(Format.values())
                .filter(format -> !format.suffix().isEmpty())
                .map(format -> "</" + path + "." + format.suffix() + ">; rel=\"alternate\"; type=\""
                        + format.mediaType() + "\"")
                .collect(Collectors.joining(", "));
        return answer.with("Vary", "Accept").with("Link", links);
    }
}
