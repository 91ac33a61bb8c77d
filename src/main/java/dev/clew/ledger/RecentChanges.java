package dev.clew.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The latest changes as values, so that several projections that follow closely do not each parse every record again.
 * Holds at most {@value #LIMIT_RECORDS} records and the change that exceeds them. Safe for any number of threads.
 */
final class RecentChanges {
    private static final int LIMIT_RECORDS = 5000;

    private final TreeMap<Long, Change> byNumber = new TreeMap<>();
    private int records;

    /** The changes after n that are here without a gap, at most so many; empty when the next one is not here. */
    synchronized List<Change> after(long n, int limitChanges) {
        List<Change> found = new ArrayList<>();
        Change next = byNumber.get(n + 1);
        while (next != null && found.size() < limitChanges) {
            found.add(next);
            next = byNumber.get(next.n() + 1);
        }
        return found;
    }

    /** Keeps committed changes, and lets go of the oldest. */
    synchronized void keep(List<Change> changes) {
        for (Change change : changes) {
            if (byNumber.putIfAbsent(change.n(), change) == null) {
                records += change.records().size();
            }
        }
        while (records > LIMIT_RECORDS && byNumber.size() > 1) {
            records -= byNumber.pollFirstEntry().getValue().records().size();
        }
    }
}
