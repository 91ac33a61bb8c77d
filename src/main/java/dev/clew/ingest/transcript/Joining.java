package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts cues together that break off within a sentence, so that a segment is the same whatever the format. */
final class Joining {
    private static final String ENDS = ".?!…\"”’)";
    private static final int LIMIT_JOINED_CHARACTERS = 1_000;

    private Joining() {}

    static List<Segment> joined(List<Segment> cues) {
        List<Segment> joined = new ArrayList<>();
        for (Segment cue : cues) {
            if (!joined.isEmpty() && continues(joined.getLast(), cue)) {
                joined.add(together(joined.removeLast(), cue));
            } else {
                joined.add(cue);
            }
        }
        return joined;
    }

    private static boolean continues(Segment before, Segment cue) {
        String text = before.text();
        boolean ended = ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean same = Objects.equals(before.speaker(), cue.speaker());
        return !ended
                && same
                && before.span() != null
                && before.span().startPrecision() == null
                && text.length() + cue.text().length() < LIMIT_JOINED_CHARACTERS;
    }

    private static Segment together(Segment before, Segment cue) {
        return new Segment(before.speaker(), span(before.span(), cue.span()), before.text() + ' ' + cue.text());
    }

    private static @Nullable Span span(@Nullable Span first, @Nullable Span last) {
        if (first == null || last == null) {
            return first;
        }
        Integer end = last.end();
        return new Span(first.start(), end == null || end < first.start() ? null : end, first.startPrecision());
    }
}
