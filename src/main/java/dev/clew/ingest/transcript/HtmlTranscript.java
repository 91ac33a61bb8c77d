package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** HTML: cite names the speaker, time the start, p what was said; without them, every paragraph. */
final class HtmlTranscript {
    private HtmlTranscript() {}

    static List<Segment> read(String text) {
        Element body = Jsoup.parse(text).body();
        List<Segment> segments = new ArrayList<>();
        @Nullable String speaker = null;
        @Nullable Span span = null;
        for (Element each : body.select("cite, time, p, li, blockquote")) {
            switch (each.normalName()) {
                case "cite" -> speaker = each.text().replaceFirst(":\\s*$", "");
                case "time" -> span = Times.span(Times.seconds(each.text()), null);
                default -> Wording.add(speaker, span, said(each), segments);
            }
        }
        return segments;
    }

    private static String said(Element paragraph) {
        Element bare = paragraph.clone();
        bare.select("cite, time, p, li").remove();
        return Wording.oneLine(bare.text());
    }
}
