package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Markdown and plain text: paragraphs, with speakers before a colon and times in brackets where somebody put them. */
final class Paragraphs {
    // What stands between two marks is bounded, so that no mark makes the search look at the whole file once more.
    private static final Pattern BOLD = Pattern.compile("^\\*\\*([^*]{1,80}?):?\\*\\*:?\\s*");
    private static final Pattern MARK = Pattern.compile("\\\\?[\\[(](" + Times.FORM + ")\\\\?[\\])]\\s*");
    private static final Pattern LINK = Pattern.compile("!?\\[([^\\[\\]]{0,1000})\\]\\([^()\\s]{0,2000}\\)");
    private static final Pattern STRUCK = Pattern.compile("<strike>[^<]{0,2000}</strike>");
    private static final Pattern TAG = Pattern.compile("</?[a-z]{1,20}[^<>]{0,1000}>");
    private static final Pattern UNCLEAR =
            Pattern.compile("\\\\?\\[(?:unintelligible|inaudible|crosstalk)[^\\[\\]]{0,200}\\]");
    /** What stands for words that nobody understood. */
    private static final String UNINTELLIGIBLE = "[unintelligible]";

    private Paragraphs() {}

    static List<Segment> markdown(String text) {
        List<Segment> segments = new ArrayList<>();
        @Nullable String speaker = null;
        for (String paragraph : text.split("\n\\s*\n")) {
            String said = paragraph.strip();
            Matcher bold = BOLD.matcher(said);
            if (bold.find()) {
                speaker = bold.group(1).strip().equals("Break") ? null : bold.group(1);
                said = said.substring(bold.end());
            }
            if (!said.startsWith("#")) {
                boolean quoted = said.startsWith(">");
                add(quoted ? null : speaker, plainOf(said), segments);
            }
        }
        return Estimated.times(segments);
    }

    static List<Segment> plain(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String paragraph : text.split("\n\\s*\n|\n(?=\\S[^\n:]{0,60}:\\s)|\n(?=\\[\\d)")) {
            add(null, Wording.oneLine(paragraph), segments);
        }
        return Estimated.times(segments);
    }

    private static String plainOf(String markdown) {
        String clear = UNCLEAR.matcher(markdown).replaceAll(UNINTELLIGIBLE);
        String linked = LINK.matcher(clear).replaceAll("$1");
        String unquoted = linked.replaceAll("(?m)^>\\s?", "");
        String plain = TAG.matcher(STRUCK.matcher(unquoted).replaceAll(""))
                .replaceAll("")
                .replaceAll("\\*\\*|(?<![\\w*])\\*(?=\\S)|(?<=\\S)\\*(?![\\w*])|`", "")
                .replaceAll("\\\\([\\[\\]*_])", "$1");
        return Wording.oneLine(plain);
    }

    /** Parts a paragraph at its times, so that each part begins at its own. */
    private static void add(@Nullable String speaker, String said, List<Segment> segments) {
        Matcher mark = MARK.matcher(said);
        int from = 0;
        @Nullable Span span = null;
        while (mark.find()) {
            if (mark.start() > from) {
                Wording.add(speaker, span, said.substring(from, mark.start()).strip(), segments);
            }
            span = Times.span(Times.seconds(mark.group(1)), null);
            from = mark.end();
        }
        Wording.add(speaker, span, said.substring(from).strip(), segments);
    }
}
