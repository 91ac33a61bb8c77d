package dev.clew.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was said in an episode, in order, in one form whatever the file it was read from.
 *
 * @param segments at most {@value #LIMIT_SEGMENTS}
 */
public record Transcript(List<Segment> segments) {
    /** Most segments. */
    public static final int LIMIT_SEGMENTS = 50_000;
    /** Longest text of one segment, in characters; readers part longer ones. */
    public static final int LIMIT_SEGMENT_CHARACTERS = 20_000;

    /** Checks the number of segments. */
    public Transcript {
        if (segments.size() > LIMIT_SEGMENTS) {
            throw new ClewException(
                    ErrorCode.TOO_LARGE,
                    "A transcript holds at most " + LIMIT_SEGMENTS + " segments, not " + segments.size()
                            + ": scan it in parts.");
        }
        segments = List.copyOf(segments);
    }

    /**
     * Something said by one speaker without a pause.
     *
     * @param speaker their name as written; null when unknown
     * @param span when, in seconds; null when the file does not say
     * @param text the words, in one line
     */
    public record Segment(@Nullable String speaker, Passage.@Nullable Span span, String text) {
        /** Checks the lengths. */
        public Segment {
            Checks.optionalText("speaker", speaker, Limits.LABEL_CHARACTERS);
            Checks.text("text", text, LIMIT_SEGMENT_CHARACTERS);
        }
    }

    /** How many words it has, roughly: runs of characters between blanks. */
    public int words() {
        return segments.stream()
                .mapToInt(each -> each.text().split("\\s+").length)
                .sum();
    }
}
