package dev.clew.ingest.extract;

/**
 * A place where a text names an entity.
 *
 * @param entity its id
 * @param name the label or alias that matched
 * @param from its first word
 * @param to the word after its last
 */
record Mention(String entity, String name, int from, int to) {}
