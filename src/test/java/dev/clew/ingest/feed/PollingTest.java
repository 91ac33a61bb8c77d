package dev.clew.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.SmallWorld;
import dev.clew.desk.Desk;
import dev.clew.desk.Subscription;
import dev.clew.desk.Subscription.Rules;
import dev.clew.desk.Subscription.Wish;
import dev.clew.fetch.FetchLimits;
import dev.clew.fetch.Fetcher;
import dev.clew.ingest.scan.KeptTranscripts;
import dev.clew.ledger.Change.Author;
import dev.clew.ledger.Edit;
import dev.clew.ledger.Ledger;
import dev.clew.ledger.LedgerSettings;
import dev.clew.ledger.RecordEdit;
import dev.clew.ledger.StoredRecord;
import dev.clew.model.ClewException;
import dev.clew.model.ErrorCode;
import dev.clew.model.RecordName;
import dev.clew.model.Source;
import dev.clew.store.Store;
import dev.clew.store.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds that are polled from a real server of this machine into a real ledger and desk. */
class PollingTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    @TempDir
    Path directory;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> scanned = new ArrayList<>();
    private volatile List<Integer> episodes = List.of(1, 2, 3);
    private volatile String trouble = "";
    private HttpServer server;
    private Store store;
    private Ledger ledger;
    private Desk desk;
    private Fetcher fetcher;
    private Polling polling;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        store = Store.open(StoreSettings.in(directory));
        ledger = Ledger.open(LedgerSettings.on(store));
        ledger.commit(new Edit(
                new Author("ada", "a test"),
                SmallWorld.all().stream().map(RecordEdit::create).toList()));
        Clock noon = Clock.fixed(NOON, ZoneOffset.UTC);
        desk = Desk.on(store, noon);
        fetcher = new Fetcher(FetchLimits.DEFAULT, true);
        polling = new Polling(
                desk.scanning().feeds(),
                fetcher,
                new NewEpisodes(
                        ledger,
                        desk.scanning().feeds(),
                        fetcher,
                        new KeptTranscripts(desk.scanning().transcripts()),
                        (found, by) -> scanned.addAll(found)),
                noon);
    }

    @AfterEach
    void stop() {
        fetcher.close();
        store.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String mark = "\"" + episodes + "\"";
        asked.add(path);
        if (path.equals("/moved.xml")) {
            exchange.getResponseHeaders().add("Location", "/feed.xml");
            exchange.sendResponseHeaders(301, -1);
        } else if (path.endsWith(".vtt")) {
            send(exchange, "WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ada>Compute makes a state sovereign.\n");
        } else if (!trouble.isEmpty()) {
            send(exchange, trouble);
        } else if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.getResponseHeaders().add("ETag", mark);
            send(exchange, feed());
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String feed() {
        StringBuilder text = new StringBuilder("<rss><channel><title>Wires</title><ttl>120</ttl>");
        episodes.forEach(each -> text.append("<item><guid>g%1$d</guid><title>Episode %1$d</title>".formatted(each))
                .append("<podcast:season>2</podcast:season><podcast:episode>%d</podcast:episode>".formatted(each))
                .append("<pubDate>%02d Nov 2026 08:00:00 GMT</pubDate>".formatted(each % 28 + 1))
                .append(
                        "<podcast:person role=\"host\">ada</podcast:person><podcast:person>Nobody known</podcast:person>")
                .append("<podcast:transcript type=\"text/vtt\" url=\"%s/%d.vtt\"/></item>"
                        .formatted(address(""), each)));
        return text.append("</channel></rss>").toString();
    }

    private String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    private Subscription subscribe(String path, Wish wish) {
        return desk.scanning().feeds().add(address(path), wish, "cora");
    }

    private static Wish wish(int latest, Rules rules) {
        return new Wish(null, latest, true, rules, false);
    }

    private Source source(String id) {
        return (Source)
                ledger.read(RecordName.source(id)).flatMap(StoredRecord::record).orElseThrow();
    }

    @Test
    void theLatestEpisodesBecomeSourcesOnceAndTheirTranscriptsAreScanned() {
        Subscription feed = subscribe("/feed.xml", wish(2, Rules.ALL));
        assertEquals(1, polling.pollDue());
        Subscription read = desk.scanning().feeds().require(feed.number());
        assertEquals(2, read.episodes());
        assertEquals("", read.health().message());
        assertEquals(NOON, read.health().succeeded());
        List<Source> taken = scanned.stream().map(this::source).toList();
        assertEquals(
                List.of("Episode 3", "Episode 2"),
                taken.stream().map(Source::title).toList());
        assertEquals(read.podcast(), taken.getFirst().podcast());
        assertEquals(new Source.Place(2, 3), taken.getFirst().place());
        assertEquals("Wires", source(String.valueOf(read.podcast())).title());
        assertEquals(
                "Compute makes a state sovereign.",
                new KeptTranscripts(desk.scanning().transcripts())
                        .find(scanned.getFirst())
                        .orElseThrow()
                        .segments()
                        .getFirst()
                        .text());
        assertEquals(
                List.of(new Source.Participation("ada", "host")),
                taken.getFirst().people());
        long head = ledger.head().n();
        assertEquals(List.of(), polling.poll(feed.number()).taken());
        assertEquals(head, ledger.head().n());
        episodes = List.of(1, 2, 3, 4);
        assertEquals(1, polling.poll(feed.number()).taken().size());
        assertEquals("Episode 4", source(scanned.getLast()).title());
    }

    @Test
    void whatWasStoppedHalfWayIsCompletedAndNotDoubled() {
        Subscription first = subscribe("/feed.xml", Wish.DEFAULT);
        polling.poll(first.number());
        long head = ledger.head().n();
        desk.scanning().feeds().remove(first.number());
        Subscription again = subscribe("/feed.xml", Wish.DEFAULT);
        assertEquals(3, polling.poll(again.number()).taken().size());
        assertEquals(head, ledger.head().n());
    }

    @Test
    void rulesChooseEpisodesByWords() {
        Subscription feed = subscribe("/feed.xml", wish(10, new Rules(List.of("EPISODE"), List.of("episode 2"))));
        polling.poll(feed.number());
        assertEquals(
                List.of("Episode 3", "Episode 1"),
                scanned.stream().map(this::source).map(Source::title).toList());
    }

    @Test
    void aFeedThatHasMovedForGoodIsAskedThereFromThenOn() {
        Subscription feed = subscribe("/moved.xml", Wish.DEFAULT);
        assertEquals(address("/feed.xml"), polling.poll(feed.number()).feed().address());
        asked.clear();
        polling.poll(feed.number());
        assertEquals(List.of("/feed.xml"), asked);
    }

    @Test
    void aBrokenFeedSaysWhatIsWrongAndIsAskedMoreRarely() {
        Subscription feed = subscribe("/feed.xml", Wish.DEFAULT);
        trouble = "<html><body>Sign in</body></html>";
        Subscription.Health once = polling.poll(feed.number()).feed().health();
        assertEquals("feed begins with <html>: give the address of an RSS or Atom feed", once.message());
        Subscription.Health twice = polling.poll(feed.number()).feed().health();
        assertEquals(2, twice.failures());
        assertTrue(twice.next().isAfter(once.next()));
        trouble = "";
        Subscription.Health well = polling.poll(feed.number()).feed().health();
        assertEquals(0, well.failures());
        assertEquals("", well.message());
    }

    @Test
    void oneFeedIsSubscribedToOnceAndAPausedOneWaitsToBeAsked() {
        Subscription feed = subscribe("/feed.xml", new Wish(null, 1, false, Rules.ALL, true));
        assertEquals(
                ErrorCode.CONFLICT,
                assertThrows(ClewException.class, () -> subscribe("/feed.xml", Wish.DEFAULT))
                        .code());
        assertEquals(0, polling.pollDue());
        assertEquals(1, polling.poll(feed.number()).taken().size());
        assertEquals(List.of(), scanned);
        desk.scanning().feeds().pause(feed.number(), false);
        assertEquals(List.of(), desk.scanning().feeds().due(NOON, 10));
    }

    @Test
    void aFeedIsReadAgainAsItAsksWithinBoundsAndLaterAfterFailures() {
        RandomGenerator middle = () -> Long.MIN_VALUE;
        assertEquals(Duration.ofMinutes(60), pause(null, 0, middle));
        assertEquals(Duration.ofMinutes(120), pause(Duration.ofMinutes(120), 0, middle));
        assertEquals(Duration.ofMinutes(15), pause(Duration.ofMinutes(1), 0, middle));
        assertEquals(Duration.ofHours(8), pause(null, 3, middle));
        assertEquals(Duration.ofDays(1), pause(null, 60, middle));
        RandomGenerator chance = RandomGenerator.of("L64X128MixRandom");
        assertTrue(IntStream.range(0, 1_000)
                .mapToObj(i -> pause(null, 0, chance))
                .allMatch(each ->
                        each.compareTo(Duration.ofMinutes(54)) >= 0 && each.compareTo(Duration.ofMinutes(66)) <= 0));
    }

    private static Duration pause(Duration asked, int failures, RandomGenerator chance) {
        return Duration.between(NOON, PollTimes.next(NOON, asked, failures, chance));
    }
}
