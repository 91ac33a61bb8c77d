package dev.clew.ontology;

/**
 * A query to begin with.
 *
 * @param id its name, a slug
 * @param title the question in words
 * @param about what it shows, in a sentence or two
 * @param view how its answer is best looked at: {@code table}, {@code graph} or {@code chart}
 * @param query its text, with every prefix that it uses
 */
public record ExampleQuery(String id, String title, String about, String view, String query) {}
