package dev.clew.web.linked;

import dev.clew.ledger.Position;
import dev.clew.rdf.DataCounts;
import dev.clew.rdf.RdfProjection;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What the library holds, counted when somebody asks and kept while nothing changes; while changes follow one another, it
 * is counted once a minute at most. One caller counts at a time; others get the last counts meanwhile. Safe for any number
 * of threads.
 */
final class CountsKept {
    private static final Duration LEAST_AGE = Duration.ofMinutes(1);

    private record Counted(DataCounts counts, long atNanos) {}

    private final RdfProjection rdf;
    private final ReentrantLock counting = new ReentrantLock();
    private volatile @Nullable Counted last;

    CountsKept(RdfProjection rdf) {
        this.rdf = rdf;
    }

    /** The counts; which change they show stands in them. */
    DataCounts current() {
        Counted known = last;
        if (known == null) {
            counting.lock();
        } else if (mayStay(known) || !counting.tryLock()) {
            return known.counts();
        }
        try {
            Counted meanwhile = last;
            if (meanwhile != null && mayStay(meanwhile)) {
                return meanwhile.counts();
            }
            DataCounts counts = DataCounts.of(rdf);
            last = new Counted(counts, System.nanoTime());
            return counts;
        } finally {
            counting.unlock();
        }
    }

    private boolean mayStay(Counted known) {
        Position shown = rdf.position();
        return known.counts().position().equals(shown) || System.nanoTime() - known.atNanos() < LEAST_AGE.toNanos();
    }
}
