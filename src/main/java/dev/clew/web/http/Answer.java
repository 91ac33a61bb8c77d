package dev.clew.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a call answers with.
 *
 * @param status the HTTP status
 * @param mediaType the media type of the body, with its charset where it has one
 * @param body the bytes; empty when there is a stream
 * @param headers further headers
 * @param stream a body that is too long to be held, closed when it is sent; null for others
 */
public record Answer(
        int status,
        String mediaType,
        byte[] body,
        Map<String, String> headers,
        @Nullable InputStream stream) {
    /** The media type of JSON answers. */
    public static final String JSON = "application/json";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer whose body is held. */
    Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
        this(status, mediaType, body, headers, null);
    }

    /** A good answer whose body is too long to be held. */
    public static Answer streamed(String mediaType, InputStream stream) {
        return new Answer(200, mediaType, new byte[0], Map.of(), stream);
    }

    /** A good answer in JSON. */
    public static Answer json(JsonNode body) {
        return new Answer(200, JSON, bytes(body), Map.of());
    }

    /** A good answer of this media type. */
    public static Answer of(String mediaType, byte[] body) {
        return new Answer(200, mediaType, body, Map.of());
    }

    /** What was asked for is now at another address, for good. */
    public static Answer moved(String location) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("location", location);
        return new Answer(301, JSON, bytes(body), Map.of("Location", location, "Cache-Control", "no-cache"));
    }

    /** The same with one more header. */
    public Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, mediaType, body, more, stream);
    }

    /** The same, saying when what it shows was last changed. */
    public Answer modified(Instant at) {
        return with("Last-Modified", HttpDateTime.format(at));
    }

    /** The same with another status. */
    public Answer withStatus(int other) {
        return new Answer(other, mediaType, body, headers, stream);
    }

    /** The same with another body. */
    Answer withBody(byte[] other) {
        return new Answer(status, mediaType, other, headers);
    }

    static ObjectNode object(byte[] body) {
        try {
            return (ObjectNode) MAPPER.readTree(body);
        } catch (IOException impossible) {
            throw new IllegalStateException("a body that was written as a JSON object reads as one", impossible);
        }
    }

    static byte[] bytes(JsonNode node) {
        try {
            return MAPPER.writeValueAsBytes(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a JSON tree always has a written form", impossible);
        }
    }
}
