package dev.clew.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.clew.model.ClewException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a JSON-LD file into documents of bounded size that together state the same, each with the file's context: the
 * objects of its {@code @graph}, or of its outermost list, some at a time. A context that is to be fetched is refused:
 * nothing is ever fetched because a file says so.
 */
final class JsonLdPieces {
    /** The largest piece; a file that cannot be cut may be as large. */
    static final int LIMIT_PIECE_BYTES = 8 << 20;

    private static final int PIECE_OBJECTS = 50;
    private static final String CONTEXT = "@context";
    private static final String GRAPH = "@graph";
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(LIMIT_PIECE_BYTES)
                            .build())
                    .build())
            .build();

    private final Path file;
    private @Nullable JsonNode context;

    /** Takes one document. */
    @FunctionalInterface
    interface Taker {
        /**
         * Reads it.
         *
         * @param document a JSON-LD document
         * @param line where it ends in the file
         */
        void take(byte[] document, long line) throws IOException;
    }

    JsonLdPieces(Path file) {
        this.file = file;
    }

    /**
     * Gives every piece to the taker, in order.
     *
     * @throws IOException (a JsonProcessingException) where the file stops being JSON
     * @throws ClewException (invalid) for a context that is to be fetched, and for what cannot be cut and is too large
     */
    void forEach(Taker taker) throws IOException {
        if (isGraph()) {
            walk(GRAPH, taker);
        } else {
            whole(taker);
        }
    }

    /** Whether it is an object of nothing but a context and a list of objects; its context is kept on the way. */
    private boolean isGraph() throws IOException {
        boolean graph = false;
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                if (field.equals(CONTEXT)) {
                    context = MAPPER.readTree(parser);
                } else if (field.equals(GRAPH) && parser.currentToken() == JsonToken.START_ARRAY) {
                    graph = true;
                    parser.skipChildren();
                } else {
                    return false;
                }
            }
        }
        return graph;
    }

    private void walk(String field, Taker taker) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals(field);
                parser.nextToken();
                if (wanted) {
                    objects(parser, taker);
                } else {
                    parser.skipChildren();
                }
            }
        }
    }

    private void objects(JsonParser parser, Taker taker) throws IOException {
        ObjectNode piece = piece();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            piece.withArray(GRAPH).add((JsonNode) MAPPER.readTree(parser));
            if (piece.withArray(GRAPH).size() >= PIECE_OBJECTS) {
                give(piece, parser, taker);
                piece = piece();
            }
        }
        if (!piece.withArray(GRAPH).isEmpty()) {
            give(piece, parser, taker);
        }
    }

    private ObjectNode piece() {
        ObjectNode piece = MAPPER.createObjectNode();
        if (context != null) {
            piece.set(CONTEXT, context);
        }
        return piece;
    }

    private static void give(JsonNode piece, JsonParser parser, Taker taker) throws IOException {
        refuseFetching(piece);
        taker.take(MAPPER.writeValueAsBytes(piece), parser.currentLocation().getLineNr());
    }

    private void whole(Taker taker) throws IOException {
        if (Files.size(file) > LIMIT_PIECE_BYTES) {
            throw ClewException.invalid(
                    "",
                    "is larger than " + LIMIT_PIECE_BYTES + " bytes and no object of @context and @graph alone, which"
                            + " could be read in pieces: bring it into this form, or use another format",
                    file.toString());
        }
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = MAPPER.createParser(in)) {
            JsonNode all = MAPPER.readTree(parser);
            give(all, parser, taker);
            if (parser.nextToken() != null) {
                throw ClewException.invalid("", "holds more than one JSON value: keep one", file.toString());
            }
        }
    }

    /** A context is fetched when it is given as an address, or imports one. */
    private static void refuseFetching(JsonNode piece) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(piece);
        while (!open.isEmpty()) {
            JsonNode node = open.pop();
            refuse(node.get("@import"));
            JsonNode given = node.get(CONTEXT);
            refuse(given);
            if (given != null && given.isArray()) {
                given.forEach(JsonLdPieces::refuse);
            }
            node.forEach(open::push);
        }
    }

    private static void refuse(@Nullable JsonNode given) {
        if (given != null && given.isTextual()) {
            throw ClewException.invalid(
                    CONTEXT,
                    "is to be fetched from elsewhere, which is never done: write the context itself into the file",
                    given.textValue());
        }
    }
}
