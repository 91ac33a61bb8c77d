package dev.clew.web.api;

import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.RecordType;
import dev.clew.model.Redirect;
import dev.clew.model.Role;
import dev.clew.model.Slug;
import dev.clew.web.http.Answer;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import dev.clew.web.http.Route;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * The addresses of records, by path whatever host and port were used: a page for browsers, RDF and JSON for other tools,
 * chosen by the {@code Accept} header or by a suffix.
 */
final class RecordAddresses {
    private final RecordCalls calls;
    private final Representations representations;
    private final Reads reads;

    RecordAddresses(RecordCalls calls, Representations representations, Reads reads) {
        this.calls = calls;
        this.representations = representations;
        this.reads = reads;
    }

    Stream<Route> routes() {
        return Arrays.stream(RecordType.values()).map(this::route);
    }

    private Route route(RecordType type) {
        return new Route(
                new Route.Address("GET", "/" + type.code() + "/{id}", Role.ANYBODY),
                "The " + type.code() + " as a page, as RDF or as JSON, by the Accept header or by suffix.",
                Stream.concat(
                                Stream.of(Parameter.path(
                                        "id",
                                        new Form.Text(100),
                                        "Its id, perhaps with " + Representations.suffixes() + " at the end.")),
                                PageState.parameters(type).stream())
                        .toList(),
                Route.Produces.media(Representations.mediaTypes()),
                asked -> answer(type, asked.arguments(), asked.accept()));
    }

    private Answer answer(RecordType type, Arguments arguments, String accept) {
        String last = arguments.text("id");
        Representations.Asked asked = Representations.asked(last, accept);
        if (asked.format() != Format.HTML) {
            PageState.refuse(type, arguments);
        }
        return representations.orPage(asked, () -> {
            RecordName name = name(type, asked.id());
            StoredRecord stored = reads.view().require(name);
            if (stored.record().orElseThrow() instanceof Redirect redirect) {
                String suffix = last.substring(asked.id().length());
                return Answer.moved("/entity/" + redirect.to() + suffix).with("Vary", "Accept");
            }
            return representations.varying(answer(stored, asked.format()), name.path());
        });
    }

    private static RecordName name(RecordType type, String id) {
        if (!Slug.isSlug(id)) {
            throw new ClewException(
                    ErrorCode.NOT_FOUND,
                    "There is no such " + type.code() + ": an id has 1 to 80 lower-case letters, digits and dashes.");
        }
        return new RecordName(type, id);
    }

    private Answer answer(StoredRecord stored, Format format) {
        return switch (format) {
            case HTML -> representations.page(RecordHead.of(stored.record().orElseThrow(), reads.view(), reads.base()));
            case JSON -> calls.answer(stored.name());
            default ->
                representations
                        .rdf(stored.record().orElseThrow(), format)
                        .with("ETag", '"' + Long.toString(stored.version()) + "-" + format.suffix() + '"');
        };
    }
}
