package dev.clew.ingest.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.clew.ingest.transcript.TranscriptReader.Sent;
import dev.clew.model.ClewException;
import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript;
import dev.clew.model.Transcript.Segment;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One conversation in every format gives one transcript. */
class TranscriptReaderTest {
    private static final List<Segment> SAID = List.of(
            new Segment("Ada Lovelace", new Span(65, 70, null), "Compute is a café & a “resource”."),
            new Segment("Kurt Gödel", new Span(3671, 3675, null), "Is it? I doubt it."));

    private static Transcript read(String name, String text) {
        return TranscriptReader.read(new Sent(name, "", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The same without ends, for formats that have none. */
    private static List<Segment> starts() {
        return SAID.stream()
                .map(each -> new Segment(each.speaker(), new Span(start(each), null, null), each.text()))
                .toList();
    }

    private static int start(Segment segment) {
        Span span = segment.span();
        return span == null ? 0 : span.start();
    }

    @Test
    void webVttGivesSpeakersTimesAndSentencesThatRunOverCues() {
        assertEquals(SAID, read("a.vtt", """
                WEBVTT - a title

                NOTE nobody said this

                1
                01:05.000 --> 01:08.000 align:start
                <v Ada Lovelace>Compute is a <b>café</b></v>

                2
                01:08.000 --> 01:10.500
                <v.loud Ada Lovelace>&amp; a “resource”.

                01:01:11.000 --> 01:01:15.000
                <v Kurt Gödel>Is it?
                I doubt it.
                """).segments());
    }

    @Test
    void srtTakesTheSpeakerFromBeforeTheColon() {
        assertEquals(SAID, read("a.srt", """
                1
                00:01:05,000 --> 00:01:10,500
                Ada Lovelace: Compute is a café & a “resource”.

                2
                01:01:11,000 --> 01:01:15,000
                Kurt Gödel: Is it?
                I doubt it.
                """.replace("\n", "\r\n")).segments());
    }

    @Test
    void theJsonOfPodcastingAndOfWhisperGiveTheSame() {
        assertEquals(SAID, read("a.json", """
                {"version":"1.0.0","segments":[
                 {"speaker":"Ada Lovelace","startTime":65.2,"endTime":70.9,"body":"Compute is a café & a “resource”."},
                 {"speaker":"Kurt Gödel","startTime":3671,"endTime":3675,"body":"Is it? I doubt it."}]}
                """).segments());
        assertEquals(SAID, read("b", """
                {"text":"…","language":"en","segments":[
                 {"id":0,"start":65.2,"end":68.1,"speaker":"Ada Lovelace","text":" Compute is a café"},
                 {"id":1,"start":68.1,"end":70.9,"speaker":"Ada Lovelace","text":" & a “resource”."},
                 {"id":2,"start":3671.0,"end":3675.0,"speaker":"Kurt Gödel","text":" Is it? I doubt it."}]}
                """).segments());
    }

    @Test
    void htmlNamesSpeakersByCiteAndTimesByTime() {
        assertEquals(starts(), read("a.html", """
                <!doctype html><html><head><title>Not said</title><script>var said = 1;</script></head><body>
                <cite>Ada Lovelace:</cite><time>1:05</time><p>Compute is a <em>café</em> &amp; a “resource”.</p>
                <cite>Kurt Gödel:</cite><time>1:01:11</time><p>Is it? I doubt it.</p></body></html>
                """).segments());
    }

    @Test
    void markdownHasSpeakersInBoldAndTimesInBrackets() {
        assertEquals(starts(), read("a.md", """
                **Ada Lovelace:** \\[01:05\\] Compute is a [café](https://example.org/a) & a *“resource”*.

                **Break:** \\[59:00\\]

                **Kurt Gödel**: \\[01:01:11\\] Is it? I doubt it.
                """).segments());
    }

    @Test
    void plainTextHasSpeakersBeforeColonsAndTimesWhereSomebodyPutThem() {
        assertEquals(starts(), read("a.txt", """
                [01:05] Ada Lovelace: Compute is a café & a “resource”.

                [01:01:11] Kurt Gödel: Is it? I doubt it.
                """).segments());
    }

    @Test
    void betweenTwoTimesSegmentsAreTimedByTheirLettersAndSayHowFarTheyMayBeOff() {
        List<Segment> said = read("a.md", """
                **Ada:** \\[01:40\\] Aaaaaaaaaa.

                **Ben:** Bbbbbbbbbb.

                **Ada:** \\[03:20\\] The end.

                **Ben:** After it.
                """).segments();
        assertEquals(
                List.of(
                        new Segment("Ada", new Span(100, null, null), "Aaaaaaaaaa."),
                        new Segment("Ben", new Span(150, null, 50), "Bbbbbbbbbb."),
                        new Segment("Ada", new Span(200, null, null), "The end."),
                        new Segment("Ben", null, "After it.")),
                said);
    }

    @Test
    void encodingsAreFoundByMarkOrByTheLetter() {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                Charset.forName("windows-1252"),
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            String mark = charset.name().startsWith("UTF") ? "\uFEFF" : "";
            byte[] bytes = (mark + "Ada: A café – “dear”.").getBytes(charset);
            assertEquals(
                    List.of(new Segment("Ada", null, "A café – “dear”.")),
                    TranscriptReader.read(new Sent("a.txt", "", bytes)).segments(),
                    charset.name());
        }
    }

    @Test
    void whatHoldsNoSpeechIsRefusedAndSaysHowItWasRead() {
        ClewException refused = assertThrows(ClewException.class, () -> read("a.vtt", "WEBVTT\n\nNOTE nothing"));
        assertEquals(
                "transcript has nothing that was said, read as vtt: give WebVTT, SRT, JSON, HTML, Markdown or plain text",
                refused.problems().getFirst().path()
                        + ' '
                        + refused.problems().getFirst().message());
    }

    @Test
    void aParagraphWithoutEndIsPartedAndNothingOfItLost() {
        String endless = "word ".repeat(9_000).strip();
        List<Segment> parts = read("a.txt", endless).segments();
        assertEquals(3, parts.size());
        assertEquals(endless, String.join(" ", parts.stream().map(Segment::text).toList()));
    }
}
