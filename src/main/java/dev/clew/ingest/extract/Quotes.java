package dev.clew.ingest.extract;

import dev.clew.model.Candidate.Excerpt;
import dev.clew.model.Transcript;
import java.util.Optional;

/** Finds where a transcript has a quote word for word; only blanks, quotation marks and the case of letters may differ. */
final class Quotes {
    private Quotes() {}

    /**
     * The first place of a quote among the segments of a chunk, none across two of them; empty when it does not occur. What
     * stands there, not what was given, is what was said.
     */
    static Optional<Excerpt> find(String quote, Chunk chunk, Transcript transcript) {
        String wanted = Folded.of(quote).text().strip();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        for (int i = chunk.first(); i <= chunk.last(); i++) {
            Folded folded = Folded.of(transcript.segments().get(i).text());
            int at = folded.text().indexOf(wanted);
            while (at >= 0) {
                int end = at + wanted.length();
                if (isWhole(folded.text(), at, end)) {
                    return Optional.of(new Excerpt(i, folded.places()[at], folded.places()[end - 1] + 1));
                }
                at = folded.text().indexOf(wanted, at + 1);
            }
        }
        return Optional.empty();
    }

    /** Whether no word is cut at either end. */
    private static boolean isWhole(String text, int from, int to) {
        boolean begins = from == 0
                || !Character.isLetterOrDigit(text.charAt(from - 1))
                || !Character.isLetterOrDigit(text.charAt(from));
        boolean ends = to == text.length()
                || !Character.isLetterOrDigit(text.charAt(to))
                || !Character.isLetterOrDigit(text.charAt(to - 1));
        return begins && ends;
    }

    /**
     * A text in which spellings of the same are the same.
     *
     * @param places of each of its characters, where it stands in the text as written
     */
    @SuppressWarnings("ArrayRecordComponent") // read here and never compared
    private record Folded(String text, int[] places) {
        static Folded of(String text) {
            StringBuilder folded = new StringBuilder(text.length());
            int[] places = new int[text.length()];
            for (int i = 0; i < text.length(); i++) {
                char character = fold(text.charAt(i));
                boolean again = character == ' ' && !folded.isEmpty() && folded.charAt(folded.length() - 1) == ' ';
                if (!again) {
                    places[folded.length()] = i;
                    folded.append(character);
                }
            }
            return new Folded(folded.toString(), places);
        }

        private static char fold(char character) {
            return switch (character) {
                case '‘', '’', 'ʼ' -> '\'';
                case '“', '”' -> '"';
                case '‐', '‑' -> '-';
                default ->
                    Character.isWhitespace(character) || character == '\u00a0' ? ' ' : Character.toLowerCase(character);
            };
        }
    }
}
