package dev.clew.projection;

import java.time.Duration;

/**
 * Notices whether the ledger grows right now, by looking at its head again and again. It counts as still when nothing came
 * for a few times as long as it took between the changes before: on a busy machine an import takes longer. One pause longer
 * than the others is forgotten little by little. For one thread.
 */
final class Quiet {
    private static final long LEAST_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long MOST_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int GAPS = 3;
    /** The part of what was waited for before that each further change forgets. */
    private static final int FORGETS = 8;

    /** Longer than this nobody waits for quiet: a ledger may grow for days. */
    private static final long LONGEST_WAIT_NANOS = Duration.ofMinutes(30).toNanos();

    private long head = -1;
    private boolean grew;
    private long grewNanos;
    private long stillAfterNanos = LEAST_NANOS;
    private boolean growing;
    private long growingSinceNanos;

    /** Takes note of the head; to be called before each question. */
    void see(long n, long nowNanos) {
        if (head >= 0 && n != head) {
            long gap = grew ? nowNanos - grewNanos : MOST_NANOS;
            long remembered = Math.max(LEAST_NANOS, stillAfterNanos - stillAfterNanos / FORGETS);
            stillAfterNanos = gap < MOST_NANOS ? Math.max(remembered, gap * GAPS) : LEAST_NANOS;
            stillAfterNanos = Math.min(stillAfterNanos, MOST_NANOS);
            grew = true;
            grewNanos = nowNanos;
        }
        head = n;
        boolean grows = grew && nowNanos - grewNanos < stillAfterNanos;
        growingSinceNanos = grows && growing ? growingSinceNanos : nowNanos;
        growing = grows;
    }

    /** Whether to wait: the ledger grew a moment ago, and has not been growing for too long already. */
    boolean isWorthWaitingFor(long nowNanos) {
        return growing && nowNanos - growingSinceNanos < LONGEST_WAIT_NANOS;
    }
}
