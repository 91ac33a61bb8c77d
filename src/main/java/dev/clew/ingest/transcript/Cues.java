package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** WebVTT and SRT: blocks of lines, of which one has an arrow between two times. */
final class Cues {
    private static final Pattern ARROW = Pattern.compile("\\s*(" + Times.FORM + ")\\s*-->\\s*(" + Times.FORM + ").*");
    private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ <>]{0,200})?\\s{1,20}([^<>\\s][^<>]{0,300})>");
    private static final int END_GROUP = 5;

    private Cues() {}

    static List<Segment> read(String text) {
        List<Segment> segments = new ArrayList<>();
        for (String block : text.split("\n[ \t]*\n")) {
            cue(block.split("\n"), segments);
        }
        return segments;
    }

    private static void cue(String[] lines, List<Segment> segments) {
        Span span = null;
        boolean begun = false;
        @Nullable String speaker = null;
        StringBuilder said = new StringBuilder();
        for (String line : lines) {
            Matcher arrow = ARROW.matcher(line);
            if (arrow.matches()) {
                span = Times.span(Times.seconds(arrow.group(1)), Times.seconds(arrow.group(END_GROUP)));
                begun = true;
            } else if (begun) {
                Matcher voice = VOICE.matcher(line);
                if (voice.find()) {
                    add(speaker, span, said, segments);
                    speaker = voice.group(1).strip();
                }
                said.append(line).append(' ');
            }
        }
        add(speaker, span, said, segments);
    }

    private static void add(@Nullable String speaker, @Nullable Span span, StringBuilder said, List<Segment> segments) {
        String plain = Wording.ofHtml(said.toString());
        said.setLength(0);
        Wording.add(speaker, span, plain, segments);
    }
}
