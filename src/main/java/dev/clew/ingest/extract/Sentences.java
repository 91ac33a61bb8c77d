package dev.clew.ingest.extract;

import dev.clew.model.Candidate.Excerpt;
import dev.clew.model.Transcript;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/** Parts transcripts into sentences by the English model that ships. Safe for any number of threads. */
public final class Sentences {
    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    private static final int LIMIT_WORD_CHARACTERS = 500;

    private final SentenceModel model;

    /** Reads the model, which takes some 50 ms. */
    public Sentences() {
        try (InputStream in =
                Objects.requireNonNull(Sentences.class.getResourceAsStream(MODEL), "no model of sentences " + MODEL)) {
            model = new SentenceModel(in);
        } catch (IOException damaged) {
            throw new IllegalStateException("the model of sentences that ships cannot be read", damaged);
        }
    }

    /**
     * One sentence.
     *
     * @param excerpt its place
     * @param text its words
     */
    public record Sentence(Excerpt excerpt, String text) {}

    /** Nobody says it; and at each mark within, the model would look to both its ends. */
    private static boolean hasEndlessWord(String text) {
        int length = 0;
        for (int i = 0; i < text.length() && length <= LIMIT_WORD_CHARACTERS; i++) {
            length = Character.isWhitespace(text.charAt(i)) ? 0 : length + 1;
        }
        return length > LIMIT_WORD_CHARACTERS;
    }

    /**
     * The sentences of a transcript in order; a sentence never spans two segments, and a segment with more than {@value
     * #LIMIT_WORD_CHARACTERS} characters without a blank has none.
     */
    public List<Sentence> of(Transcript transcript) {
        SentenceDetectorME detector = new SentenceDetectorME(model);
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < transcript.segments().size(); i++) {
            String text = transcript.segments().get(i).text();
            if (hasEndlessWord(text)) {
                continue;
            }
            for (Span each : detector.sentPosDetect(text)) {
                if (each.getEnd() > each.getStart()) {
                    Excerpt excerpt = new Excerpt(i, each.getStart(), each.getEnd());
                    sentences.add(new Sentence(excerpt, text.substring(each.getStart(), each.getEnd())));
                }
            }
        }
        return sentences;
    }
}
