package dev.clew.ingest.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.exchange.RecordJson;
import dev.clew.ingest.extract.ModelSettings.Budget;
import dev.clew.ingest.extract.ModelSettings.Prices;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server of this machine that speaks as OpenAI's does and answers what a test tells it to. */
final class FakeModelServer implements AutoCloseable {
    static final String KEY = "a-secret-of-the-test";

    private final HttpServer server;
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> paths = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private final Queue<Integer> troubles = new ConcurrentLinkedQueue<>();
    private volatile Function<String, String> answer;

    /** Answers each part of a transcript with the content that the function makes of it. */
    FakeModelServer(Function<String, String> answer) throws IOException {
        this.answer = answer;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    void answering(Function<String, String> other) {
        answer = other;
    }

    /** The next request is answered by this status instead. */
    void failing(int status) {
        troubles.add(status);
    }

    List<JsonNode> asked() {
        return asked;
    }

    List<String> paths() {
        return paths;
    }

    List<String> authorizations() {
        return authorizations;
    }

    ModelSettings settings(long tokens, String cost) {
        return new ModelSettings(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/v1"),
                KEY,
                "small-model",
                new Budget(tokens, new BigDecimal(cost), new Prices(BigDecimal.ONE, BigDecimal.TWO)));
    }

    ModelSettings settings() {
        return settings(1_000_000, "1000");
    }

    private void answer(HttpExchange exchange) throws IOException {
        paths.add(exchange.getRequestURI().getPath());
        authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        JsonNode request =
                RecordJson.tree(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        Integer trouble = troubles.poll();
        if (trouble != null) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            send(exchange, trouble, "{\"error\":{\"message\":\"not now\"}}");
            return;
        }
        String part = request.path("messages").path(1).path("content").asText();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", "1")
                .put("object", "chat.completion")
                .put("model", "small-model");
        ObjectNode choice = json.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", answer.apply(part));
        json.putObject("usage")
                .put("prompt_tokens", 3_000)
                .put("completion_tokens", 200)
                .put("total_tokens", 3_200);
        send(exchange, 200, json.toString());
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
