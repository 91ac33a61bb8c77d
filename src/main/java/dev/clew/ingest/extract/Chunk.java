package dev.clew.ingest.extract;

import dev.clew.ingest.extract.Sentences.Sentence;
import dev.clew.model.Transcript;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a transcript that a language model reads at once.
 *
 * @param text what is said, with a line for each speaker's turn
 * @param first the first segment that it holds some of
 * @param last the last one
 */
record Chunk(String text, int first, int last) {
    private static final int LIMIT_CHARACTERS = 9_000;
    private static final int OVERLAP_CHARACTERS = 900;

    /** All parts, in order; each begins with the last sentences of the one before, so that no claim is torn. */
    static List<Chunk> of(List<Sentence> sentences, Transcript transcript) {
        List<Chunk> chunks = new ArrayList<>();
        int from = 0;
        while (from < sentences.size()) {
            int to = end(sentences, from);
            chunks.add(chunk(sentences.subList(from, to), transcript));
            from = to == sentences.size() ? to : again(sentences, from, to);
        }
        return chunks;
    }

    private static int end(List<Sentence> sentences, int from) {
        int to = from;
        int length = 0;
        while (to < sentences.size()
                && (to == from || length + sentences.get(to).text().length() <= LIMIT_CHARACTERS)) {
            length += sentences.get(to).text().length();
            to++;
        }
        return to;
    }

    private static int again(List<Sentence> sentences, int from, int to) {
        int next = to;
        int length = 0;
        while (next - 1 > from && length + sentences.get(next - 1).text().length() <= OVERLAP_CHARACTERS) {
            next--;
            length += sentences.get(next).text().length();
        }
        return next;
    }

    private static Chunk chunk(List<Sentence> part, Transcript transcript) {
        StringBuilder text = new StringBuilder();
        int before = -1;
        for (Sentence each : part) {
            int segment = each.excerpt().segment();
            if (segment != before) {
                String speaker = transcript.segments().get(segment).speaker();
                text.append(text.isEmpty() ? "" : "\n").append(speaker == null ? "" : speaker + ": ");
            } else {
                text.append(' ');
            }
            text.append(each.text(), 0, Math.min(LIMIT_CHARACTERS, each.text().length()));
            before = segment;
        }
        return new Chunk(text.toString(), part.getFirst().excerpt().segment(), before);
    }
}
