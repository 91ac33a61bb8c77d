package dev.clew.model;

import org.jspecify.annotations.Nullable;

/**
 * Where in its source a claim was made.
 *
 * @param source the id of the source
 * @param span seconds within an episode; null when not located by time
 * @param quote a short verbatim quote; null when there is none
 */
public record Passage(
        String source, @Nullable Span span, @Nullable String quote) {
    /**
     * Seconds within an episode.
     *
     * @param start first second
     * @param end last second, not before the start; null when unknown
     * @param startPrecision how many seconds the start may be off either way; null when exact
     */
    public record Span(
            Integer start, @Nullable Integer end, @Nullable Integer startPrecision) {
        /** Checks that nothing is negative and that the end is not before the start. */
        public Span {
            Checks.notNegative("start", start);
            Checks.notNegative("end", end);
            Checks.notNegative("startPrecision", startPrecision);
            if (end != null && end < start) {
                throw ClewException.invalid("end", "must not be before start " + start, end.toString());
            }
        }
    }

    /** Checks the source's id and the quote's length. */
    public Passage {
        Slug.check("source", source);
        Checks.optionalText("quote", quote, Limits.QUOTE_CHARACTERS);
    }

    /** How exactly it points into the source: by quote, else by time, else not at all. */
    public Grounding grounding() {
        if (quote != null) {
            return Grounding.QUOTED;
        }
        return span != null ? Grounding.TIMED : Grounding.UNLOCATED;
    }
}
