package dev.clew.ingest.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.clew.ingest.feed.Feed.Highlight;
import dev.clew.ingest.feed.Feed.Item;
import dev.clew.ingest.feed.Feed.Numbers;
import dev.clew.ingest.feed.Feed.Participant;
import dev.clew.ingest.feed.Feed.TranscriptLink;
import dev.clew.model.ClewException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read of feeds, sound and broken. Real feeds are read from {@code ../shared/data}; where absent, this is said and skipped. */
class FeedReaderTest {
    private static final Path REAL = Path.of("..", "shared", "data", "podcast-feeds");

    private static final String RSS = """
            <rss version="2.0" xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"
                xmlns:p="https://podcastindex.org/namespace/1.0">
              <channel><title>Wires &amp; Waves</title><link>https://wires.example/</link><ttl>90</ttl>
                <i:category text="News"/><i:new-feed-url>https://wires.example/new.xml</i:new-feed-url>
                <item><title>On chips</title><guid>one</guid><pubDate>Thu, 8 Oct 2020 04:30:38 EST</pubDate>
                  <link>https://wires.example/1</link><enclosure url="https://wires.example/1.mp3" type="audio/mpeg"/>
                  <i:duration>1:02:33</i:duration><p:season>3</p:season><p:episode>7</p:episode>
                  <p:person role="Guest">Ada</p:person><p:person>Bo</p:person>
                  <p:transcript url="https://wires.example/1.vtt" type="text/vtt" language="en"/>
                  <p:chapters url="https://wires.example/1.json" type="application/json+chapters"/>
                  <p:soundbite startTime="73.5" duration="60">The best of it</p:soundbite>
                  <category>Chips</category><description>&lt;p&gt;Who makes &lt;b&gt;them&lt;/b&gt;?&lt;/p&gt;</description>
                </item>
                <item><title>No sign to know it by</title></item>
                <item><title>On&nbsp;power</title><link>https://wires.example/2</link><pubDate>soon</pubDate></item>
              </channel>
            </rss>""";

    private static Feed read(String text) {
        return FeedReader.read(text.getBytes(StandardCharsets.UTF_8), "");
    }

    @Test
    void rssWithTheTagsOfBothVocabulariesWhateverTheirPrefixes() {
        Feed feed = read(RSS);
        assertEquals(
                new Feed.Show(
                        "Wires & Waves",
                        "https://wires.example/",
                        List.of("News"),
                        "https://wires.example/new.xml",
                        Duration.ofMinutes(90)),
                feed.show());
        Item first = feed.items().getFirst();
        assertEquals(
                new Item(
                        "one",
                        "On chips",
                        Instant.parse("2020-10-08T09:30:38Z"),
                        new Feed.Media("https://wires.example/1", "https://wires.example/1.mp3", 3753),
                        new Numbers(3, 7),
                        List.of(new Participant("Ada", "guest"), new Participant("Bo", "host")),
                        List.of(new TranscriptLink("https://wires.example/1.vtt", "text/vtt", "en")),
                        new Feed.Parts(
                                "https://wires.example/1.json", List.of(new Highlight(73.5, 60, "The best of it"))),
                        new Feed.Subjects(List.of("Chips"), "Who makes them?")),
                first);
        assertEquals(
                List.of("one", "https://wires.example/2"),
                feed.items().stream().map(Item::guid).toList());
        assertEquals("On power", feed.items().getLast().title().replace('\u00a0', ' '));
        assertEquals(
                List.of(
                        "An episode has neither guid nor audio nor page, so it cannot be known again; it is left out: 'No sign to know it by'.",
                        "The date 'soon' of 'On power' cannot be read; it has none."),
                feed.troubles().stream()
                        .map(each -> each.replace('\u00a0', ' '))
                        .toList());
    }

    @Test
    void atom() {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Waves</title>
                <link rel="self" href="https://waves.example/feed"/><link href="https://waves.example/"/>
                <entry><id>urn:example:1</id><title>First</title><published>2021-03-04T05:06:07+01:00</published>
                <link rel="enclosure" href="https://waves.example/1.mp3"/><category term="energy"/>
                <link href="https://waves.example/1"/><summary>Short.</summary></entry></feed>""");
        assertEquals("https://waves.example/", feed.show().page());
        Item item = feed.items().getFirst();
        assertEquals("urn:example:1", item.guid());
        assertEquals(Instant.parse("2021-03-04T04:06:07Z"), item.published());
        assertEquals(new Feed.Media("https://waves.example/1", "https://waves.example/1.mp3", null), item.media());
        assertEquals(new Feed.Subjects(List.of("energy"), "Short."), item.subjects());
        assertEquals(List.of(), feed.troubles());
    }

    @Test
    void ofAFeedThatBreaksOffAllBeforeIsTakenAndTheBreakIsTold() {
        Feed feed = read(RSS.substring(0, RSS.indexOf("<item><title>On&nbsp;power")) + "<item><title>Cut");
        assertEquals(List.of("one"), feed.items().stream().map(Item::guid).toList());
        String told = feed.troubles().getLast();
        assertTrue(told.startsWith("The feed breaks off: line "), told);
        assertTrue(told.endsWith("What stands before is taken."), told);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "no feed",
                "<html><body>Sign in</body></html>",
                "{\"version\":1}",
                "<rss",
                "\u0000\u0001"
            })
    void whatIsNoFeedIsRefusedInOneSentence(String text) {
        ClewException refused = assertThrows(ClewException.class, () -> read(text));
        assertTrue(refused.problems().getFirst().message().endsWith("give the address of an RSS or Atom feed"));
    }

    @Test
    void documentTypesAndEntitiesReachNothing() {
        Feed feed = read("""
                <!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
                <rss><channel><title>A &b; &f;</title></channel></rss>""");
        assertEquals("A &b; &f;", feed.show().title());
        String deep = "<rss><channel>" + "<a>".repeat(100_000);
        assertTrue(read(deep).troubles().getFirst().contains("nest deeper than 30"));
    }

    @Test
    void aByteThatIsNoCharacterCostsThatCharacterAndNotTheRest() {
        byte[] bytes =
                "<rss><channel><title>\u00c9nergie</title><item><title>One</title><guid>1</guid></item></channel></rss>"
                        .getBytes(StandardCharsets.ISO_8859_1);
        Feed feed = FeedReader.read(bytes, "application/rss+xml");
        assertEquals("\ufffdnergie", feed.show().title());
        assertEquals("One", feed.items().getFirst().title());
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1, true", "ISO-8859-1, false", "UTF-8, false", "UTF-16, false"})
    void theCharsetIsThatOfTheServerOrOfTheDeclaration(String charset, boolean byServer) {
        String declaration = byServer ? "" : "<?xml version=\"1.0\" encoding=\"" + charset + "\"?>";
        byte[] bytes = (declaration + "<rss><channel><title>Énergie</title></channel></rss>")
                .getBytes(Charset.forName(charset));
        assertEquals(
                "Énergie",
                FeedReader.read(bytes, byServer ? "text/xml; charset=" + charset : "")
                        .show()
                        .title());
    }

    @ParameterizedTest
    @CsvSource({
        "pc20rss.xml, 56, 47, 16",
        "launched.xml, 36, 0, 36",
        "example.xml, 3, 3, 9",
        "simple.xml, 3, 0, 0",
        "empty.xml, 0, 0, 0"
    })
    void realFeedsAreReadWhole(String name, int items, int transcripts, int people) throws IOException {
        assumeTrue(Files.isDirectory(REAL), "The real feeds are not at " + REAL + ": skipped.");
        Feed feed = FeedReader.read(Files.readAllBytes(REAL.resolve(name)), "");
        assertEquals(items, feed.items().size());
        assertEquals(
                transcripts,
                feed.items().stream()
                        .mapToInt(each -> each.transcripts().size())
                        .sum());
        assertEquals(
                people,
                feed.items().stream().mapToInt(each -> each.people().size()).sum());
    }
}
