package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as transcripts write them, in whole seconds. */
final class Times {
    /** Hours may be missing; fractions may follow a point or a comma. */
    static final String FORM = "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,]\\d{1,3})?";

    private static final Pattern TIME = Pattern.compile(FORM);
    private static final double LIMIT_SECONDS = 1_000_000;

    private Times() {}

    /** The seconds of a time such as {@code 1:02:03.500}; null when it is none. */
    static @Nullable Integer seconds(String text) {
        Matcher matcher = TIME.matcher(text.strip());
        if (!matcher.matches()) {
            return null;
        }
        int hours = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        return hours * 3600 + Integer.parseInt(matcher.group(2)) * 60 + Integer.parseInt(matcher.group(3));
    }

    /** From one time to another; null when the first is missing, and open where the second is not after it. */
    static @Nullable Span span(@Nullable Integer start, @Nullable Integer end) {
        if (start == null) {
            return null;
        }
        return new Span(start, end == null || end < start ? null : end, null);
    }

    /** Seconds in JSON; null when they are none. */
    static @Nullable Integer whole(double seconds) {
        return seconds >= 0 && seconds < LIMIT_SECONDS ? (int) seconds : null;
    }
}
