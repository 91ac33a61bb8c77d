package dev.clew.mcp;

import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import io.modelcontextprotocol.common.McpTransportContext;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/**
 * Asks the server that the assistant asked, by its public calls: so a tool knows nothing but what everybody may read, and
 * every gate, limit and queue stands before it. A few ask at a time, since each holds a thread while another answers.
 */
final class OwnServer {
    /** Under which name the context of a request holds the server's address. */
    static final String ADDRESS = "address";

    private static final int AT_ONCE = 8;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Semaphore asking = new Semaphore(AT_ONCE);

    /**
     * What the server answered.
     *
     * @param status its status
     * @param body its body
     */
    record Told(int status, String body) {}

    /** A call by GET. */
    Told get(McpTransportContext context, String path, Map<String, List<String>> parameters) {
        String query = form(parameters);
        return send(HttpRequest.newBuilder(address(context, query.isEmpty() ? path : path + "?" + query))
                .header("Accept", "application/json"));
    }

    /** A call with a form, in one of these forms. */
    Told post(McpTransportContext context, String path, Map<String, List<String>> parameters, String accept) {
        return send(HttpRequest.newBuilder(address(context, path))
                .header("Accept", accept)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(parameters))));
    }

    private static URI address(McpTransportContext context, String pathAndQuery) {
        return URI.create(context.get(ADDRESS) + pathAndQuery);
    }

    private static String form(Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Told send(HttpRequest.Builder request) {
        if (!asking.tryAcquire()) {
            throw new ClewException(
                    ErrorCode.TOO_MANY_REQUESTS, AT_ONCE + " tools are at work already: ask again in a moment.");
        }
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
            return new Told(response.statusCode(), response.body());
        } catch (IOException failed) {
            throw new ClewException(ErrorCode.NOT_READY, "The server did not answer: ask again in a moment.", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClewException(ErrorCode.NOT_READY, "The server is stopping.", interrupted);
        } finally {
            asking.release();
        }
    }
}
