package dev.clew.search.meaning;

/**
 * A text that is near in meaning.
 *
 * @param key of the text
 * @param similarity the cosine of the angle between the vectors, −1 to 1, exact to about 0.01
 */
public record Near(long key, float similarity) {}
