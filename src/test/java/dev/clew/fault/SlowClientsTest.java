package dev.clew.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.clew.app.Explorer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send their bodies without end take their own share of the server, and nobody else's. */
class SlowClientsTest {
    private static final int SLOW = 300;
    private static final String BEGUN =
            "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{";

    @TempDir
    Path directory;

    private static HttpResponse<String> get(String from, String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(from))
                .build()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void slowClientsHurtOnlyThemselvesAndHealthIsAnsweredThroughout() throws IOException, InterruptedException {
        List<Socket> slow = new ArrayList<>();
        try (Explorer explorer = Served.small(directory)) {
            URI server = URI.create(explorer.address());
            for (int i = 0; i < SLOW; i++) {
                Socket socket = new Socket(server.getHost(), server.getPort());
                socket.getOutputStream().write(BEGUN.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            HttpResponse<String> own = get("127.0.0.1", server + "api/library");
            while (own.statusCode() == 200) {
                own = get("127.0.0.1", server + "api/library");
            }
            assertEquals(429, own.statusCode(), own.body());
            assertEquals("1", own.headers().firstValue("Retry-After").orElse(""));
            assertEquals(200, get("127.0.0.1", server + "health/live").statusCode());
            for (int i = 0; i < 20; i++) {
                assertEquals(
                        200, get("127.0.0.2", server + "api/search?q=compute").statusCode());
            }
            for (Socket each : slow) {
                each.close();
            }
            HttpResponse<String> again = get("127.0.0.1", server + "api/library");
            for (int i = 0; i < 100 && again.statusCode() == 429; i++) {
                again = get("127.0.0.1", server + "api/library");
            }
            assertEquals(200, again.statusCode(), again.body());
            String metrics = get("127.0.0.1", server + "metrics").body();
            for (String each : List.of(
                    "clew_requests_refused",
                    "clew_requests_limit{part=\"server\"} 180.0",
                    "clew_requests_limit{part=\"address\"} 120.0",
                    "clew_queue_limit{part=\"sparql\"}",
                    "clew_queue_waiting{part=\"reads\"} 0.0",
                    "clew_queue_waiting{part=\"imports\"} 0.0",
                    "clew_queue_waiting_limit{part=\"scans\"} 100.0",
                    "clew_space_left_bytes{part=\"disk\"}",
                    "clew_writing_stopped{part=\"disk\"} 0.0",
                    "clew_projection_lag{part=\"rdf\"}")) {
                assertTrue(metrics.contains(each), () -> each + " is missing: " + metrics);
            }
        }
    }
}
