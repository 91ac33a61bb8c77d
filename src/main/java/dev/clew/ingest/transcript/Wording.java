package dev.clew.ingest.transcript;

import dev.clew.model.Limits;
import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript;
import dev.clew.model.Transcript.Segment;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** The words of a segment without the marks of its format. */
final class Wording {
    /** Two to four words that begin with capitals, before a colon: who speaks, where the format has no place for it. */
    private static final Pattern NAMED =
            Pattern.compile("(\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}|SPEAKER_\\d+|Speaker \\d+):\\s+(.+)");

    private Wording() {}

    /** Without tags, entities decoded, in one line. */
    static String ofHtml(String text) {
        return oneLine(
                text.indexOf('<') < 0 && text.indexOf('&') < 0
                        ? text
                        : Jsoup.parse(text).text());
    }

    static String oneLine(String text) {
        return text.replaceAll("[\\s\\u00a0\\u200b]+", " ").strip();
    }

    /** Adds what was said, parted where it is too long; takes the speaker from its beginning when none is given. */
    static void add(@Nullable String speaker, @Nullable Span span, String said, List<Segment> segments) {
        Matcher named = NAMED.matcher(said);
        if (speaker == null && named.matches()) {
            add(named.group(1), span, named.group(2), segments);
            return;
        }
        String rest = said;
        while (rest.length() > Transcript.LIMIT_SEGMENT_CHARACTERS) {
            int blank = rest.lastIndexOf(' ', Transcript.LIMIT_SEGMENT_CHARACTERS);
            int end = blank > 0 ? blank : Transcript.LIMIT_SEGMENT_CHARACTERS;
            segments.add(new Segment(name(speaker), span, rest.substring(0, end)));
            rest = rest.substring(end).strip();
        }
        if (!rest.isBlank()) {
            segments.add(new Segment(name(speaker), span, rest));
        }
    }

    private static @Nullable String name(@Nullable String speaker) {
        if (speaker == null || speaker.isBlank()) {
            return null;
        }
        String plain = oneLine(speaker.replaceFirst(":\\s*$", ""));
        return plain.length() > Limits.LABEL_CHARACTERS ? null : plain;
    }
}
