package dev.clew.ledger;

import java.util.stream.Stream;

/**
 * Every published record at one position. It can be read once, within the scope that gives it.
 *
 * @param position the last change that it shows
 * @param records the records in the order of their names
 */
public record Snapshot(Position position, Stream<RecordChange> records) {}
