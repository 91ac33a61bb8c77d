package dev.clew.web.api;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordType;
import dev.clew.web.http.Arguments;
import dev.clew.web.http.Form;
import dev.clew.web.http.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the page of a record keeps in its own address, such as the version that was cited or whose claims count. The page
 * reads it; RDF and JSON at the same address take none of it and say so, rather than answer with another state.
 */
final class PageState {
    private static final List<String> LENS =
            List.of("holder", "speaker", "source", "dateFrom", "dateTo", "claimType", "minVoices", "without", "asOf");
    /** Which topic of a person is read, and whether what they say or what they believe. */
    private static final List<String> PERSON = List.of("about", "as");

    private static final int LONGEST = 4000;

    private PageState() {}

    /** The parameters of the page of records of a type. */
    static List<Parameter> parameters(RecordType type) {
        return names(type).stream()
                .map(name -> Parameter.optional(name, new Form.Text(LONGEST), "Read by the page alone."))
                .toList();
    }

    /**
     * Refuses what only the page reads.
     *
     * @throws ClewException (bad-request) naming it and the call that takes it
     */
    static void refuse(RecordType type, Arguments asked) {
        names(type).stream()
                .filter(name -> asked.optionalText(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw new ClewException(
                            ErrorCode.BAD_REQUEST,
                            "Only the page at this address reads '" + name + "'; data of another state is at "
                                    + (type == RecordType.INSIGHT
                                            ? "/api/insights/{id}?version="
                                            : "/api/entities/{id}?asOf=")
                                    + ".");
                });
    }

    private static List<String> names(RecordType type) {
        return switch (type) {
            case INSIGHT -> List.of("version");
            case ENTITY -> Stream.concat(LENS.stream(), PERSON.stream()).toList();
            case SOURCE -> List.of();
        };
    }
}
