package dev.clew.ledger;

import dev.clew.ledger.Change.Author;
import java.time.Instant;

/**
 * One entry of a record's history.
 *
 * @param record the version
 * @param at when it was committed
 * @param author who made it and why
 */
public record RecordVersion(StoredRecord record, Instant at, Author author) {}
