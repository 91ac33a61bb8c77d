package dev.clew.ontology;

/**
 * A term that pages show, with the sentence that explains it.
 *
 * @param id its local name in the vocabulary, such as {@code holder}
 * @param label its name in the vocabulary, such as "holder"
 * @param readerLabel the word that pages show, such as "Believed by"
 * @param definition one sentence
 * @param example an example
 */
public record Term(String id, String label, String readerLabel, String definition, String example) {}
