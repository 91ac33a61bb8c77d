package dev.clew.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.clew.SmallWorld;
import dev.clew.cli.Main;
import dev.clew.desk.Actor;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.RecordEdit;
import dev.clew.model.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Feeds over HTTP and by command, on the whole server and a podcast's server on this machine. */
class FeedsServedTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private HttpServer podcast;
    private Explorer explorer;
    private String curator;
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void start() throws IOException {
        podcast = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        podcast.createContext("/", exchange -> {
            boolean feed = exchange.getRequestURI().getPath().endsWith(".xml");
            byte[] bytes = (feed ? feed() : transcript()).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        podcast.start();
        Map<Setting, String> given =
                Map.of(Setting.DATA, directory.toString(), Setting.PORT, "0", Setting.EMBEDDINGS, "off");
        Files.writeString(directory.resolve(Settings.FILE), "fetch-private=on\n");
        explorer = Explorer.start(Settings.read(given, Map.of()), new Explorer.Start("test", false));
        explorer.installation()
                .ledger()
                .commit(new Edit(
                        new Author("ada", "a test"),
                        SmallWorld.all().stream().map(RecordEdit::create).toList()));
        explorer.awaitReady(Duration.ofSeconds(60));
        curator = token("cora", Role.CURATOR);
    }

    @AfterEach
    void stop() {
        client.close();
        explorer.close();
        podcast.stop(0);
    }

    private String token(String name, Role role) {
        explorer.installation().desk().accounts().add(name, role, Actor.COMMAND_LINE);
        return explorer.installation()
                .desk()
                .tokens()
                .issue(name, "a test", Actor.COMMAND_LINE)
                .secret();
    }

    private String at(String path) {
        return "http://localhost:" + podcast.getAddress().getPort() + path;
    }

    private String feed() {
        return "<rss><channel><title>Wires</title><item><guid>one</guid><title>First</title><podcast:transcript url=\""
                + at("/one.vtt") + "\" type=\"text/vtt\"/></item></channel></rss>";
    }

    private static String transcript() {
        return "WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ada>I think that compute enables sovereignty for every nation by 2030.\n";
    }

    private HttpResponse<String> send(String method, String path, String type, String body, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(explorer.address()).resolve(path))
                        .method(method, BodyPublishers.ofString(body))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonNode json(String method, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> told = send(method, path, "application/json", body, curator);
        assertTrue(told.statusCode() / 100 == 2, told.body());
        return JSON.readTree(told.body());
    }

    @Test
    void aFeedIsSubscribedToPolledScannedListedAndRemoved() throws Exception {
        JsonNode added = json("POST", "/api/subscriptions", "{\"address\":\"" + at("/feed.xml") + "\"}");
        JsonNode polled = json("POST", "/api/subscriptions/" + added.get("number") + "/poll", "");
        assertEquals(1, polled.get("episodes").asInt());
        assertEquals("", polled.get("health").get("message").asText());
        JsonNode scans = json("GET", "/api/scans", "").get("scans");
        assertEquals(1, scans.size());
        String episode = scans.get(0).get("episodes").get(0).get("episode").asText();
        JsonNode kept = json("GET", "/api/transcripts", "").get("transcripts").get(0);
        assertEquals("First", kept.get("title").asText());
        JsonNode fetched =
                json("POST", "/api/sources/" + episode + "/transcript", "{\"address\":\"" + at("/one.vtt") + "\"}");
        assertEquals(1, fetched.get("segments").size());
        assertEquals(
                422,
                send(
                                "POST",
                                "/api/sources/" + episode + "/transcript",
                                "application/json",
                                "{\"address\":\"file:///etc/passwd\"}",
                                curator)
                        .statusCode());
        JsonNode source = json("GET", "/api/sources/" + episode, "");
        assertEquals("First", source.get("title").asText());
        assertEquals(1, json("GET", "/api/subscriptions", "").get("feeds").size());
        assertEquals(
                0,
                json("DELETE", "/api/subscriptions/" + added.get("number"), "")
                        .get("feeds")
                        .size());
        assertEquals(
                200, send("GET", "/api/sources/" + episode, "", "", curator).statusCode());
    }

    @Test
    void feedsGoOutAndComeInAsOpml() throws Exception {
        json("POST", "/api/subscriptions", "{\"address\":\"" + at("/feed.xml") + "\",\"paused\":true}");
        String opml = send("GET", "/api/subscriptions.opml", "", "", curator).body();
        String more = opml.replace(
                "</body>", "<outline text=\"More\"><outline xmlUrl=\"" + at("/more.xml") + "\"/></outline></body>");
        HttpResponse<String> told = send("POST", "/api/subscriptions.opml", "text/x-opml", more, curator);
        assertEquals(2, JSON.readTree(told.body()).get("feeds").size(), told.body());
        assertEquals(
                422,
                send("POST", "/api/subscriptions.opml", "text/x-opml", "<opml/>", curator)
                        .statusCode());
        assertEquals(
                422,
                send("POST", "/api/subscriptions.opml", "text/x-opml", "no list", curator)
                        .statusCode());
    }

    @Test
    void whatCannotBeSubscribedToIsRefusedByName() throws Exception {
        for (String body : new String[] {
            "{}",
            "{\"address\":\"file:///etc/passwd\"}",
            "{\"address\":\"https://wires.example/\",\"podcast\":\"none\"}",
            "{\"address\":\"https://wires.example/\",\"latest\":5000}",
            "{\"address\":\"https://wires.example/\",\"nonsense\":1}"
        }) {
            HttpResponse<String> told = send("POST", "/api/subscriptions", "application/json", body, curator);
            assertEquals(422, told.statusCode(), body + ": " + told.body());
        }
        String contributor = token("con", Role.CONTRIBUTOR);
        assertEquals(403, send("GET", "/api/subscriptions", "", "", contributor).statusCode());
        assertEquals(
                404,
                send("POST", "/api/subscriptions/9/poll", "application/json", "", curator)
                        .statusCode());
    }

    @Test
    void theCommandScansAFeedOnceWithoutSubscribingForGood() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = run(out, err, "scan", at("/feed.xml"));
        assertEquals(0, code, err.toString() + out);
        assertTrue(
                out.toString()
                        .contains("Feed 1, " + at("/feed.xml") + ": 1 new episodes, 1 of them with a transcript."),
                out.toString());
        assertTrue(out.toString().contains(": done. 1 segments read, "), out.toString());
        assertTrue(explorer.installation()
                .desk()
                .scanning()
                .feeds()
                .require(1)
                .wish()
                .paused());
        String episode = explorer.installation()
                .desk()
                .scanning()
                .transcripts()
                .latest(1)
                .getFirst()
                .episode();
        StringWriter again = new StringWriter();
        assertEquals(0, run(again, err, "scan", at("/other.vtt"), "--episode", episode), err::toString);
        assertTrue(again.toString().startsWith("Scan 2, " + episode + ": done. 1 segments read, "), again.toString());
        assertEquals(1, run(again, err, "scan", "http://127.0.0.1:1/none.vtt", "--episode", episode));
        assertEquals(2, run(out, err, "scan", "a-file.vtt"));
        assertEquals(1, run(new StringWriter(), err, "scan", "http://127.0.0.1:1/feed.xml"));
    }

    private int run(StringWriter out, StringWriter err, String... words) {
        CommandLine command = Main.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(Stream.concat(Stream.of(words), Stream.of("--data", directory.toString()))
                .toArray(String[]::new));
    }
}
