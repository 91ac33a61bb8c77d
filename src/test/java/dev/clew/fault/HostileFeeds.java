package dev.clew.fault;

import dev.clew.ingest.feed.Feed;
import dev.clew.ingest.feed.FeedReader;
import dev.clew.ingest.feed.Opml;
import dev.clew.model.ClewException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Reads broken feeds and lists of feeds: each must end within the limit in what can be had of it or a refusal that says why, and none may
 * reach what is outside of it.
 */
public final class HostileFeeds {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"
             xmlns:podcast="https://podcastindex.org/namespace/1.0"
             xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wires</title>
            <link>https://example.org/</link><ttl>60</ttl><itunes:new-feed-url>https://example.org/b.xml</itunes:new-feed-url>
            <itunes:category text="Technology"/><podcast:person role="host">Ada</podcast:person>
            <item><guid isPermaLink="false">g1</guid><title>One &amp; two</title>
            <pubDate>Thu, 26 Nov 2026 08:00:00 +0100</pubDate><itunes:duration>01:02:03</itunes:duration>
            <itunes:season>2</itunes:season><podcast:episode>4.5</podcast:episode><link>https://example.org/1</link>
            <description><![CDATA[<p>What <b>compute</b> is &mdash; and is not</p>]]></description>
            <enclosure url="https://example.org/1.mp3" type="audio/mpeg" length="12"/>
            <podcast:transcript url="https://example.org/1.vtt" type="text/vtt" language="en"/>
            <podcast:chapters url="https://example.org/1.json" type="application/json+chapters"/>
            <podcast:soundbite startTime="73.0" duration="60.5">The point</podcast:soundbite></item>
            <item><title>Three</title><itunes:duration>3723</itunes:duration></item></channel></rss>
            """;
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Wires &lt;b&gt;</title>
            <link rel="alternate" href="https://example.org/"/><updated>2026-11-26T08:00:00Z</updated>
            <entry><id>urn:uuid:1</id><title>One</title><updated>2026-11-26T08:00:00.5+01:00</updated>
            <author><name>Ada</name></author><category term="policy"/><summary>What it is</summary>
            <link rel="enclosure" href="https://example.org/1.mp3" type="audio/mpeg"/></entry></feed>
            """;
    private static final String OPML = """
            <opml version="2.0"><head><title>Feeds</title></head><body><outline text="A">
            <outline type="rss" text="B" xmlUrl="https://example.org/b.xml"/></outline>
            <outline type="rss" xmlUrl="http://example.org/c.xml?d=e&amp;f=g"/></body></opml>
            """;
    private static final List<String> TYPES = List.of(
            "",
            "application/rss+xml",
            "text/xml; charset=utf-8",
            "text/xml; charset=iso-8859-1",
            "text/xml; charset=utf-16",
            "text/xml; charset=utf-7",
            "text/html; charset=\"x\"");
    private static final List<String> UNITS = List.of(
            "<",
            "<a>",
            "</a>",
            "<item>",
            "<item/>",
            "<item><title>a</title></item>",
            "<a b='c'/>",
            "&amp;",
            "&x;",
            "&#x0;",
            "&#99999999;",
            "<![CDATA[",
            "]]>",
            "<!--",
            "<!-- -->",
            "<?a ?>",
            "<!DOCTYPE a [<!ENTITY b 'c'>]>",
            "<podcast:person>a</podcast:person>",
            "<itunes:category text=\"a\">",
            "xmlns:a='b' ",
            "&lt;b&gt;",
            "9",
            "9:",
            " ",
            "\n",
            "a ",
            "\uD83D\uDE00");

    private final Random random;
    private final Mutator mutator;
    private final Findings findings = new Findings();

    private HostileFeeds(long seed) {
        random = new Random(seed);
        mutator = new Mutator(random);
    }

    /** Reads so many mutants of feeds and of lists of feeds. */
    public static Findings run(long seed, int mutants) {
        HostileFeeds run = new HostileFeeds(seed);
        List<String> good = List.of(RSS, ATOM, RSS, OPML);
        for (int i = 0; i < mutants; i++) {
            run.read(run.mutator.mutant(good.get(i % good.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return run.findings;
    }

    /** Reads feeds that say one thing again and again, so many bytes long, at three places. */
    public static Findings repeated(int bytes) {
        HostileFeeds run = new HostileFeeds(0);
        for (String unit : UNITS) {
            String said = unit.repeat(bytes / unit.length());
            for (String place : List.of("One &amp; two", "01:02:03", "<item><title>Three")) {
                run.read(RSS.replace(place, said + place).getBytes(StandardCharsets.UTF_8));
            }
            run.read((said + RSS).getBytes(StandardCharsets.UTF_8));
            run.read(OPML.replace("<outline text", said + "<outline text").getBytes(StandardCharsets.UTF_8));
        }
        return run.findings;
    }

    private void read(byte[] bytes) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        String text = new String(bytes, StandardCharsets.UTF_8);
        String said = "a feed as '" + type + "' (" + bytes.length + " bytes) "
                + text.substring(0, Math.min(text.length(), 1_500));
        long started = System.nanoTime();
        findings.count("feeds");
        attempt(said, () -> {
            Feed feed = FeedReader.read(bytes, type);
            findings.count("feeds read");
            findings.add("episodes found in them", feed.items().size());
            feed.items()
                    .forEach(item ->
                            findings.expect(!item.guid().isBlank(), "an episode that is known by nothing: " + said));
        });
        attempt(said, () -> {
            Opml.addresses(bytes);
            findings.count("lists read");
        });
        long millis = (System.nanoTime() - started) / 1_000_000;
        findings.most("longest feed, ms", millis);
        findings.expect(millis <= HostileFiles.LIMIT.toMillis(), said + " took " + millis + " ms");
    }

    private void attempt(String said, Runnable reading) {
        try {
            reading.run();
        } catch (ClewException refused) {
            findings.count("feeds refused");
            findings.expect(refused.code().httpStatus() < 500, said + ": " + refused);
            findings.expect(!refused.problems().isEmpty(), "a refusal that does not say why: " + said);
        } catch (RuntimeException | Error uncaught) {
            findings.fault(said + ": " + HostileFiles.trace(uncaught));
        }
    }
}
