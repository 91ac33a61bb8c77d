package dev.clew.brief;

import dev.clew.ledger.Ledger;
import dev.clew.model.Edges;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The editions of a library. Weighing one takes seconds where much is new, so a few are kept, and who asks for one that is being
 * weighed waits for it. Safe for any number of threads.
 */
public final class Editions {
    /** Most new claims of an edition; of more the newest are taken. */
    public static final int LIMIT_CLAIMS = 5_000;

    /** As many as there are days, all zones and late briefs together, on which a brief can fall due at one moment. */
    static final int LIMIT_KEPT = 4;

    private final LongSupplier head;
    private final LongFunction<Edition> weighing;
    private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > LIMIT_KEPT;
        }
    };

    private record Asked(long since, long head) {}

    /** Editions of a library. */
    public Editions(Ledger ledger, Edges edges) {
        this(() -> ledger.head().n(), new Weighing(ledger, edges)::since);
    }

    private Editions(LongSupplier head, LongFunction<Edition> weighing) {
        this.head = head;
        this.weighing = weighing;
    }

    /** What is new after a change, from 0, up to the newest that the graph shows. */
    public Edition since(long since) {
        Asked asked = new Asked(since, head.getAsLong());
        Kept edition;
        synchronized (kept) {
            edition = kept.computeIfAbsent(asked, any -> new Kept());
        }
        return edition.get(since);
    }

    /**
     * The same, but that one which was asked for stays as it is however the library grows: for a run, whose readers would each
     * have it weighed anew while a curator saves.
     */
    public Editions pinned() {
        return new Editions(() -> 0, this::since);
    }

    /** An edition that is weighed when it is first asked for; when that fails, the next who asks has it tried again. */
    private final class Kept {
        private @Nullable Edition edition;

        synchronized Edition get(long since) {
            if (edition == null) {
                edition = weighing.apply(since);
            }
            return edition;
        }
    }
}
