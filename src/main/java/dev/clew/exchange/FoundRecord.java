package dev.clew.exchange;

import dev.clew.model.ClewRecord;
import org.jspecify.annotations.Nullable;

/**
 * A good record of a file, to be proposed.
 *
 * @param record the record
 * @param file the file as refusals name it
 * @param line its line, counted from 1; 0 where the format has no line for a record
 * @param currentVersion the version that is there now, a retracted one too; null when there never was one
 */
public record FoundRecord(
        ClewRecord record, String file, long line, @Nullable Long currentVersion) {}
