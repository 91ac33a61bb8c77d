package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/** HTML: cite names the speaker, time the start, p what was said; without them, every paragraph. */
final class HtmlTranscript {
    private static final Set<String> APART = Set.of("cite", "time", "p", "li", "blockquote");

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

    /** The words of a paragraph without those of others within it, each of which is looked at by itself. */
    private static String said(Element paragraph) {
        StringBuilder said = new StringBuilder();
        paragraph.filter((node, depth) -> {
            if (node instanceof TextNode text) {
                said.append(text.getWholeText());
            } else if (depth > 0 && node instanceof Element element) {
                if (APART.contains(element.normalName())) {
                    return NodeFilter.FilterResult.SKIP_ENTIRELY;
                }
                said.append(element.isBlock() || element.normalName().equals("br") ? " " : "");
            }
            return NodeFilter.FilterResult.CONTINUE;
        });
        return Wording.oneLine(said.toString());
    }
}
