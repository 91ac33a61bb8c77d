package dev.clew.ingest.transcript;

import dev.clew.model.Passage.Span;
import dev.clew.model.Transcript.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Times of segments that lie between two marked ones: by the letters between them, with how far they may be off. Before the
 * first mark they count from the beginning of the recording; after the last nothing is known.
 */
final class Estimated {
    private Estimated() {}

    static List<Segment> times(List<Segment> segments) {
        List<Segment> timed = new ArrayList<>(segments);
        int from = -1;
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).span() != null) {
                fill(timed, from, i);
                from = i;
            }
        }
        return timed;
    }

    /** Fills in what lies between two marked segments; the first is -1 for the beginning of the recording. */
    private static void fill(List<Segment> timed, int from, int to) {
        int begin =
                from < 0 ? 0 : Objects.requireNonNull(timed.get(from).span()).start();
        int end = Objects.requireNonNull(timed.get(to).span()).start();
        if (end < begin) {
            return;
        }
        int first = Math.max(from, 0);
        long letters = timed.subList(first, to).stream()
                .mapToLong(each -> each.text().length())
                .sum();
        long before = 0;
        for (int i = first; i < to; i++) {
            Segment each = timed.get(i);
            if (each.span() == null) {
                int start = begin + (int) ((end - begin) * before / Math.max(letters, 1));
                int off = Math.max(1, Math.min(start - begin, end - start));
                timed.set(i, new Segment(each.speaker(), new Span(start, null, off), each.text()));
            }
            before += each.text().length();
        }
    }
}
