package dev.clew.neo4j;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which claims may lack their vector: some by id, or all where these would be too many to remember. Safe for any number of threads. */
final class Awaiting {
    private static final int LIMIT = 10_000;

    private final Set<String> ids = new LinkedHashSet<>();
    private boolean all = true;
    private long added;

    /**
     * What was taken.
     *
     * @param all whether any claim may lack its vector
     * @param ids otherwise these
     */
    record Taken(boolean all, List<String> ids) {}

    /** Claims were written, so that they have none. */
    synchronized void add(Collection<String> written) {
        if (!written.isEmpty()) {
            added++;
            keep(written);
        }
    }

    /** Any may have been. */
    synchronized void addAll() {
        added++;
        all = true;
        ids.clear();
    }

    /** Those that were looked at and cannot be given theirs yet. */
    synchronized void keep(Collection<String> some) {
        if (!all) {
            ids.addAll(some);
            all = ids.size() > LIMIT;
        }
        if (all) {
            ids.clear();
        }
    }

    /** The same of what was taken. */
    synchronized void keep(Taken taken) {
        all |= taken.all();
        keep(taken.ids());
    }

    synchronized Taken take() {
        Taken taken = new Taken(all, List.copyOf(ids));
        all = false;
        ids.clear();
        return taken;
    }

    synchronized boolean isAll() {
        return all;
    }

    /** Grows when claims are written. */
    synchronized long added() {
        return added;
    }
}
