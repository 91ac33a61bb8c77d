package dev.clew.ingest.extract;

import dev.clew.fetch.OneServer;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the library of language models speak through Clew's own client, which reaches the one server of the settings. */
final class ModelHttp implements HttpClient {
    private final OneServer server;

    private ModelHttp(OneServer server) {
        this.server = server;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        OneServer.Answer answer =
                server.post(URI.create(request.url()), headers, request.body().getBytes(StandardCharsets.UTF_8));
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        if (answer.status() / 100 != 2) {
            throw new HttpException(answer.status(), body);
        }
        return SuccessfulHttpResponse.builder()
                .statusCode(answer.status())
                .headers(Map.of())
                .body(body)
                .build();
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        throw new UnsupportedOperationException("answers are read whole, never as a stream");
    }

    /** Gives the client; its times are those of the server's limits. */
    static final class Builder implements HttpClientBuilder {
        private final OneServer server;
        private @Nullable Duration connect;
        private @Nullable Duration read;

        Builder(OneServer server) {
            this.server = server;
        }

        @Override
        public @Nullable Duration connectTimeout() {
            return connect;
        }

        @Override
        public HttpClientBuilder connectTimeout(Duration time) {
            connect = time;
            return this;
        }

        @Override
        public @Nullable Duration readTimeout() {
            return read;
        }

        @Override
        public HttpClientBuilder readTimeout(Duration time) {
            read = time;
            return this;
        }

        @Override
        public HttpClient build() {
            return new ModelHttp(server);
        }
    }
}
