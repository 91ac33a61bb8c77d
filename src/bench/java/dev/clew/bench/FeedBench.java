package dev.clew.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clew.app.Installation;
import dev.clew.app.Setting;
import dev.clew.app.Settings;
import dev.clew.desk.Subscription;
import dev.clew.desk.Subscription.Rules;
import dev.clew.desk.Subscription.Wish;
import dev.clew.fetch.Fetcher;
import dev.clew.ingest.feed.FeedReader;
import dev.clew.ingest.feed.Polling;
import dev.clew.ingest.feed.Polling.Polled;
import dev.clew.ontology.Jena;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.random.RandomGenerator;

/**
 * Reads an invented feed of a thousand episodes, and polls two hundred feeds of three hundred episodes from a server within
 * this process, whose work counts too: as they are subscribed to, when nothing has changed, and when each has one more
 * episode. The three latest are taken at first, each with a transcript; claims are not looked for.
 */
public final class FeedBench {
    private static final int ITEMS = 1_000;
    private static final int READS = 10;
    private static final int FEEDS = 200;
    private static final int ITEMS_OF_EACH = 300;
    private static final int LATEST = 3;
    private static final int NOTE_WORDS = 250;
    private static final int CUES = 400;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final List<String> WORDS = List.of(
            "compute model state power chip open nation rule price data market school trade law risk team network"
                    .split(" "));

    private final HttpServer server;
    private final byte[] transcript = transcript().getBytes(StandardCharsets.UTF_8);
    private volatile int episodes = ITEMS_OF_EACH;

    private FeedBench() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), FEEDS);
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::answer);
        server.start();
    }

    /** Runs in a JVM of its own. */
    public static void main(String[] arguments) throws IOException {
        Jena.ready();
        byte[] feed = feed("http://localhost", 0, ITEMS).getBytes(StandardCharsets.UTF_8);
        Timing.note("feeds: bytes of a feed of 1 000 episodes", feed.length);
        Timing.first("feeds: to read it, the first time included", 1, run -> read(feed));
        Timing.row("feeds: to read it again", READS, run -> read(feed));
        Path data = Files.createTempDirectory("clew-feed-bench");
        FeedBench bench = new FeedBench();
        try (HeapWatch heap = HeapWatch.start()) {
            bench.polls(data);
            Timing.size("feeds: most heap after a collection", heap.mostAfterCollection());
        } finally {
            bench.server.stop(0);
            BenchFiles.delete(data);
        }
        System.exit(0);
    }

    private static void read(byte[] feed) {
        int found = FeedReader.read(feed, "application/rss+xml").items().size();
        if (found != ITEMS) {
            throw new IllegalStateException(found + " of " + ITEMS + " episodes were read");
        }
    }

    private void polls(Path data) {
        Settings settings = Settings.read(Map.of(Setting.DATA, data.toString(), Setting.FETCH_PRIVATE, "on"), Map.of());
        try (Installation installation = Installation.open(settings);
                Fetcher fetcher = installation.fetcher()) {
            List<String> found = new ArrayList<>();
            Polling polling = installation.polling(fetcher, (sources, by) -> {
                synchronized (found) {
                    found.addAll(sources);
                }
            });
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < FEEDS; i++) {
                Subscription feed = polling.feeds().add(address() + "/feed/" + i, wish(), "bench");
                numbers.add(feed.number());
            }
            long start = System.nanoTime();
            Timing.Once once = Timing.once();
            require(FEEDS, polling.pollDue());
            once.rate("feeds: first polls of 200, all at once", FEEDS);
            require(FEEDS * LATEST, found.size());
            again("feeds: polls of 200 without news, one by one", polling, numbers, 0);
            episodes++;
            again("feeds: polls of 200 with one new episode each", polling, numbers, 1);
            require(FEEDS * (LATEST + 1), found.size());
            Timing.note(
                    "feeds: seconds for these 600 polls",
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
        }
    }

    private static Wish wish() {
        return new Wish(null, LATEST, true, Rules.ALL, false);
    }

    private static void again(String name, Polling polling, List<Long> numbers, int news) {
        Timing.Once once = Timing.once();
        for (Long number : numbers) {
            Polled polled = polling.poll(number);
            if (!polled.feed().health().message().isEmpty()) {
                throw new IllegalStateException(polled.feed().health().message());
            }
            require(news, polled.taken().size());
        }
        once.rate(name, numbers.size());
    }

    private static void require(int expected, int found) {
        if (expected != found) {
            throw new IllegalStateException(found + " instead of " + expected);
        }
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String mark = "\"" + episodes + "\"";
        if (path.endsWith(".vtt")) {
            send(exchange, "text/vtt", transcript);
        } else if (mark.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            exchange.getResponseHeaders().add("ETag", mark);
            int feed = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
            send(
                    exchange,
                    "application/rss+xml",
                    feed(address(), feed, episodes).getBytes(StandardCharsets.UTF_8));
        }
        exchange.close();
    }

    private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String feed(String address, int feed, int items) {
        RandomGenerator random = new Random(feed);
        StringBuilder text = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
                 xmlns:podcast="https://podcastindex.org/namespace/1.0"
                 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
                <title>Podcast %d</title><link>https://example.org/%d</link><ttl>60</ttl>
                """.formatted(feed, feed));
        for (int i = items - 1; i >= 0; i--) {
            item(text, address + "/feed/" + feed + "/" + i, i, words(random));
        }
        return text.append("</channel></rss>").toString();
    }

    private static void item(StringBuilder text, String address, int number, String note) {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                FIRST.plusDays(number).atStartOfDay(ZoneOffset.UTC));
        text.append("<item><guid isPermaLink=\"false\">").append(address).append("</guid><title>Episode ");
        text.append(number).append("</title><pubDate>").append(date).append("</pubDate><description>");
        text.append(note).append("</description><content:encoded><![CDATA[<p>").append(note);
        text.append("</p>]]></content:encoded><itunes:duration>01:02:03</itunes:duration><itunes:season>1");
        text.append("</itunes:season><itunes:episode>").append(number).append("</itunes:episode>");
        text.append("<podcast:person role=\"guest\">Somebody Unknown</podcast:person><enclosure url=\"");
        text.append(address).append(".mp3\" type=\"audio/mpeg\" length=\"1\"/>");
        text.append("<podcast:transcript type=\"text/vtt\" url=\"").append(address);
        text.append(".vtt\"/></item>\n");
    }

    private static String words(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < NOTE_WORDS; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    private static String transcript() {
        RandomGenerator random = new Random(1);
        StringBuilder text = new StringBuilder("WEBVTT\n\n");
        for (int i = 0; i < CUES; i++) {
            String at = "00:%02d:%02d".formatted(i / 10 % 60, i % 10 * 6);
            text.append(at).append(".000 --> ").append(at).append(".900\n<v Ada>");
            for (int word = 0; word < 15; word++) {
                text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
            }
            text.append(".\n\n");
        }
        return text.toString();
    }
}
