package dev.clew.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clew.web.http.SchemaCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls a running server the way other programs do. */
public final class Calls {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String address;

    /** Calls the server at this address. */
    public Calls(String address) {
        this.address = address;
    }

    /** Where the server is, ending in a slash. */
    public String address() {
        return address;
    }

    /** One answer. */
    public record Told(HttpResponse<byte[]> response) {
        /** Its status. */
        public int status() {
            return response.statusCode();
        }

        /** One header, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The body as text. */
        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        /** The body as JSON. */
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(response.body());
            } catch (IOException notJson) {
                throw new UncheckedIOException(text(), notJson);
            }
        }
    }

    /** A GET; headers as names and values in turn. */
    public Told get(String path, String... headers) {
        return send("GET", path, headers);
    }

    /** The JSON of a GET that succeeds as the schema of this name says. */
    public JsonNode good(String path, String schema) {
        Told told = get(path);
        assertEquals(200, told.status(), told.text());
        assertEquals(List.of(), SchemaCheck.problems(schema, told.json()), path);
        return told.json();
    }

    /** Sends JSON, or nothing where the text is empty, with a token. */
    public Told sendAs(String token, String method, String path, String json, String... headers) {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        if (!json.isEmpty()) {
            all.addAll(List.of("Content-Type", "application/json"));
        }
        all.addAll(List.of(headers));
        HttpRequest.BodyPublisher body =
                json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json);
        return send(method, path, body, all.toArray(String[]::new));
    }

    /** Any method without a body. */
    public Told send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                .timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return send(request, headers);
    }

    /** Any method with a body. */
    public Told send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        return send(
                HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                        .timeout(Duration.ofSeconds(30))
                        .method(method, body),
                headers);
    }

    private static Told send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    private static Told send(HttpRequest request) {
        try {
            return new Told(CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
