package dev.clew.model;

import java.util.List;

/**
 * A claim that an extractor found in a transcript and proposes.
 *
 * @param insight the claim as it would be published, quoted from the transcript
 * @param excerpt the place of the quote
 * @param score how much it is worth keeping, higher is better; comparable within one transcript and extractor only
 * @param rules the codes of the rules that picked it, in alphabetical order
 * @param why why it was picked, a sentence each
 */
public record Candidate(Insight insight, Excerpt excerpt, double score, List<String> rules, List<String> why) {
    /** Copies the lists. */
    public Candidate {
        rules = List.copyOf(rules);
        why = List.copyOf(why);
    }

    /**
     * A part of a segment.
     *
     * @param segment its place among the segments, from 0
     * @param start where the part begins in its text, in characters
     * @param end where it ends
     */
    public record Excerpt(int segment, int start, int end) {
        /** Checks that it is a part. */
        public Excerpt {
            if (segment < 0 || start < 0 || end <= start) {
                throw new IllegalArgumentException("no part of a segment: " + segment + ", " + start + " to " + end);
            }
        }
    }
}
