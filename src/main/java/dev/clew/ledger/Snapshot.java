package dev.clew.ledger;

import dev.clew.model.Redirects;
import java.util.stream.Stream;

/**
 * Every published record at one position. It can be read once, within the scope that gives it.
 *
 * @param position the last change that it shows
 * @param records the records in the order of their names
 * @param redirects which entities were merged
 */
public record Snapshot(Position position, Stream<RecordChange> records, Redirects redirects) {}
