package dev.clew.exchange;

import dev.clew.ledger.Position;
import java.util.List;

/**
 * What became of an import.
 *
 * @param read records found in the files
 * @param written records written as new versions
 * @param skipped records that were published in the same form already
 * @param refused records refused
 * @param refusals the first {@value #LIMIT_REFUSALS} refusals, in the order in which they were found
 * @param position the last change after the import
 * @param run the run of its changes, by which it can be undone as one; 0 when it wrote nothing
 */
public record ImportReport(
        long read, long written, long skipped, long refused, List<Refusal> refusals, Position position, long run) {
    /** Most refusals that are listed; all are counted. */
    public static final int LIMIT_REFUSALS = 10_000;

    /** Copies the list. */
    public ImportReport {
        refusals = List.copyOf(refusals);
    }
}
