package dev.clew.ingest.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a feed is read again: after an hour, or as long as it asks ({@code ttl}), at least a quarter of an hour and at most a day;
 * twice as late for each failure in a row; a tenth earlier or later by chance, so that servers are not all asked at once.
 */
final class PollTimes {
    static final Duration USUAL = Duration.ofHours(1);
    static final Duration LEAST = Duration.ofMinutes(15);
    static final Duration MOST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 10;
    private static final double JITTER = 0.1;

    private PollTimes() {}

    static Instant next(Instant now, @Nullable Duration asked, int failures, RandomGenerator chance) {
        Duration pause = asked == null ? USUAL : within(asked);
        Duration later = within(pause.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS)));
        double factor = 1 - JITTER + 2 * JITTER * chance.nextDouble();
        return now.plusMillis((long) (later.toMillis() * factor));
    }

    private static Duration within(Duration pause) {
        if (pause.compareTo(LEAST) < 0) {
            return LEAST;
        }
        return pause.compareTo(MOST) > 0 ? MOST : pause;
    }
}
