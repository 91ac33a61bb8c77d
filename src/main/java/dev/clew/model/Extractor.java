package dev.clew.model;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Finds claims in transcripts. Safe for any number of threads. */
public interface Extractor {
    /**
     * What is read.
     *
     * @param episode where it was said
     * @param transcript what was said
     * @param isCancelled asked now and then; once it says true, what is found so far is given
     */
    record Spoken(Source episode, Transcript transcript, BooleanSupplier isCancelled) {
        /** One that is never cancelled. */
        public Spoken(Source episode, Transcript transcript) {
            this(episode, transcript, () -> false);
        }
    }

    /**
     * What was found.
     *
     * @param candidates best first, ties in the order in which they were said
     * @param dropped how many were looked at and left out, by the code of why
     */
    record Extraction(List<Candidate> candidates, Map<String, Integer> dropped) {
        /** Copies both. */
        public Extraction {
            candidates = List.copyOf(candidates);
            dropped = Map.copyOf(dropped);
        }
    }

    /** By what it is known in reports, such as {@code built-in}. */
    String code();

    /** The claims of a transcript; every quote occurs in it word for word, every link is said by the quote. */
    Extraction extract(Spoken spoken);
}
