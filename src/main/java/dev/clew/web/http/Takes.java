package dev.clew.web.http;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a route takes in.
 *
 * @param parameters in path and query; any other is refused
 * @param headers what it reads besides
 * @param content the body
 */
public record Takes(List<Parameter> parameters, Set<Header> headers, Content content) {
    /** Headers that mean something to a write. */
    public enum Header {
        /** The version that an edit is based on, as {@code ETag} gave it. */
        IF_MATCH("If-Match", "The version that the edit is based on, as the ETag of a read gave it, such as \"3\"."),
        /** A word of the caller's choosing, by which a repeated request is known. */
        IDEMPOTENCY_KEY(
                "Idempotency-Key",
                "A word of your own, 1 to " + Sent.LIMIT_KEY_CHARACTERS
                        + " characters: a repeated request with it is done once."),
        /** The key of a private link, by which a reader of briefs needs no account. */
        READER_KEY("Clew-Reader-Key", "What a private link of a reader ends with; an account needs none.");

        private final String written;
        private final String meaning;

        Header(String written, String meaning) {
            this.written = written;
            this.meaning = meaning;
        }

        /** Its name on the wire. */
        public String written() {
            return written;
        }

        /** What it does, as a sentence. */
        public String meaning() {
            return meaning;
        }
    }

    /**
     * The body that a route takes.
     *
     * @param mediaTypes the ones that are read; any other is refused; none when there is no body
     * @param schema the name of the JSON body's schema in {@code openapi.json}; empty when it has none
     * @param limitBytes most bytes, after which the request is refused
     */
    public record Content(List<String> mediaTypes, String schema, long limitBytes) {
        /** No body. */
        public static final Content NONE = new Content(List.of(), "", 0);

        /** Copies the media types and checks the limit. */
        public Content {
            mediaTypes = List.copyOf(mediaTypes);
            if (mediaTypes.isEmpty() != (limitBytes == 0) || limitBytes < 0) {
                throw new IllegalArgumentException("a body has media types and a limit: " + mediaTypes);
            }
        }
    }

    /** Copies all. */
    public Takes {
        parameters = List.copyOf(parameters);
        headers = Set.copyOf(headers);
    }

    /** Parameters and no body. */
    public static Takes parameters(List<Parameter> parameters) {
        return new Takes(parameters, Set.of(), Content.NONE);
    }

    /** A JSON body by the schema of this name, of at most {@value ServerLimits#BODY_BYTES} bytes, beside parameters. */
    public static Takes json(List<Parameter> parameters, String schema) {
        return new Takes(parameters, Set.of(), new Content(List.of(Answer.JSON), schema, ServerLimits.BODY_BYTES));
    }

    /** The same with one more parameter. */
    public Takes and(Parameter parameter) {
        List<Parameter> more = new ArrayList<>(parameters);
        more.add(parameter);
        return new Takes(more, headers, content);
    }

    /** The same, reading one more header. */
    public Takes reading(Header header) {
        EnumSet<Header> more = EnumSet.of(header);
        more.addAll(headers);
        return new Takes(parameters, more, content);
    }
}
